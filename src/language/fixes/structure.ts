import { requestHeaders } from '../../ews/headers.ts';
import { operations } from '../../ews/operations/index.ts';
import type { ElementParticle, Particle } from '../../ews/schema.ts';
import { contentRange, elementsOf, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { elementSnippet } from '../completion/insertion.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf, particlesOf } from '../declarations.ts';
import { ewsNameOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../problems/children.ts';
import type { RequestDocument } from '../request.ts';
import {
  attributeAt,
  type Case,
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
import { insertChild, plainText, wordings } from './insertion.ts';

/** Adds a required child at its place in the sequence, with what it needs itself. */
export function insertMissing(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  // Where an end tag is missing, the child may be there and read as a part of another.
  if (request.xml.slips.some(({ kind }) => /EndTag$/.test(kind))) return [];
  const child = wordOf(given, 'child');
  const particles = particlesOfElement(element);
  const particle = optionsOf(particles).find(({ name }) => splitEwsName(name).local === child?.replace(/^.*:/, ''));
  if (!particle) return [];
  return waysToInsert(given, element, particle, particles).flatMap(({ chosen, edits }) =>
    // A value that nobody is reminded of is for the author to choose.
    chosen === undefined ? sure(`Add <${child}>`, ...edits) : possible(`Add <${child}> with ${chosen}`, ...edits),
  );
}

/** Adds one of several elements of which one is required. */
export function insertChoice(given: ElementCase): readonly Fix[] {
  const { element } = given;
  const particles = particlesOfElement(element);
  return optionsOf(particles).flatMap(particle => {
    const name = new Naming(given.request.text, element).nameOf(particle.name);
    return waysToInsert(given, element, particle, particles).map(({ edits }) => possible(`Add <${name}>`, ...edits));
  });
}

/** Puts an operation into an empty Body. */
export function insertOperation(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  return operations.flatMap(operation => {
    const naming = new Naming(request.text, element);
    const name = naming.nameOf(`m:${operation.name}`);
    const children = operation.request.filter(particle => particle.occurs.min === 1);
    const inner = optionsOf(children).map(
      particle => `\n\t${elementSnippet(naming, particle).replaceAll('\n', '\n\t')}`,
    );
    const snippet = inner.length === 0 ? `<${name}/>` : `<${name}>${inner.join('')}\n</${name}>`;
    return wordings(snippet).map(({ chosen, text }) => {
      const title = chosen === undefined ? `Add <${name}>` : `Add <${name}> with ${chosen}`;
      return possible(title, ...insertChild(request, element, text), ...naming.declarations());
    });
  });
}

/** Removes the element at the problem, with its line when it stands alone on it. */
export function removeElement(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  return likely(`Remove <${element.name}>`, replace(withLine(request.text, element), ''));
}

/** Puts RequestServerVersion where a header of answers stands; removes that when the version is there already. */
export function replaceByVersion(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const name = wordOf(given, 'suggestion');
  const particle = requestHeaders.find(header => header.name === 't:RequestServerVersion');
  if (name === undefined || !particle) return removeElement(given);
  const naming = new Naming(request.text, element.parent ?? element);
  const version = plainText(elementSnippet(naming, particle));
  return likely(`Write <${name}> instead`, replace(element, version), ...naming.declarations());
}

/** Removes an attribute and the white space before it. */
export function removeAttribute(given: ElementCase): readonly Fix[] {
  const attribute = attributeAt(given.element, given.problem.from);
  if (!attribute) return [];
  const from = given.request.text.slice(0, attribute.from).trimEnd().length;
  return [
    {
      ...(likely(`Remove ${attribute.name}`, { from, to: attribute.to, insert: '' })[0] as Fix),
      preferred: given.problem.data['suggestion'] === undefined,
    },
  ];
}

/** Writes what stands inside of an element in its place; none where its attributes would be lost. */
export function unwrapped({ element, request }: ElementCase): readonly Fix[] {
  const inner = elementsOf(element);
  const [first, last] = [inner[0], inner.at(-1)];
  if (!first || !last || element.attributes.length > 0) return [];
  const outerIndent = indentationAt(request.text, element.from);
  const innerIndent = indentationAt(request.text, first.from);
  const lines = request.text.slice(first.from, last.to).split(/(?<=\r\n|\n|\r(?!\n))/);
  const text = lines
    .map((line, index) =>
      index > 0 && line.startsWith(innerIndent) ? outerIndent + line.slice(innerIndent.length) : line,
    )
    .join('');
  return likely(`Keep what is inside <${element.name}> only`, replace(element, text));
}

/** Moves a child before or after the other one that the problem names. */
export function moveChild(given: ElementCase): readonly Fix[] {
  const { element, request, problem } = given;
  const place = problem.related[0];
  const other = element.parent && elementsOf(element.parent).find(({ nameRange }) => nameRange.from === place?.from);
  const wanted = wordOf(given, 'wanted');
  if (!other) return [];
  const [first, second] = element.from < other.from ? [element, other] : [other, element];
  const between = request.text.slice(first.to, second.from);
  const text = (node: XmlElement) => request.text.slice(node.from, node.to);
  // Neighbours change places, so that white space and comments between them stay where they are.
  const edit =
    elementsBetween(first, second) === 0
      ? [{ from: first.from, to: second.to, insert: text(second) + between + text(first) }]
      : movedAcross(given, element, other, wanted === 'before');
  return sure(`Move <${element.name}> ${wanted} <${other.name}>`, ...edit);
}

/** Puts the id of an element one level too deep onto the element itself. */
export function unwrapId({ element, request }: ElementCase): readonly Fix[] {
  const outer = element.parent;
  const hasId = [element, outer].some(owner => owner?.attributes.some(({ name }) => name.toLowerCase() === 'id'));
  // An id written as text, or none at all: there is nothing to put there, and what is inside must not get lost.
  if (!outer || !hasId) return [];
  return likely(`Put the id onto <${outer.name}>`, withIdOf(request, outer, element, outer.name));
}

/** Writes an element under a name, empty, with its attributes and those of an element inside it. */
export function withIdOf(request: RequestDocument, outer: XmlElement, inner: XmlElement, name: string): TextEdit {
  const own = outer.attributes.map(({ from, to }) => request.text.slice(from, to));
  const further = inner.attributes
    .filter(attribute => !outer.attributes.some(other => other.name === attribute.name))
    .map(({ from, to }) => request.text.slice(from, to));
  return replace(outer, `<${[name, ...own, ...further].join(' ')}/>`);
}

/** Puts an id into a t:ItemId inside the list it was written on. */
export function wrapId(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const list =
    declarationOf(element) && element.attributes.some(({ name }) => name === 'Id') ? element : element.parent;
  if (!list) return [];
  const naming = new Naming(request.text, list);
  const name = naming.nameOf('t:ItemId');
  if (list !== element) return likely(`Change to <${name}>`, ...rename(element, name));
  return element.children.length > 0
    ? []
    : likely(`Put the id into a <${name}>`, ...listWithId(request, element, element.name));
}

/** Writes an element under a name, its id on a t:ItemId inside it. */
export function listWithId(request: RequestDocument, element: XmlElement, name: string): readonly TextEdit[] {
  const naming = new Naming(request.text, element);
  const ids = element.attributes.filter(attribute => attribute.name === 'Id' || attribute.name === 'ChangeKey');
  const item = `<${[naming.nameOf('t:ItemId'), ...ids.map(({ from, to }) => request.text.slice(from, to))].join(' ')}/>`;
  const alone = withLine(request.text, element).to !== element.to;
  const line = alone ? newlineOf(request) + indentationAt(request.text, element.from) : '';
  const block = `<${name}>${line}${alone ? indentStep(request) : ''}${item}${line}</${name}>`;
  return [replace(element, block), ...naming.declarations()];
}

/** Makes an element empty that must be. */
export function emptyElement({ element, request, problem }: ElementCase): readonly Fix[] {
  const content = contentRange(element);
  if (!element.endTag || !content) return [];
  const tag = request.text.slice(element.startTag.from, element.startTag.to - 1).trimEnd();
  const edit = replace({ from: element.startTag.from, to: element.endTag.to }, `${tag}/>`);
  const title = `Write <${element.name} …/>`;
  return problem.data['blank'] === true ? sure(title, edit) : likely(title, edit);
}

/** Removes text where only elements may stand. */
export function removeText({ problem }: Case): readonly Fix[] {
  return likely('Remove the text', replace(problem, ''));
}

/** Swaps the ids of ContactId and GroupId. */
export function swapIds({ element, request, problem }: ElementCase): readonly Fix[] {
  const { parent } = element;
  const group =
    parent &&
    elementsOf(parent).find(
      child =>
        child !== element &&
        child.from <= (problem.related[0]?.from ?? -1) &&
        (problem.related[0]?.from ?? -1) <= child.to,
    );
  const attributes = (owner: XmlElement) =>
    owner.attributes.filter(({ name }) => name === 'Id' || name === 'ChangeKey');
  const text = (owner: XmlElement) =>
    attributes(owner)
      .map(({ from, to }) => request.text.slice(from, to))
      .join(' ');
  const edit = (owner: XmlElement, insert: string): TextEdit => {
    const own = attributes(owner);
    return { from: own[0]?.from ?? owner.nameRange.to, to: own.at(-1)?.to ?? owner.nameRange.to, insert };
  };
  if (!group) return [];
  return likely('Swap the ids of ContactId and GroupId', edit(element, text(group)), edit(group, text(element)));
}

function particlesOfElement(element: XmlElement): readonly Particle[] {
  const declaration = declarationOf(element);
  return declaration ? particlesOf(declaration) : [];
}

/** An element that is inserted, once for each value that it may decide for. */
function waysToInsert(
  given: ElementCase,
  parent: XmlElement,
  particle: ElementParticle,
  particles: readonly Particle[],
): readonly { readonly chosen?: string; readonly edits: readonly TextEdit[] }[] {
  const naming = new Naming(given.request.text, parent);
  const order = optionsOf(particles).map(({ name }) => name);
  const own = order.indexOf(particle.name);
  const before = elementsOf(parent).find(child => order.indexOf(ewsNameOf(child) ?? particle.name) > own);
  return wordings(elementSnippet(naming, particle)).map(({ text, ...way }) => ({
    ...way,
    edits: [...insertChild(given.request, parent, text, before), ...naming.declarations()],
  }));
}

function elementsBetween(first: XmlElement, second: XmlElement): number {
  return first.parent
    ? elementsOf(first.parent).filter(({ from }) => from > first.from && from < second.from).length
    : 0;
}

function movedAcross(
  { request }: ElementCase,
  element: XmlElement,
  other: XmlElement,
  before: boolean,
): readonly TextEdit[] {
  const text = request.text.slice(element.from, element.to);
  const alone = withLine(request.text, other).to !== other.to;
  const line = alone ? newlineOf(request) + indentationAt(request.text, other.from) : '';
  const target: TextEdit = before
    ? { from: other.from, to: other.from, insert: text + line }
    : { from: other.to, to: other.to, insert: line + text };
  return [replace(withLine(request.text, element), ''), target];
}
