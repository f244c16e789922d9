export { panelCommands } from './actions.ts';
export type { PanelView } from './model.ts';
export { render } from './render.ts';
export { type DecodedAnswer, panelView, type ShownEntry } from './view.ts';
