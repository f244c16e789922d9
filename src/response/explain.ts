import type { ExplanationContext } from './context.ts';
import { explainCode } from './explainCode.ts';
import { explainFault } from './explainFault.ts';
import { explainNotSoap, explainStatus } from './explainStatus.ts';
import type { Explanation } from './explanation.ts';
import type { Answered, Outcome, ResponseMessage } from './outcome.ts';

/**
 * Says what an outcome means, why it comes about and what to do next. The operation's own explanation goes first, then
 * the general one; texts of the server are never matched, since they are localised. Always gives an explanation.
 */
export function explain(outcome: Outcome, context: ExplanationContext = {}): Explanation {
  switch (outcome.kind) {
    case 'answered':
      return explainAnswer(outcome, { ...context, operation: context.operation ?? outcome.operation });
    case 'soapFault':
      return explainFault(outcome, context);
    case 'httpError':
      return explainStatus(outcome, context);
    case 'notSoap':
      return explainNotSoap(outcome, context);
  }
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
  if (code === 'NoError') {
    return explainSuccess(answer, tone);
  }
  const explanation = explainCode(code, message, context);
  return { tone, headline: code, ...explanation, meaning: `${countWords(answer.messages)}${explanation.meaning}` };
}

function isSuccess(message: ResponseMessage): boolean {
  return message.responseClass === 'Success' || (message.responseClass === undefined && hasNoError(message));
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
