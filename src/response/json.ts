import { describeBuild } from '../ews/builds.ts';
import { tellingMessage } from './explain.ts';
import type { Diagnostics, HttpFacts } from './httpFacts.ts';
import type { Answered, Outcome, ResponseMessage, ServerVersionInfo, SoapFault } from './outcome.ts';

/** An outcome as `decode --json` prints it: what applies is there, what does not is left out. */
export interface OutcomeJson {
  readonly kind: Outcome['kind'];
  readonly operation?: string;
  readonly responseClass?: string;
  readonly responseCode?: string;
  readonly messageText?: string;
  readonly innerCode?: string;
  readonly line?: number;
  readonly position?: number;
  readonly violation?: string;
  readonly backOffMilliseconds?: number;
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly values?: readonly NamedValue[];
  /** What the body is, when it is no SOAP answer. */
  readonly body?: string;
  readonly excerpt?: string;
  readonly server?: ServerVersionInfo & {
    readonly product?: string;
    readonly update?: string;
    readonly released?: string;
    readonly match?: string;
    readonly sentence?: string;
  };
  readonly messages?: readonly MessageJson[];
  readonly notes?: readonly string[];
  readonly status?: number;
  /** Names of the ways to sign in that the server offers, in its order. */
  readonly schemes?: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly diagnostics?: Diagnostics;
}

/** One response message of {@link OutcomeJson}. */
export interface MessageJson {
  readonly responseClass?: string;
  readonly responseCode?: string;
  readonly messageText?: string;
  readonly innerCode?: string;
  readonly backOffMilliseconds?: number;
  readonly values?: readonly NamedValue[];
}

/** A named value of MessageXml. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/**
 * The outcome as a plain object for machines. `messages` lists every response message; the fields before it are those
 * of the first that is no success, else of the first. Without a message of its own a fault tells its fault string.
 */
export function outcomeJson(outcome: Outcome, http?: HttpFacts): OutcomeJson {
  const { notes } = outcome;
  return {
    ...fieldsOf(outcome),
    ...(notes.length > 0 && { notes }),
    ...(http && httpFields(http)),
    ...(outcome.kind === 'httpError' && { status: outcome.status }),
  };
}

function fieldsOf(outcome: Outcome): OutcomeJson {
  switch (outcome.kind) {
    case 'answered':
      return answeredFields(outcome);
    case 'soapFault':
      return faultFields(outcome);
    default: {
      const { kind, responseCode, body, excerpt } = outcome;
      return { kind, ...(responseCode && { responseCode }), body, ...(excerpt && { excerpt }) };
    }
  }
}

function answeredFields(outcome: Answered): OutcomeJson {
  const { kind, operation, messages, server } = outcome;
  const telling = tellingMessage(messages);
  return {
    kind,
    operation,
    ...(telling && messageJson(telling)),
    ...(server && { server: serverJson(server) }),
    messages: messages.map(messageJson),
  };
}

function faultFields(fault: SoapFault): OutcomeJson {
  const { kind: _kind, notes: _notes, values, server, messageText, ...rest } = fault;
  const text = messageText ?? fault.faultString;
  return {
    kind: 'soapFault',
    ...rest,
    ...(text && { messageText: text }),
    ...(values.length > 0 && { values: namedValues(values) }),
    ...(server && { server: serverJson(server) }),
  };
}

function messageJson(message: ResponseMessage): MessageJson {
  const { responseClass, values, ...rest } = message;
  return {
    ...(responseClass && { responseClass }),
    ...rest,
    ...(values.length > 0 && { values: namedValues(values) }),
  };
}

function namedValues(values: ResponseMessage['values']): readonly NamedValue[] {
  return values.map(([name, value]) => ({ name, value }));
}

function serverJson(server: ServerVersionInfo): NonNullable<OutcomeJson['server']> {
  const { major, minor, build, revision } = server;
  if (major === undefined || minor === undefined || build === undefined) {
    return server;
  }
  const { product, update, released, match, sentence } = describeBuild({
    major,
    minor,
    build,
    ...(revision !== undefined && { revision }),
  });
  return {
    ...server,
    ...(product && { product }),
    ...(update && { update }),
    ...(released && { released }),
    match,
    sentence,
  };
}

function httpFields(http: HttpFacts): Partial<OutcomeJson> {
  const { status, schemes, retryAfterSeconds, diagnostics } = http;
  return {
    ...(status !== undefined && { status }),
    ...(schemes.length > 0 && { schemes: schemes.map(({ scheme }) => scheme) }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(Object.keys(diagnostics).length > 0 && { diagnostics }),
  };
}
