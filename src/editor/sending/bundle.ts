/**
 * The second bundle: everything that sends, decodes, keeps and shows. It is loaded by the first command that needs it, so
 * that opening an XML file costs next to nothing.
 */

export { describeBuild, parseBuild } from '../../ews/builds.ts';
export { lookUpCode } from '../../ews/responseCodes/lookUp.ts';
export * as history from '../../history/index.ts';
export { panelCommands, panelView, render } from '../../panel/index.ts';
export { bytesOf } from '../../response/index.ts';
export { initialContent, startSandbox } from '../../sandbox/index.ts';
export { explainExchange, productOf } from '../../sending/index.ts';
export { newRequest } from '../authoring/newRequest.ts';
export { decodeClipboard, decodeResponse } from '../views/decodeResponse.ts';
export { faultPlace } from '../views/faultPlace.ts';
export { clearHistory, compareChosen } from '../views/historyCommands.ts';
export { HistoryFiles } from '../views/historyFiles.ts';
export { historyRow } from '../views/historyRow.ts';
export { runPanelAction } from '../views/panelActions.ts';
export { chooseNextAnswer, copyId, resetSandbox, useNode } from '../views/sandboxCommands.ts';
export { shownEntries } from '../views/shownEntries.ts';
export { useFromAnswer } from '../views/useInNewRequest.ts';
export { pickFromMailbox } from './pickFromMailbox.ts';
export { seededContent } from './sandboxSeed.ts';
export { Secrets, signOut } from './secrets.ts';
export { sendRequest } from './sendRequest.ts';
export { testEndpoint } from './testEndpoint.ts';
