import { elementsOf, type Range, type TextEdit } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { type Case, type ElementCase, type Fix, indentationAt, likely, replace, withLine, wordOf } from './fix.ts';
import { insertChild } from './insertion.ts';

/** Moves an element into the Header or the Body, which is made when there is none. */
export function moveIntoPart(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const wanted = wordOf(given, 'wanted');
  if (wanted === undefined) return [];
  const isHeader = wanted.endsWith('Header');
  const part = isHeader ? request.header : request.body;
  const text = fromLeftMargin(request.text, element);
  const edits = part
    ? insertChild(request, part, text, isHeader ? elementsOf(part)[0] : undefined)
    : withNewPart(given, text, isHeader);
  if (edits.length === 0) return [];
  const line = withLine(request.text, element);
  // In a broken text the new place may be on the very line that is left.
  const left = edits.some(({ from, to }) => from < line.to && to > line.from) ? element : line;
  return likely(`Move <${element.name}> into <${wanted}>`, replace(left, ''), ...edits);
}

function withNewPart({ request }: Case, text: string, isHeader: boolean): readonly TextEdit[] {
  const { envelope, body } = request;
  if (!envelope) return [];
  const naming = new Naming(request.text, envelope);
  const name = naming.nameOf(isHeader ? 'soap:Header' : 'soap:Body');
  const part = `<${name}>\n\t${text.replaceAll('\n', '\n\t')}\n</${name}>`;
  return [...insertChild(request, envelope, part, isHeader ? body : undefined), ...naming.declarations()];
}

/** The text of an element as {@link insertChild} wants it. */
export function fromLeftMargin(text: string, element: Range): string {
  const indent = indentationAt(text, element.from);
  return text
    .slice(element.from, element.to)
    .split(/\r\n|\r|\n/)
    .map(line => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}
