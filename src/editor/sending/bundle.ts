/**
 * The second bundle: everything that sends, decodes, keeps and shows. It is loaded by the first command that needs it, so
 * that opening an XML file costs next to nothing.
 */

export { describeBuild, parseBuild } from '../../ews/builds.ts';
export { findOperation } from '../../ews/operationNames.ts';
export { lookUpCode } from '../../ews/responseCodes/lookUp.ts';
export * as history from '../../history/index.ts';
export { panelCommands, panelView, render } from '../../panel/index.ts';
export { bytesOf } from '../../response/index.ts';
export { initialContent, parseSeed, scriptedAnswers, startSandbox } from '../../sandbox/index.ts';
export { endpointSteps, explainExchange, productOf, send, testOperation, testRequest } from '../../sending/index.ts';
export { kerberosBy, proxyFor } from '../../transport/index.ts';
export { faultPlace } from '../views/faultPlace.ts';
export { HistoryFiles } from '../views/historyFiles.ts';
export { historyRow } from '../views/historyRow.ts';
export { shownEntries } from '../views/shownEntries.ts';
export { decodePasted } from './decodePasted.ts';
export { pickEntry } from './entryPick.ts';
