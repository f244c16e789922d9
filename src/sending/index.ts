export {
  type Endpoint,
  type EndpointReading,
  findEndpoint,
  readEndpoints,
  sandboxEndpoint,
  urlComplaint,
} from './endpoint.ts';
export type * from './exchange.ts';
export { explainExchange, productOf } from './explain.ts';
export { requestHeaders, type Sending, send } from './send.ts';
