export { type PanelActionName, panelCommands } from './actions.ts';
export type * from './model.ts';
export { type PanelPage, render } from './render.ts';
export { type DecodedAnswer, type PanelOptions, panelView } from './view.ts';
