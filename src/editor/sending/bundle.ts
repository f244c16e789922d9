/**
 * The second bundle: everything that sends, decodes, keeps and shows. It is loaded by the first command that needs it, so
 * that opening an XML file costs next to nothing.
 */

export { lookUpCode } from '../../ews/responseCodes/lookUp.ts';
export * as history from '../../history/index.ts';
export { panelCommands, panelView, render } from '../../panel/index.ts';
export { scriptedAnswers, startSandbox } from '../../sandbox/index.ts';
export { explainExchange, productOf, send } from '../../sending/index.ts';
export { faultPlace } from '../views/faultPlace.ts';
export { historyRow } from '../views/historyRow.ts';
export { decodePasted } from './decodePasted.ts';
