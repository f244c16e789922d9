export { isChosenAnswer } from './chosenAnswer.ts';
export {
  findEndpoint,
  readEndpoints,
  urlComplaint,
  whyNoEndpoint,
} from './endpoint.ts';
export { endpointSteps, type TestStep, testOperation, testRequest } from './endpointTest.ts';
export type * from './exchange.ts';
export { explainExchange, productOf } from './explain.ts';
export { headerComplaint } from './headers.ts';
export { pastedAnswers } from './pastedAnswers.ts';
export { type Sending, send } from './send.ts';
