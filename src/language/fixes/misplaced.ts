import { readChangeKey } from '../../ews/itemId.ts';
import { findOperation } from '../../ews/operationNames.ts';
import type { ElementParticle, EwsName } from '../../ews/schema.ts';
import {
  attributeNamed,
  contentRange,
  descendants,
  elementsOf,
  escapeXml,
  type TextEdit,
  textOf,
  trimmedRange,
  type XmlElement,
} from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { absentIn, declarationOf, particlesOf } from '../declarations.ts';
import { ewsNameOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { isBare, meaningOfKey } from '../problems/meant.ts';
import type { RequestDocument } from '../request.ts';
import { isKnownElement } from '../vocabulary.ts';
import {
  type ElementCase,
  type Fix,
  indentationAt,
  indentStep,
  likely,
  newlineOf,
  otherwise,
  possible,
  rename,
  replace,
  withLine,
  wordOf,
  wordsIn,
} from './fix.ts';
import { isOfOtherKind, listAsId, putOntoParent } from './ids.ts';
import { correctName } from './naming.ts';
import { removeElement } from './structure.ts';

/** Mends an element that is unknown where it stands: what is wanted around it, the name that was meant, or without it. */
export function placeChild(given: ElementCase): readonly Fix[] {
  const operations = wordsIn(given, 'operations');
  if (operations.length > 0) return placeInOther(given, operations);
  const onto = given.problem.data['attribute'] === undefined ? [] : putOntoParent(given);
  if (onto.length > 0) return onto;
  const inner = withoutWrapper(given);
  if (inner.length > 0) return otherwise(inner, removeElement(given));
  const around = surround(given);
  const named = around.length > 0 ? [] : renameId(given);
  const names = named.length > 0 ? named : around.length > 0 ? [] : [...correctName(given), ...chooseName(given)];
  const text = keepText(given);
  const better = [...around, ...unlessRefuted(given, names), ...text];
  // Neighbours that belong into the same list are one problem, and removing one of them is no way out.
  const isRun = [...around, ...named].length > 0 && neighbours(given.element).length > 1;
  return isRun ? better : otherwise(better, withoutStranger(given));
}

/** The operation around a child that another one takes, or the child, where it may be the one as well as the other. */
function placeInOther(given: ElementCase, operations: readonly string[]): readonly Fix[] {
  const named = renameId(given);
  const own = named.length > 0 ? named : correctName(given);
  const offered = [...own, ...operations.flatMap(name => renameParent(given, name))];
  const better = offered.map(fix => ({ ...fix, preferred: offered.length === 1 }));
  return otherwise(better, own.length > 0 ? [] : removeElement(given));
}

/** The operation around a child. */
function renameParent({ element: { parent } }: ElementCase, name: string): readonly Fix[] {
  return parent ? likely(`Change the operation to <${name}>`, ...rename(parent, name)) : [];
}

/** Names by choice alone where the ChangeKey tells that the id is of another kind of item. */
function unlessRefuted(given: ElementCase, names: readonly Fix[]): readonly Fix[] {
  const kind = meaningOfKey(given.element);
  const wanted = particleMeant(given)?.meaning;
  const isRefuted = kind !== undefined && wanted !== undefined && kind !== wanted;
  return isRefuted ? names.map(fix => ({ ...fix, preferred: false })) : names;
}

/** An element and the neighbours of its name behind it. */
function neighbours(element: XmlElement): readonly XmlElement[] {
  const siblings = element.parent ? elementsOf(element.parent) : [element];
  const run = siblings.slice(siblings.indexOf(element));
  const end = run.findIndex(({ name }) => name !== element.name);
  return end < 0 ? run : run.slice(0, end);
}

/** Mends an element that stands a second time: under the name that was meant, or without one of the two. */
export function placeSpare(given: ElementCase): readonly Fix[] {
  const named = correctName(given);
  const [removed] = withoutIt(given);
  if (named.length > 0 || !removed) return otherwise(named, removed ? [removed] : []);
  const { element, problem, request } = given;
  const place = problem.related[0]?.from;
  const kept = element.parent && elementsOf(element.parent).find(({ nameRange }) => nameRange.from === place);
  const text = ({ from, to }: XmlElement) => request.text.slice(from, to);
  if (!kept || isBare(element) || text(kept) === text(element)) return [removed];
  // Which of two that say something is meant, the author alone knows.
  const other = replace(withLine(request.text, kept), '');
  const further = kept.name === element.name ? [possible(`Remove the other <${kept.name}>`, other)] : [];
  return [{ ...removed, preferred: false }, ...further];
}

/** Removing it, unless it stands for a child that would be missing then. */
function withoutIt(given: ElementCase): readonly Fix[] {
  const declaration = given.element.parent && declarationOf(given.element.parent);
  const local = (wordOf(given, 'suggestion') ?? wordsIn(given, 'suggestions')[0])?.replace(/^.*:/, '');
  const wanted = (declaration ? particlesOf(declaration) : []).find(outer =>
    optionsOf([outer]).some(({ name }) => splitEwsName(name).local === local),
  );
  return wanted?.occurs.min === 1 ? [] : removeElement(given);
}

/** Removing what is unknown here. By choice alone where it says something that EWS has: it may be meant for another place. */
function withoutStranger(given: ElementCase): readonly Fix[] {
  const isOfEws = !isBare(given.element) && [...descendants(given.element)].some(({ local }) => isKnownElement(local));
  return withoutIt(given).map(fix => ({ ...fix, preferred: fix.preferred && !isOfEws }));
}

/** Each of several names that may be meant. */
function chooseName(given: ElementCase): readonly Fix[] {
  return wordsIn(given, 'suggestions').map(name => possible(`Change to <${name}>`, ...rename(given.element, name)));
}

/** Mends what stands in the Body instead of an operation: the one inside of it, or the name that was meant. */
export function placeOperation(given: ElementCase): readonly Fix[] {
  const takers = wordsIn(given, 'takers');
  if (takers.length > 0) return takers.map(name => ({ ...gathered(given, name), preferred: takers.length === 1 }));
  const [inner, ...further] = elementsOf(given.element);
  const operation = inner && further.length === 0 && findOperation(inner.local)?.requestElement === inner.local;
  return operation ? unwrapped(given) : correctName(given);
}

/** An operation around all that stands in the Body. */
function gathered({ request, element }: ElementCase, name: string): Fix {
  const siblings = elementsOf(element.parent ?? element);
  const [first, last] = [siblings[0] ?? element, siblings.at(-1) ?? element];
  const indent = indentationAt(request.text, first.from);
  const newline = newlineOf(request);
  const line = newline === '' ? '' : newline + indent;
  const step = indentStep(request);
  const inner = request.text.slice(first.from, last.to).replaceAll(`\n${indent}`, `\n${indent}${step}`);
  const text = `<${name}>${line}${step}${inner}${line}</${name}>`;
  return possible(`Put it into <${name}>`, { from: first.from, to: last.to, insert: text });
}

/** An element around what its parent wants, such as m:Request. */
function withoutWrapper(given: ElementCase): readonly Fix[] {
  const parent = given.element.parent;
  const inner = elementsOf(given.element);
  const absent = new Set((parent ? absentIn(parent) : []).map(({ name }) => name));
  const wanted = inner.length > 0 && inner.every(child => absent.has(ewsNameOf(child) ?? 'm:'));
  if (!parent || !wanted) return [];
  return unwrapped(given).map(fix => ({ ...fix, preferred: !isOfOtherKind(given.element, parent) }));
}

/** Writes what stands inside of an element in its place; none where its attributes would be lost. */
export function unwrapped({ element, request }: ElementCase): readonly Fix[] {
  const { endTag, startTag } = element;
  if (!endTag || element.attributes.length > 0) return [];
  const content = trimmedRange(request.text, { from: startTag.to, to: endTag.from });
  const outerIndent = indentationAt(request.text, element.from);
  const innerIndent = indentationAt(request.text, content.from);
  const lines = request.text.slice(content.from, content.to).split(/(?<=\r\n|\n|\r(?!\n))/);
  const text = lines
    .map((line, index) =>
      index > 0 && line.startsWith(innerIndent) ? outerIndent + line.slice(innerIndent.length) : line,
    )
    .join('');
  return likely(`Keep what is inside <${element.name}> only`, replace(element, text));
}

/** The element between this one and its parent was left out. */
function surround(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const { parent } = element;
  const around = parent ? absentIn(parent).filter(particle => mayHold(particle, element)) : [];
  const offered = around.flatMap(particle => {
    const naming = new Naming(request.text, parent ?? element);
    const name = naming.nameOf(particle.name);
    const inner = optionIn(particle, element);
    const edits = wrapped(request, element, name, inner ? naming.nameOf(inner) : element.name);
    return likely(`Put <${element.name}> into <${name}>`, ...edits, ...naming.declarations());
  });
  // Of a contact and a group nothing but the ChangeKey tells which it is.
  return offered.length > 1
    ? offered.map(fix => ({ ...fix, preferred: fix.title.includes(kindOfId(element)) }))
    : offered;
}

/** What the ChangeKey of an id says: the beginning of the name of its list. */
function kindOfId(element: XmlElement): string {
  const key = attributeNamed(element, 'ChangeKey');
  const type = key && readChangeKey(key.value)?.objectType;
  return type === 'contact' ? ':Contact' : type === 'distribution list' ? ':Group' : 'neither';
}

/** Puts an element and the neighbours of its name under a new name into one around all of them. */
function wrapped(request: RequestDocument, element: XmlElement, around: string, name: string): readonly TextEdit[] {
  const all = neighbours(element);
  const last = all.at(-1) ?? element;
  const indent = indentationAt(request.text, element.from);
  const ownLine = request.text.slice(0, element.from).endsWith(`\n${indent}`);
  const line = ownLine ? newlineOf(request) + indent : '';
  const step = ownLine ? indentStep(request) : '';
  const further = all.slice(1).filter(({ from }) => ownLine && indentationAt(request.text, from) === indent);
  return [
    replace({ from: element.from, to: element.from }, `<${around}>${line}${step}`),
    ...further.map(({ from }) => replace({ from, to: from }, step)),
    ...(name === element.name ? [] : all.flatMap(one => rename(one, name))),
    replace({ from: last.to, to: last.to }, `${line}</${around}>`),
  ];
}

function mayHold(particle: ElementParticle, child: XmlElement): boolean {
  if (particle.name === 'soap:Body') return findOperation(child.local) !== undefined;
  return optionIn(particle, child) !== undefined;
}

/** What an element is called inside of another. */
function optionIn({ type: { content } }: ElementParticle, child: XmlElement): EwsName | undefined {
  const options = content.kind === 'elements' ? optionsOf(content.particles) : [];
  return options.find(({ name }) => splitEwsName(name).local === child.local)?.name;
}

/** A list of ids where one id is wanted, or one id where a list is: the name changes, and the id moves. */
function renameId(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const suggestion = wordOf(given, 'suggestion');
  const meant = particleMeant(given);
  if (!meant || suggestion === undefined) return [];
  const hasId = attributeNamed(element, 'Id') !== undefined;
  const isEmpty = element.children.length === 0;
  if (meant.type.content.kind === 'elements' && hasId && isEmpty) {
    const naming = new Naming(request.text, element);
    const edits = wrapped(request, element, suggestion, naming.nameOf('t:ItemId'));
    return likely(`Change to <${suggestion}>`, ...edits, ...naming.declarations());
  }
  if (meant.type.name !== 't:ItemIdType' || hasId) return [];
  const text = textOf(request.xml, element).trim();
  if (elementsOf(element).length > 0) return listAsId(request, element, meant.type, suggestion);
  return text === ''
    ? []
    : likely(`Change to <${suggestion}>`, replace(element, `<${suggestion} Id="${escapeXml(text)}"/>`));
}

/** What the facts say of the child that an element is meant as. */
function particleMeant(given: ElementCase): ElementParticle | undefined {
  const { parent } = given.element;
  const local = wordOf(given, 'suggestion')?.replace(/^.*:/, '');
  const declaration = parent && declarationOf(parent);
  return optionsOf(declaration ? particlesOf(declaration) : []).find(({ name }) => splitEwsName(name).local === local);
}

/** An element around text where the text alone is wanted. */
function keepText({ element, request }: ElementCase): readonly Fix[] {
  const declaration = element.parent && declarationOf(element.parent);
  const isText = declaration?.kind === 'element' && declaration.particle.type.content.kind === 'text';
  const content = contentRange(element);
  const text = content ? request.text.slice(content.from, content.to).trim() : '';
  if (!isText || text === '') return [];
  return likely(`Keep the text of <${element.name}> only`, replace(element, text));
}
