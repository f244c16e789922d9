import { readChangeKey, readItemId } from '../../ews/itemId.ts';
import type { ElementParticle, EwsName, Meaning, Particle } from '../../ews/schema.ts';
import { withoutPrefix } from '../../ews/wrongNames.ts';
import { attributeNamed, elementsOf, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, isDeclaration, mostSimilar, namespaceOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';

/** A place in a sequence that one element may take. */
export interface Slot {
  /** Of the particle in its sequence. */
  readonly index: number;
  readonly particle: ElementParticle;
  /** The particle of the sequence: itself, or the choice it is an option of. */
  readonly outer: Particle;
  /** False when the name is so far off that its content says nothing. */
  readonly check: boolean;
  /** The name says nothing of the place. */
  readonly guessed?: boolean;
}

/** The places of a sequence, by the names of their elements. */
export function slotsOf(particles: readonly Particle[]): ReadonlyMap<EwsName, Slot> {
  const slots = new Map<EwsName, Slot>();
  for (const [index, outer] of particles.entries()) {
    for (const particle of optionsOf([outer])) slots.set(particle.name, { index, particle, outer, check: true });
  }
  return slots;
}

/**
 * The free places that a stranger may be meant for: one when that is plain from its name or from what it carries, several
 * when they are alike.
 */
export function meantBy(child: XmlElement, free: readonly Slot[]): readonly Slot[] {
  const named = namedSlot(child, free);
  if (named) return [named];
  if (namespaceOf(child).form === 'foreign') return [];
  // t:ItemId, FolderId and their like where an id is wanted that has a name of its own.
  const ids = free.filter(({ particle }) => particle.type.name === 't:ItemIdType');
  if (/Id$/.test(child.local) && ids.length === 1) return ids;
  return free.filter(({ particle }) => particle.type.content.kind !== 'text' && carries(child, particle));
}

/** True when the name of a stranger is nearly that of a free place, or another word for it. */
export function isNamedFor(child: XmlElement, free: readonly Slot[]): boolean {
  return namedSlot(child, free) !== undefined;
}

/**
 * The free places that strangers fit by what they carry: where there are as many, each is meant for the one in its turn;
 * where there are more places, for any of them.
 */
export function inTurn(
  strangers: readonly XmlElement[],
  required: readonly Slot[],
): ReadonlyMap<XmlElement, readonly Slot[]> {
  const meant = new Map<XmlElement, readonly Slot[]>();
  const kinds = Map.groupBy(required, ({ particle: { type } }) => type.name);
  for (const alike of kinds.values()) {
    const [first] = alike;
    const fitting = strangers.filter(child => !meant.has(child) && first && carries(child, first.particle));
    if (fitting.length > alike.length) continue;
    const isEven = fitting.length === alike.length;
    const keyed = fitting.map(child => slotOfKey(child, alike));
    if (isEven && new Set(keyed).size === fitting.length && !keyed.includes(undefined)) {
      for (const [at, child] of fitting.entries())
        meant.set(
          child,
          alike.filter(slot => slot === keyed[at]),
        );
      continue;
    }
    for (const [at, child] of fitting.entries()) meant.set(child, isEven ? alike.slice(at, at + 1) : alike);
  }
  return meant;
}

/** The place for the kind of item that the ChangeKey of an id tells. */
function slotOfKey(child: XmlElement, alike: readonly Slot[]): Slot | undefined {
  const meaning = meaningOfKey(child);
  return alike.find(({ particle }) => meaning !== undefined && particle.meaning === meaning);
}

/** The kind of item that the ChangeKey of an id tells. */
export function meaningOfKey(child: XmlElement): Meaning | undefined {
  const key = attributeNamed(child, 'ChangeKey');
  return meaningOfType[(key && readChangeKey(key.value)?.objectType) ?? ''];
}

const meaningOfType: Readonly<Record<string, Meaning>> = { contact: 'imContactId', 'distribution list': 'imGroupId' };

/** Whether an element holds what a declaration wants: text, one of its attributes, or its children. */
function carries(child: XmlElement, { type: { attributes, content } }: ElementParticle): boolean {
  const inner = elementsOf(child);
  if (content.kind === 'elements') {
    const names = optionsOf(content.particles).map(({ name }) => name);
    return inner.length > 0 && inner.every(one => names.some(name => name === ewsNameOf(one)));
  }
  const own = child.attributes.filter(attribute => !isDeclaration(attribute));
  if (inner.length > 0) return false;
  if (content.kind === 'text') return own.length === 0 && child.children.length > 0;
  return own.some(({ name }) => attributes.some(declared => declared.name === name));
}

/** True when an element has nothing to lose: no attributes and nothing between its tags. */
export function isBare(element: XmlElement): boolean {
  return element.children.length === 0 && element.attributes.every(isDeclaration);
}

/** The one child of an element that has nothing to lose; undefined where there are several. */
export function emptyIn(parent: XmlElement): XmlElement | undefined {
  const [only, ...further] = elementsOf(parent).filter(isBare);
  return further.length === 0 ? only : undefined;
}

/** The one attribute of an element that has nothing between its tags, and should have text there. */
export function saidAsText(element: XmlElement): XmlAttribute | undefined {
  const [only, ...further] = element.attributes.filter(attribute => !isDeclaration(attribute));
  return element.children.length === 0 && only?.uri === '' && further.length === 0 ? only : undefined;
}

/** The one of some children that stray text is meant for: that with an id when it is one. */
export function saidByText(text: string, free: readonly ElementParticle[]): ElementParticle | undefined {
  const isId = readItemId(text.trim()).health === 'ok';
  const [only, ...further] = free.filter(({ type }) =>
    isId ? type.name === 't:ItemIdType' : type.content.kind === 'text',
  );
  return further.length === 0 ? only : undefined;
}

function namedSlot(child: XmlElement, free: readonly Slot[]): Slot | undefined {
  const local = withoutPrefix(child.local);
  return slotNamed(child, child.local, free) ?? (local === child.local ? undefined : slotNamed(child, local, free));
}

function slotNamed(child: XmlElement, local: string, free: readonly Slot[]): Slot | undefined {
  const meant = nameMeant(
    local,
    free.map(({ particle }) => particle),
    particle => isBare(child) || carries(child, particle),
  );
  return meant && free.find(({ particle }) => particle === meant);
}

/** The one of some elements that a name is meant as: a like name, another word for it, or a part of it that `fits` confirms. */
export function nameMeant(
  local: string,
  options: readonly ElementParticle[],
  fits: (particle: ElementParticle) => boolean = () => true,
): ElementParticle | undefined {
  const byLocal = new Map(options.map(option => [localOf(option.name), option]));
  const similar = mostSimilar(local, byLocal.keys());
  if (similar !== undefined) return byLocal.get(similar);
  for (const word of synonyms[local.toLowerCase()] ?? []) {
    const option = byLocal.get(word);
    if (option) return option;
  }
  const words = wordsOf(local);
  const [only, ...further] = options.filter(
    ({ name, type }) => type.content.kind === 'text' && contains(wordsOf(localOf(name)), words),
  );
  return only && further.length === 0 && fits(only) ? only : undefined;
}

/** What other interfaces call these elements, in lower case. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  upn: ['PrincipalName'],
  email: ['PrimarySmtpAddress', 'SmtpAddress'],
  emailaddress: ['PrimarySmtpAddress', 'SmtpAddress'],
  mail: ['PrimarySmtpAddress', 'SmtpAddress'],
  mailbox: ['PrimarySmtpAddress', 'SmtpAddress'],
};

function contains(whole: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && part.every(word => whole.includes(word));
}

/** `NewDisplayName` is New, Display and Name. */
function wordsOf(local: string): readonly string[] {
  return local.length > mostLetters ? [] : (local.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []).map(word => word.toLowerCase());
}

/** No name of the schema is longer. */
const mostLetters = 60;

function localOf(name: EwsName): string {
  return splitEwsName(name).local;
}
