export type { Advice, CodeCategory, CodeFact, CodeStep } from './facts.ts';
export { type ResponseCode, responseCodeNames } from './names.ts';
