import { requestHeaders } from '../../ews/headers.ts';
import { operations } from '../../ews/operations/index.ts';
import type { ElementParticle, Particle } from '../../ews/schema.ts';
import {
  contentRange,
  elementsOf,
  isBlank,
  type TextEdit,
  type XmlAttribute,
  type XmlElement,
} from '../../xml/index.ts';
import { elementSnippet } from '../completion/insertion.ts';
import { Naming } from '../completion/naming.ts';
import { contentOf, declarationOf, mayBeLeftOut, particlesOf } from '../declarations.ts';
import { splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { textsOutside } from '../problems/markup.ts';
import { isBare } from '../problems/meant.ts';
import { saysAbsent } from '../problems/substitution.ts';
import type { RequestDocument } from '../request.ts';
import {
  attributeAt,
  type Case,
  type ElementCase,
  type Fix,
  likely,
  possible,
  replace,
  sure,
  withLine,
  wordOf,
} from './fix.ts';
import { insertChild, insertInOrder, plainText, wordings } from './insertion.ts';

/** Adds a required child at its place in the sequence, with what it needs itself. */
export function insertMissing(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  // Where an end tag is missing, the child may be there and read as a part of another.
  if (request.xml.slips.some(({ kind }) => /EndTag$/.test(kind))) return [];
  // Behind a tag that is not finished it would stand inside of that.
  if (elementsOf(element).some(({ to }) => request.text[to - 1] !== '>')) return [];
  const child = wordOf(given, 'child');
  const particles = particlesOfElement(element);
  const particle = optionsOf(particles).find(({ name }) => splitEwsName(name).local === child?.replace(/^.*:/, ''));
  if (!particle) return [];
  return waysToInsert(given, element, particle).flatMap(({ chosen, edits }) =>
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
    return waysToInsert(given, element, particle).map(({ edits }) => possible(`Add <${name}>`, ...edits));
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

/**
 * Removes the element at the problem, with its line when it stands alone on it. By choice alone where the syntax is broken
 * and the element carries something: it may be what stood beside it.
 */
export function removeElement({ element, request }: ElementCase): readonly Fix[] {
  const remove = possible(`Remove <${element.name}>`, removal(request, element));
  return [{ ...remove, preferred: request.flaw === undefined || isBare(element) }];
}

/** Takes an element away with its line; with all white space beside it where the element that holds it must be empty. */
function removal({ text }: RequestDocument, element: XmlElement): TextEdit {
  const { parent } = element;
  const declaration = parent && declarationOf(parent);
  const content = parent && contentRange(parent);
  const isStray = declaration !== undefined && contentOf(declaration)?.kind === 'empty';
  const beside = content ? text.slice(content.from, element.from) + text.slice(element.to, content.to) : '';
  const isAlone = isBlank(beside.replace(comment, ''));
  return isStray && content && isAlone
    ? replace(content, (beside.match(comment) ?? []).join(''))
    : replace(withLine(text, element), '');
}

const comment = /<!--[\s\S]*?-->/g;

/** Removes an element that has nothing to lose and may be left out. */
export function leaveOut(given: ElementCase): readonly Fix[] {
  const { element } = given;
  return (isBare(element) || saysAbsent(element)) && mayBeLeftOut(element) ? removeElement(given) : [];
}

/** Removes an operation that is one too many; which of two is meant, the author alone knows. */
export function removeSpareOperation(given: ElementCase): readonly Fix[] {
  const { element, problem, request } = given;
  const { payload } = request;
  const text = (node: XmlElement) => request.text.slice(node.from, node.to);
  const isSure = problem.data['isAnswer'] === true || (payload !== undefined && text(payload) === text(element));
  return removeElement(given).map(fix => ({ ...fix, preferred: isSure }));
}

/** Removes one of two attributes of a name: the empty one, or either of two that say the same; otherwise by choice. */
export function removeTwin(given: ElementCase): readonly Fix[] {
  const { element, problem, request } = given;
  const twin = attributeAt(element, problem.from);
  const first = element.attributes.find(({ name, from }) => name === twin?.name && from !== twin?.from);
  if (!twin || !first) return removeAttribute(given);
  const without = ({ from, to }: XmlAttribute) =>
    replace({ from: request.text.slice(0, from).trimEnd().length, to }, '');
  const offered = [
    possible(`Remove the first ${twin.name}`, without(first)),
    possible(`Remove the second ${twin.name}`, without(twin)),
  ];
  const spare = first.value.trim() === '' ? 0 : twin.value.trim() === '' || twin.value === first.value ? 1 : undefined;
  return offered.map((fix, index) => ({ ...fix, preferred: index === spare }));
}

/** Puts RequestServerVersion where a header of answers stands; removes that when the version is there already. */
export function replaceByVersion(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const particle = requestHeaders.find(header => header.name === 't:RequestServerVersion');
  if (wordOf(given, 'suggestion') === undefined || !particle) return removeElement(given);
  const naming = new Naming(request.text, element.parent ?? element);
  const version = plainText(elementSnippet(naming, particle));
  return likely(`Write <${naming.nameOf(particle.name)}> instead`, replace(element, version), ...naming.declarations());
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

/** Removes the text before and behind the Envelope: what is around a request in a program or a mail belongs together. */
export function removeTextOutside({ request }: Case): readonly Fix[] {
  return likely('Remove the text', ...withoutTextOutside(request));
}

/** A line end stays, where something stands before the text; at the beginning of the document nothing does. */
export function withoutTextOutside(request: RequestDocument): readonly TextEdit[] {
  return textsOutside(request).map(range => {
    const [lineEnd = ''] = /\r\n|\r|\n/.exec(request.text.slice(range.from, range.to)) ?? [];
    const isFirst = range.from === 0 || request.text.slice(0, range.from) === '\ufeff';
    return replace(range, isFirst ? '' : lineEnd);
  });
}

function particlesOfElement(element: XmlElement): readonly Particle[] {
  const declaration = declarationOf(element);
  return declaration ? particlesOf(declaration) : [];
}

/** The ways to put a child in at its place in the sequence: one for each value that the author has to choose. */
function waysToInsert(
  given: ElementCase,
  parent: XmlElement,
  particle: ElementParticle,
): readonly { readonly chosen?: string; readonly edits: readonly TextEdit[] }[] {
  const naming = new Naming(given.request.text, parent);
  return wordings(elementSnippet(naming, particle)).map(({ text, ...way }) => ({
    ...way,
    edits: [...insertInOrder(given.request, parent, text, particle.name), ...naming.declarations()],
  }));
}
