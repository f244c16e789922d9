export type { CodeFact } from './facts.ts';
export { type ResponseCode, responseCodeNames } from './names.ts';
