import { contentRange, elementsOf, type TextEdit, trimmedRange, type XmlElement } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { ewsNameOf } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import { wayThroughHeaders } from '../vocabulary.ts';
import { withComments } from './comments.ts';
import { type ElementCase, type Fix, likely, replace, withLine, wordOf } from './fix.ts';
import { fromLeftMargin, insertChild, insertInOrder, tagsOf } from './insertion.ts';
import { placeSpare, unwrapped } from './misplaced.ts';
import { removeElement } from './structure.ts';

/**
 * Moves an element, with the comments that speak of it, to the part of the envelope, or into the header, that it belongs to;
 * what is lacking there is made.
 */
export function moveIntoPart(given: ElementCase): readonly Fix[] {
  const wanted = wordOf(given, 'wanted');
  if (wanted === undefined) return [];
  if (wanted.endsWith('Envelope')) return moveIntoEnvelope(given, wanted);
  const { element, request } = given;
  if (wanted === request.payload?.name) return moveIntoOperation(given, request.payload);
  if (!/(?:Header|Body)$/.test(wanted)) return wrapAsHeader(given, wanted);
  const isHeader = wanted.endsWith('Header');
  const part = isHeader ? request.header : request.body;
  const twin = part && elementsOf(part).find(other => ewsNameOf(other) === ewsNameOf(element));
  // Two of a kind are one too many: which one is meant, the author knows.
  if (twin) return removeElement(given).map(fix => ({ ...fix, preferred: sameText(request, twin, element) }));
  const text = fromLeftMargin(request.text, withComments(request.text, element));
  const edits = part
    ? insertChild(request, part, text, isHeader ? elementsOf(part)[0] : undefined)
    : withNewPart(given, text, isHeader);
  return moved(given, wanted, edits);
}

/** Of two Headers the second gives its headers to the first; of other twins one is removed. */
export function removeRepeated(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const { header } = request;
  const isFurtherHeader = element.local === 'Header' && element.parent === request.envelope && header !== element;
  if (!isFurtherHeader || !header || elementsOf(element).length === 0) return placeSpare(given);
  return [...mergeHeader(given, header), ...removeElement(given).map(fix => ({ ...fix, preferred: false }))];
}

/** A child that stands beside its operation. */
function moveIntoOperation(given: ElementCase, operation: XmlElement): readonly Fix[] {
  const { element, request } = given;
  const name = ewsNameOf(element);
  const text = fromLeftMargin(request.text, withComments(request.text, element));
  return name ? moved(given, operation.name, insertInOrder(request, operation, text, name)) : [];
}

function moved(given: ElementCase, wanted: string, edits: readonly TextEdit[]): readonly Fix[] {
  const { element, request } = given;
  if (edits.length === 0) return [];
  const block = withComments(request.text, element);
  const line = withLine(request.text, block);
  // In a broken text the new place may be on the very line that is left.
  const left = edits.some(({ from, to }) => from < line.to && to > line.from) ? block : line;
  return likely(`Move <${element.name}> into <${wanted}>`, replace(left, ''), ...edits);
}

/** A Header or Body one level too deep. */
function moveIntoEnvelope(given: ElementCase, wanted: string): readonly Fix[] {
  const { element, request } = given;
  const { envelope, body, header } = request;
  if (!envelope) return [];
  const isHeader = element.local === 'Header';
  if (!isHeader && element.parent === body) return unwrapped(given);
  if (!isHeader && body) return [];
  if (isHeader && header) return mergeHeader(given, header);
  const text = fromLeftMargin(request.text, withComments(request.text, element));
  return moved(given, wanted, insertChild(request, envelope, text, isHeader ? body : undefined));
}

/** Puts what a further Header holds into the one that is there; none where both hold the same, or attributes would be lost. */
function mergeHeader(given: ElementCase, header: XmlElement): readonly Fix[] {
  const { element, request } = given;
  const there = new Set(elementsOf(header).map(ewsNameOf));
  const inner = elementsOf(element);
  const content = contentRange(element);
  if (!content || inner.length === 0 || element.attributes.length > 0) return [];
  if (inner.some(child => there.has(ewsNameOf(child)))) return [];
  const edits = insertChild(request, header, fromLeftMargin(request.text, trimmedRange(request.text, content)));
  return likely(
    `Put its headers into the <${header.name}> that is there`,
    replace(withLine(request.text, element), ''),
    ...edits,
  );
}

/** What a header holds, written right into the Header: the elements that were left out around it. */
function wrapAsHeader(given: ElementCase, wanted: string): readonly Fix[] {
  const { element, request } = given;
  const { parent } = element;
  const way = wayThroughHeaders(`t:${element.local}`).slice(0, -1);
  if (!parent || way.length === 0) return [];
  const naming = new Naming(request.text, parent);
  const names = way.map(({ name }) => naming.nameOf(name));
  const { open, close } = tagsOf(names);
  const edits = [
    { from: element.from, to: element.from, insert: open },
    { from: element.to, to: element.to, insert: close },
    ...naming.declarations(),
  ];
  // Which of two is meant, the author knows.
  const isThere = elementsOf(parent).some(other => ewsNameOf(other) === way[0]?.name);
  return [
    ...(isThere ? [] : likely(`Put it into <${wanted}>`, ...edits)),
    ...removeElement(given).map(fix => ({ ...fix, preferred: false })),
  ];
}

function withNewPart({ element, request }: ElementCase, text: string, isHeader: boolean): readonly TextEdit[] {
  const { envelope } = request;
  if (!envelope) return [];
  const naming = new Naming(request.text, envelope);
  const name = naming.nameOf(isHeader ? 'soap:Header' : 'soap:Body');
  const part = `<${name}>\n\t${text.replaceAll('\n', '\n\t')}\n</${name}>`;
  const before = isHeader ? elementsOf(envelope).find(child => child !== element) : undefined;
  return [...insertChild(request, envelope, part, before), ...naming.declarations()];
}

function sameText({ text }: RequestDocument, a: XmlElement, b: XmlElement): boolean {
  return text.slice(a.from, a.to) === text.slice(b.from, b.to);
}
