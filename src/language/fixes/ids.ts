import type { ComplexType } from '../../ews/schema.ts';
import {
  contentRange,
  elementsOf,
  escapeXml,
  isBlank,
  type Range,
  type TextEdit,
  textOf,
  type XmlAttribute,
  type XmlElement,
} from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf } from '../declarations.ts';
import { type SaidInside, saidInside } from '../inside.ts';
import { isDeclaration } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import { commentsInside } from './comments.ts';
import {
  type ElementCase,
  type Fix,
  indentationAt,
  indentStep,
  likely,
  newlineOf,
  possible,
  rename,
  replace,
  sure,
  withLine,
  wordOf,
} from './fix.ts';

/** Puts onto an element what it should carry and holds inside; where there are several ids, each is offered. */
export function unwrapId({ element, request }: ElementCase): readonly Fix[] {
  const outer = element.parent;
  const declaration = outer && declarationOf(outer);
  if (!outer || declaration?.kind !== 'element') return [];
  const title = `Put the id onto <${outer.name}>`;
  const others = offerIds(request, outer, outer.name, declaration.particle.type, title);
  return isOfOtherKind(element, outer) ? others.map(fix => ({ ...fix, preferred: false })) : others;
}

/** True for what is named after a contact inside of what is named after a group, and the reverse: hardly the same ids. */
export function isOfOtherKind(inner: XmlElement, outer: XmlElement): boolean {
  const kind = ({ local }: XmlElement) => /^(Contact|Group)Ids?$/.exec(local)?.[1];
  return kind(inner) !== undefined && kind(inner) !== kind(outer);
}

/** Writes an element as one id; where there are several ids, each is offered. */
function offerIds(
  request: RequestDocument,
  outer: XmlElement,
  name: string,
  type: ComplexType,
  title: string,
): readonly Fix[] {
  const said = saidInside(request.xml, outer, type);
  const byChild = Map.groupBy(said, ({ child }) => child);
  const own = outer.attributes.filter(({ name }) => name === 'Id' || name === 'ChangeKey');
  const ids = [
    ...own.filter(({ name }) => name === 'Id').map(({ value }) => ({ value, said: own })),
    ...said.filter(({ name }) => name === 'Id').map(({ value, child }) => ({ value, said: byChild.get(child) ?? [] })),
  ];
  const different = new Map(ids.map(id => [id.value, id]));
  // None at all: there is nothing to put there, and what is inside must not get lost.
  if (different.size === 0) return [];
  // The ChangeKey of one id is none for another.
  const further = outer.attributes.filter(attribute => !own.includes(attribute));
  if (different.size > 1)
    return [...different.values()]
      .slice(0, positions.length)
      .map((id, index) => possible(`Keep the ${positions[index]} id`, emptied(request, outer, name, id.said, further)));
  return putOnto(title, request, outer, said, name);
}

/** In words; nobody chooses among more. */
const positions = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;

/** Puts onto an element the attributes that its children say. */
export function putOntoParent({ element, request }: ElementCase): readonly Fix[] {
  const outer = element.parent;
  const type = outer && typeOf(outer);
  if (!outer || !type) return [];
  const said = saidInside(request.xml, outer, type);
  const names = [...new Set(said.map(({ name }) => name))];
  return putOnto(`Write it as ${names.join(' and ')} of <${outer.name}>`, request, outer, said, outer.name);
}

/** Writes a list of one id as that id. */
export function listAsId(request: RequestDocument, list: XmlElement, type: ComplexType, name: string): readonly Fix[] {
  return offerIds(request, list, name, type, `Change to <${name}>`);
}

/** The fix is by choice only where more is inside than what is said. */
function putOnto(
  title: string,
  request: RequestDocument,
  outer: XmlElement,
  said: readonly SaidInside[],
  name: string,
): readonly Fix[] {
  const edit = emptied(request, outer, name, said);
  return losesNothing(request, outer, said) ? likely(title, edit) : [possible(title, edit)];
}

function losesNothing({ xml }: RequestDocument, outer: XmlElement, said: readonly SaidInside[]): boolean {
  const own = new Map(outer.attributes.map(({ name, value }) => [name, value]));
  for (const { name, value } of said) {
    if ((own.get(name) ?? value) !== value) return false;
    own.set(name, value);
  }
  const byChild = Map.groupBy(said, ({ child }) => child);
  const isSaid = (child: XmlElement) => {
    const mine = byChild.get(child) ?? [];
    const text = textOf(xml, child).trim();
    const attributes = child.attributes.filter(attribute => !isDeclaration(attribute));
    return (
      elementsOf(child).length === 0 &&
      attributes.every(({ local }) => mine.some(({ name }) => name.toLowerCase() === local.toLowerCase())) &&
      (text === '' || mine.some(({ value }) => value === text))
    );
  };
  return isBlank(textOf(xml, outer)) && elementsOf(outer).every(isSaid);
}

