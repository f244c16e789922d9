import type { StepAction } from '../response/explanation.ts';
import type { PanelAction } from './model.ts';

/** What the panel can offer. */
export type PanelActionName =
  | StepAction
  | 'openXml'
  | 'openReceived'
  | 'openFormatted'
  | 'copyCode'
  | 'copyCurl'
  | 'copyPowerShell'
  | 'copyReport'
  | 'compareWithPrevious'
  | 'goToPlace'
  | 'newRequest'
  | 'decodeResponse'
  | 'useInNewRequest';

/** The action as a link to its command; the arguments are the id of what is shown, or nothing on the empty face. */
export function panelAction(name: PanelActionName, id: string | undefined): PanelAction {
  return { name, ...actions[name], arguments: id === undefined ? [] : [id] };
}

const actions: Readonly<Record<PanelActionName, { readonly label: string; readonly command: string }>> = {
  sendAgain: { label: 'Send Again', command: 'ews.sendAgain' },
  goToPlace: { label: 'Go to the Place', command: 'ews.goToPlace' },
  openXml: { label: 'Open as XML', command: 'ews.openAnswer' },
  openReceived: { label: 'Open as Received', command: 'ews.openAnswer' },
  openFormatted: { label: 'Open Formatted', command: 'ews.openAnswerFormatted' },
  compareWithPrevious: { label: 'Compare with Previous', command: 'ews.compareWithPrevious' },
  copyCode: { label: 'Copy Code', command: 'ews.copyCode' },
  copyCurl: { label: 'Copy Request as cURL', command: 'ews.copyAsCurl' },
  copyPowerShell: { label: 'Copy Request as PowerShell', command: 'ews.copyAsPowerShell' },
  copyReport: { label: 'Copy Redacted Report', command: 'ews.copyReport' },
  fixRequest: { label: 'Go to the Request', command: 'ews.fixRequest' },
  getCurrentIds: { label: 'Look with GetImItemList', command: 'ews.getCurrentIds' },
  setVersion: { label: 'Set the Version', command: 'ews.setVersion' },
  openEndpointSettings: { label: 'Open Endpoint Settings', command: 'ews.openEndpointSettings' },
  testEndpoint: { label: 'Test the Endpoint', command: 'ews.testEndpoint' },
  signOut: { label: 'Forget the Password', command: 'ews.signOut' },
  newRequest: { label: 'New Request', command: 'ews.newRequest' },
  useInNewRequest: { label: 'Use in a New Request…', command: 'ews.useInNewRequest' },
  decodeResponse: { label: 'Decode Response', command: 'ews.decodeResponse' },
};

/** Every command that a page can link to: what the webview must allow with `enableCommandUris`. */
export const panelCommands: readonly string[] = [...new Set(Object.values(actions).map(action => action.command))];
