export { type ResponseCode, responseCodeNames } from './names.ts';
