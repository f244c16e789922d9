import type { ExplanationContext } from './context.ts';
import { contradictionIn } from './contradiction.ts';
import { explainCode } from './explainCode.ts';
import { explainFault } from './explainFault.ts';
import { explainPastedText, withoutEndpoint } from './explainPasted.ts';
import { explainNotSoap, explainStatus } from './explainStatus.ts';
import type { Explanation } from './explanation.ts';
import type { Answered, NotSoap, Outcome, ResponseMessage } from './outcome.ts';

/**
 * Says what an outcome means, why it comes about and what to do next. The operation's own explanation goes first, then
 * the general one; texts of the server are never matched, since they are localised. Always gives an explanation.
 */
export function explain(outcome: Outcome, context: ExplanationContext = {}): Explanation {
  const explanation = explainOutcome(outcome, context);
  return context.pasted || context.chosen ? withoutEndpoint(explanation) : explanation;
}

function explainOutcome(outcome: Outcome, context: ExplanationContext): Explanation {
  switch (outcome.kind) {
    case 'answered':
      return explainAnswer(outcome, { ...context, operation: context.operation ?? outcome.operation });
    case 'soapFault':
      return explainFault(outcome, context);
    case 'httpError':
      return explainStatus(outcome, context);
    case 'notSoap':
      return bareText(outcome, context) ?? explainNotSoap(outcome, context);
  }
}

/** A pasted text without a head of HTTP; with one, a server did answer. */
function bareText(outcome: NotSoap, context: ExplanationContext): Explanation | undefined {
  return context.pasted && !context.http ? explainPastedText(outcome, context) : undefined;
}

/** The response message that a reader should see first: the first that is no success, else the first of all. */
export function tellingMessage(messages: readonly ResponseMessage[]): ResponseMessage | undefined {
  return messages.find(isError) ?? messages.find(message => !isSuccess(message)) ?? messages[0];
}

function explainAnswer(answer: Answered, context: ExplanationContext): Explanation {
  const message = tellingMessage(answer.messages);
  const code = message?.responseCode;
  const tone = toneOf(answer.messages);
  if (!message || code === undefined) {
    return explainCodelessAnswer(tone === 'success' ? 'warning' : tone, answer.operation);
  }
  const contradiction = contradictionIn(message);
  if (contradiction === 'no success without a code') {
    return explainReasonless(answer, tone, message);
  }
  if (code === 'NoError') {
    return explainSuccess(answer, tone);
  }
  const explanation = explainCode(code, message, context);
  const before = `${countWords(answer.messages)}${contradiction ? successWithCode : ''}`;
  return { tone, headline: code, ...explanation, meaning: `${before}${explanation.meaning}` };
}

const successWithCode =
  'The response message calls itself a success and names an error all the same; clients go by the class, so the operation may well have been carried out. What the code means: ';

/** Without a code only the words of the server can tell the reason. */
function explainReasonless(answer: Answered, tone: Explanation['tone'], message: ResponseMessage): Explanation {
  const kind = message.responseClass === 'Error' ? 'an error' : 'a warning';
  const meaning = `${countWords(answer.messages)}The response message calls itself ${kind}, yet its ResponseCode is NoError, so it gives no reason.`;
  return {
    tone,
    headline: 'NoError',
    meaning,
    causes: ['A proxy or a server that is not Exchange put the answer together.'],
    steps: [
      { text: 'Read MessageText and MessageXml in the answer: the reason, if any, stands there.' },
      { text: 'Check whether the change was made before you send the request again.' },
    ],
  };
}

function isSuccess(message: ResponseMessage): boolean {
  return (
    (message.responseClass === 'Success' && contradictionIn(message) === undefined) ||
    (message.responseClass === undefined && hasNoError(message))
  );
}

function isError(message: ResponseMessage): boolean {
  return message.responseClass === 'Error' || (message.responseClass === undefined && !hasNoError(message));
}

function hasNoError(message: ResponseMessage): boolean {
  return message.responseCode === undefined || message.responseCode === 'NoError';
}

function toneOf(messages: readonly ResponseMessage[]): Explanation['tone'] {
  if (messages.some(isError)) {
    return 'error';
  }
  return messages.every(isSuccess) ? 'success' : 'warning';
}

/** A summary of several messages, with a blank at its end; nothing for a single one. */
function countWords(messages: readonly ResponseMessage[]): string {
  if (messages.length < 2) {
    return '';
  }
  const errors = messages.filter(isError).length;
  const warnings = messages.length - errors - messages.filter(isSuccess).length;
  const counts = [errors > 0 && `${errors} with an error`, warnings > 0 && `${warnings} with a warning`].filter(
    Boolean,
  );
  return `Of ${messages.length} response messages, ${counts.join(' and ')}; the first of them is explained here. `;
}

function explainSuccess(answer: Answered, tone: Explanation['tone']): Explanation {
  const many = answer.messages.length > 1 ? ` All ${answer.messages.length} response messages say so.` : '';
  const meaning = `${answer.operation} succeeded.${many}`;
  return { tone, headline: 'NoError', meaning, causes: [], steps: [] };
}

function explainCodelessAnswer(tone: Explanation['tone'], operation: string): Explanation {
  return {
    tone,
    headline: `${operation}Response`,
    meaning:
      'The endpoint answered without a ResponseCode, so whether it did what was asked must be read in the answer itself.',
    causes: [],
    steps: [{ text: 'Open the answer as XML and read it.' }],
  };
}
