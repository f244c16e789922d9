export { type ComparedSide, type Comparison, compareExchanges } from './compare.ts';
export { toCurl } from './curl.ts';
export {
  addExchange,
  type CutPart,
  defaultHistoryLimits,
  emptyHistory,
  findEntry,
  type History,
  type HistoryEntry,
  type HistoryLimits,
  previousAnswer,
  removeExchange,
  withinLimits,
} from './history.ts';
export { toPowerShell } from './powerShell.ts';
export { type ReportOptions, toReport } from './report.ts';
export { withoutSecrets } from './secrets.ts';
export { parseHistory, type StoredHistory, serialiseHistory } from './storage.ts';
export { codeOf, decisiveMessage, logLineOf, outcomeCode } from './summary.ts';
