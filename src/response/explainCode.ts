import { operations } from '../ews/operations/index.ts';
import type { CodeFact } from '../ews/responseCodes/index.ts';
import { isResponseCode, lookUpCode } from '../ews/responseCodes/lookUp.ts';
import { duration, type ExplanationContext, waitingTime } from './context.ts';
import type { Explanation, Step } from './explanation.ts';

/** What an answer says besides its ResponseCode. */
export interface CodeDetails {
  readonly innerCode?: string;
  readonly backOffMilliseconds?: number;
}

/** A code's part of an explanation. */
export type CodeExplanation = Omit<Explanation, 'tone' | 'headline'>;

/**
 * Explains a ResponseCode: what it means for this very operation when that is known, else what it means at all. An
 * inner code is explained with it, and a waiting time stands in the first step.
 */
export function explainCode(code: string, details: CodeDetails, context: ExplanationContext): CodeExplanation {
  if (/^-?\d+$/.test(code)) {
    return errorNumber;
  }
  const { fact } = lookUpCode(code);
  const inner = details.innerCode === undefined ? undefined : lookUpCode(details.innerCode);
  const innerWords = inner ? ` The inner code ${inner.code} says more: ${inner.fact.meaning}` : '';
  const telling = inner && !vague.has(inner.code) ? inner.fact : fact;
  const wait = waitingTime(details.backOffMilliseconds, context.http);
  return {
    meaning: `${ownMeaning(code, context.operation) ?? meaningOf(fact)}${innerWords}`,
    causes: [...(inner?.fact.causes ?? []), ...(fact.causes ?? [])],
    steps: withWait([...(inner?.fact.steps ?? []), ...withoutHint(fact.steps ?? [], inner !== undefined)], wait),
    ...repeatSentence(telling, wait),
  };
}

/** Whether sending again helps, as a sentence; nothing for a success. */
function repeatSentence(fact: CodeFact, wait?: number): { readonly repeat?: string } {
  if (fact.repeat === 'n/a') {
    return {};
  }
  if (wait !== undefined) {
    return { repeat: `Sending again can help after ${duration(wait)}, which is what the server asks for.` };
  }
  return { repeat: `${repeatWords[fact.repeat]} ${fact.why}` };
}

const repeatWords = {
  no: 'Sending the same again does not help.',
  yes: 'Sending again helps.',
  'after-fix': 'Sending again helps after a correction.',
  'after-backoff': 'Sending again can help after a pause.',
} as const;

const errorNumber: CodeExplanation = {
  meaning:
    'The server gave an error number in place of a ResponseCode, as Exchange 2007 does for availability and out-of-office requests. The text of the fault says what failed.',
  causes: [],
  steps: [{ text: 'Read the text of the fault: the innermost failure stands last.' }],
  repeat: 'Whether sending again helps cannot be told from a number.',
};

/** Codes that say no more than that something failed. */
const vague: ReadonlySet<string> = new Set(['ErrorInternalServerError', 'NoError']);

function ownMeaning(code: string, operation: string | undefined): string | undefined {
  const facts = operations.find(candidate => candidate.name === operation);
  const { code: spelt } = lookUpCode(code);
  return facts && isResponseCode(spelt) ? facts.errors[spelt] : undefined;
}

function meaningOf(fact: CodeFact): string {
  if (fact.documentation === 'unused') {
    return `${fact.meaning} The documentation calls this code unused, so its appearance is unexpected.`;
  }
  return fact.meaning;
}

/** The hint to look at the inner code is of no use once that code is explained. */
function withoutHint(steps: readonly Step[], explained: boolean): readonly Step[] {
  return explained ? steps.filter(step => !step.text.startsWith('Look at the inner code')) : steps;
}

/** With a known time one step says how long to wait, in place of those that only say to wait. */
function withWait(steps: readonly Step[], wait: number | undefined): readonly Step[] {
  const distinct = steps.filter((step, index) => steps.findIndex(other => other.text === step.text) === index);
  if (wait === undefined) {
    return distinct;
  }
  const rest = distinct.filter(step => step.action !== 'sendAgain');
  return [{ text: `Wait ${duration(wait)}, then send again.`, action: 'sendAgain' }, ...rest];
}
