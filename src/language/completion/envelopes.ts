import { operations } from '../../ews/operations/index.ts';
import type { Operation } from '../../ews/schema.ts';
import type { RequestDocument } from '../request.ts';
import { envelopeSnippet } from '../snippets.ts';
import { effectWords } from './children.ts';
import type { Completion } from './completion.ts';
import type { ContentPlace } from './place.ts';

/** Whole envelopes, where the document has no element yet. */
export function envelopeCompletions(request: RequestDocument, place: ContentPlace): readonly Completion[] {
  if (place.before.length > 0 || place.after.length > 0 || place.renamed) return [];
  return operations.map((operation, index) => envelopeCompletion(request, place, operation, index));
}

function envelopeCompletion(
  request: RequestDocument,
  place: ContentPlace,
  operation: Operation,
  index: number,
): Completion {
  // An XML declaration stands at the very beginning or not at all.
  const atStart = request.text.slice(0, place.range.from).replace(/^\ufeff/, '') === '';
  const whole = envelopeSnippet(operation);
  return {
    label: `ews-${operation.name}`,
    kind: 'snippet',
    detail: `whole envelope; ${effectWords[operation.effect]}`,
    documentation: operation.summary,
    range: place.range,
    insert: atStart ? whole : whole.replace(/^<\?xml[^\n]*\n/, ''),
    sortText: String(index).padStart(3, '0'),
    // Found by the name of the operation, and by the name of what it begins with under any customary prefix.
    filterText: place.inTag ? `<ews-${operation.name} <soapenv:Envelope` : `ews-${operation.name} soapenv:Envelope`,
  };
}
