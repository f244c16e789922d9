export type { Explanation, Step, StepAction } from './explanation.ts';
export type * from './outcome.ts';
