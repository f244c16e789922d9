export { decode } from './decode.ts';
export type { Explanation, Step, StepAction } from './explanation.ts';
export type * from './outcome.ts';
export { readText } from './text.ts';