/** Writes an element under a name, empty, with attributes of its own and those that are said; comments inside go before it. */
function emptied(
  request: RequestDocument,
  outer: XmlElement,
  name: string,
  said: readonly Pick<SaidInside, 'name' | 'value'>[],
  attributes: readonly XmlAttribute[] = outer.attributes,
): TextEdit {
  const further = new Map(said.map(({ name: attribute, value }) => [attribute, value]));
  const own = attributes
    .filter(attribute => !further.has(attribute.name))
    .map(({ from, to }) => request.text.slice(from, to));
  const added = [...further].map(([attribute, value]) => `${attribute}="${escapeXml(value)}"`);
  return replace(outer, `${commentsInside(request, outer)}<${[name, ...own, ...added].join(' ')}/>`);
}

function typeOf(element: XmlElement): ComplexType | undefined {
  const declaration = declarationOf(element);
  return declaration?.kind === 'element' ? declaration.particle.type : undefined;
}

/** Puts an id into a t:ItemId inside the list it was written on. */
export function wrapId(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const list = wordOf(given, 'name') === element.name ? element : element.parent;
  if (!list) return [];
  const naming = new Naming(request.text, list);
  const name = naming.nameOf('t:ItemId');
  if (list !== element) return likely(`Change to <${name}>`, ...rename(element, name));
  return element.children.length > 0
    ? []
    : likely(`Put the id into a <${name}>`, ...listWithId(request, element, element.name));
}

/** Writes an element under a name, its id on a t:ItemId inside it. */
function listWithId(request: RequestDocument, element: XmlElement, name: string): readonly TextEdit[] {
  const naming = new Naming(request.text, element);
  const ids = element.attributes.filter(attribute => attribute.name === 'Id' || attribute.name === 'ChangeKey');
  const item = `<${[naming.nameOf('t:ItemId'), ...ids.map(({ from, to }) => request.text.slice(from, to))].join(' ')}/>`;
  const alone = withLine(request.text, element).to !== element.to;
  const line = alone ? newlineOf(request) + indentationAt(request.text, element.from) : '';
  const block = `<${name}>${line}${alone ? indentStep(request) : ''}${item}${line}</${name}>`;
  return [replace(element, block), ...naming.declarations()];
}

/** Makes an element empty that must be; comments inside go before it. */
export function emptyElement({ element, request, problem }: ElementCase): readonly Fix[] {
  const content = contentRange(element);
  if (!element.endTag || !content) return [];
  const tag = request.text.slice(element.startTag.from, element.startTag.to - 1).trimEnd();
  const edit = replace({ from: element.from, to: element.to }, `${commentsInside(request, element)}${tag}/>`);
  const title = `Write <${element.name} …/>`;
  return problem.data['blank'] === true ? sure(title, edit) : likely(title, edit);
}

/** Swaps the ids of ContactId and GroupId, or what is in the lists of that name. */
export function swapIds({ element, request, problem }: ElementCase): readonly Fix[] {
  const inList = problem.data['inList'] === true;
  const contacts = inList ? element.parent : element;
  const at = problem.related[0]?.from ?? -1;
  const groups =
    contacts?.parent &&
    elementsOf(contacts.parent).find(child => child !== contacts && child.from <= at && at <= child.to);
  if (!contacts || !groups) return [];
  const [one, other] = [contacts, groups].map(owner => (inList ? contentRange(owner) : idAndKey(owner)));
  if (!one || !other) return [];
  const text = ({ from, to }: Range) => request.text.slice(from, to);
  return likely(
    `Swap the ids of ${contacts.local} and ${groups.local}`,
    replace(one, text(other)),
    replace(other, text(one)),
  );
}

/** Where an element carries its id, and its ChangeKey if it has one. */
function idAndKey({ attributes }: XmlElement): Range | undefined {
  const own = attributes.filter(({ name }) => name === 'Id' || name === 'ChangeKey');
  const [first, last] = [own[0], own.at(-1)];
  return first && last && { from: first.from, to: last.to };
}
