import type { XmlElement } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import { attributeCompletions } from './attributes.ts';
import { childCompletions } from './children.ts';
import type { Completion } from './completion.ts';
import { envelopeCompletions } from './envelopes.ts';
import { type EndTagPlace, enclosing, openElementAt, type Place, placeAt } from './place.ts';
import { valueCompletions } from './values.ts';

export type { Completion } from './completion.ts';

/** What may be typed at the caret; what is inserted is valid there, once its placeholders are filled. Never throws. */
export function completionsAt(request: RequestDocument, offset: number): readonly Completion[] {
  const place = placeAt(request, offset);
  if (!place) return [];
  if (place.kind === 'endTag') return [endTagCompletion(place.element, place.range)];
  const closing = place.kind === 'content' && place.open ? [endTagCompletion(place.open, place.range)] : [];
  return [...startingAt(request, place), ...closing];
}

function startingAt(request: RequestDocument, place: Exclude<Place, EndTagPlace>): readonly Completion[] {
  if (request.kind === 'answer') return [];
  if (place.kind === 'attribute') return attributeCompletions(request, place);
  if (place.kind === 'value') return valueCompletions(request, place);
  return place.parent ? childCompletions(request, place) : envelopeCompletions(request, place);
}

/**
 * What the editor should put behind the caret when the user has just typed `>` or the slash of `</`: the rest of the end
 * tag. Undefined when nothing is to be closed there.
 */
export function autoClose(request: RequestDocument, offset: number): string | undefined {
  const { text, xml } = request;
  if (text.slice(0, offset).endsWith('</')) {
    const rest = /^>?/.exec(text.slice(offset))?.[0] ?? '';
    if (/^[\w:]/.test(text.slice(offset, offset + 1))) return undefined;
    const place = placeAt(request, offset);
    if (place?.kind !== 'endTag' || place.element.name === '') return undefined;
    return rest === '>' ? place.element.name : `${place.element.name}>`;
  }
  if (text[offset - 1] !== '>') return undefined;
  const opened = enclosing(xml, offset);
  if (opened?.startTag.to !== offset || opened.name === '') return undefined;
  return openElementAt(xml, offset) === opened ? `</${opened.name}>` : undefined;
}

function endTagCompletion(element: XmlElement, range: Completion['range']): Completion {
  const tag = `</${element.name}>`;
  return {
    label: tag,
    kind: 'endTag',
    detail: 'end tag',
    documentation: `Closes <${element.name}>.`,
    range,
    insert: tag.replaceAll('$', '\\$'),
    filterText: tag,
    sortText: '9',
  };
}
