import { applyEdits } from '../xml/index.ts';
import { format } from './formatting.ts';
import { type Problem, problemsIn } from './problems/index.ts';
import { readRequest } from './request.ts';

export { autoClose, type Completion, completionsAt } from './completion/index.ts';
export { type Fix, fixAll, fixableCodes, fixesFor, mendsSeveral } from './fixes/index.ts';
export { format } from './formatting.ts';
export { entryHoverAt } from './hover/entry.ts';
export { type AnswerLookups, type CodeLookup, type Hover, type HoverLine, hoverAt } from './hover/index.ts';
export * from './imDirectory.ts';
export { type Impersonation, impersonationIn } from './impersonation.ts';
export {
  fittingEntries,
  idAt,
  isMendedByPicking,
  listRequestFor,
  type PickPlace,
  pickEdits,
  pickedRange,
  pickPlaceAt,
  pickPlaces,
} from './picking.ts';
export { isPlaceholder } from './placeholders.ts';
export * from './problems/index.ts';
export { problemsByList } from './problems/membership.ts';
export { isEwsEnvelope, operationNamed, type RequestDocument, readRequest } from './request.ts';
export { withSeverities } from './severities.ts';
export { type EnvelopeValues, envelopeFor, envelopeSnippet, snippets } from './snippets.ts';
export * from './structure/index.ts';

/** Everything wrong with a text that stands for a request. */
export function problemsOf(text: string): readonly Problem[] {
  return problemsIn(readRequest(text));
}

/** A text laid out for reading; a text that is not well-formed stays as it is. */
export function formatXml(text: string): string {
  return applyEdits(text, format(readRequest(text), { indent: '  ' }));
}
