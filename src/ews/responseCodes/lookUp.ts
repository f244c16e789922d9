import type { CodeCategory, CodeFact } from './facts.ts';
import { type ResponseCode, responseCodeNames } from './names.ts';
import { responseCodes } from './table.ts';

/** What the tables say of a code that an answer carries. */
export interface CodeEntry {
  /** The name under which the facts are kept; differs from what was asked for when that was a known misspelling. */
  readonly code: string;
  readonly fact: CodeFact;
  /** `table`: in a schema; `client`: seen by Microsoft's or other clients only; `rule`: judged by the name alone. */
  readonly source: 'table' | 'client' | 'rule';
}

/**
 * Looks a code up, white space around it ignored. Always gives an entry: a server may answer codes that no schema
 * lists, and then the category is judged by the name and the meaning says so.
 */
export function lookUpCode(name: string): CodeEntry {
  const asked = name.trim();
  const code = misspellings.get(asked) ?? asked;
  if (isResponseCode(code)) {
    return { code, fact: responseCodes[code], source: 'table' };
  }
  const known = Object.hasOwn(clientCodes, code) ? clientCodes[code] : undefined;
  return known ? { code, fact: known, source: 'client' } : { code, fact: judgedByName(code), source: 'rule' };
}

/** Whether a text is a ResponseCode of the tables, in the right spelling. */
export function isResponseCode(name: string): name is ResponseCode {
  return knownNames.has(name);
}

const knownNames: ReadonlySet<string> = new Set(responseCodeNames);

const misspellings: ReadonlyMap<string, ResponseCode> = new Map([
  // The documentation and exchangelib spell it so.
  ['ErrorSubscriptionUnsubsribed', 'ErrorSubscriptionUnsubscribed'],
  // exchangelib corrects the spelling of the schema.
  ['ErrorFolderPropertyRequestFailed', 'ErrorFolderPropertRequestFailed'],
]);

/** Codes outside every schema. Sources: exchangelib (the first), the EWS Managed API (the others). */
const clientCodes: Readonly<Record<string, CodeFact>> = {
  ErrorConnectionFailedTransientError: {
    category: 'transient/server',
    repeat: 'yes',
    why: 'The server itself calls it passing.',
    documentation: 'none',
    meaning: 'A connection inside the server farm broke for a moment; clients have met the code, no schema lists it.',
  },
  ErrorChannelSubscriptionAlreadyExists: channel(
    'A subscription of that kind exists on the notification channel already.',
  ),
  ErrorChannelSubscriptionNotFound: channel('The notification channel has no such subscription.'),
  ErrorExceededChannelSubscriptionCount: channel('The notification channel holds as many subscriptions as it may.'),
  ErrorInvalidChannelId: channel('The id of the notification channel cannot be used.'),
  ErrorInvalidChannelSubscriptionId: channel('The id of a subscription on the notification channel cannot be used.'),
  ErrorNewChannelConnectionOpened: channel('A newer connection took over the notification channel.'),
};

function channel(sentence: string): CodeFact {
  return {
    category: 'notifications',
    repeat: 'no',
    why: 'The request or the state of the object must change.',
    documentation: 'none',
    meaning: `${sentence} Only a Microsoft client library names this code.`,
  };
}

function judgedByName(code: string): CodeFact {
  const rule = rules.find(([pattern]) => pattern.test(code.slice(0, 200)));
  if (!rule) {
    return {
      category: 'request-invalid',
      repeat: 'no',
      why: 'Nothing tells that it would help.',
      documentation: 'none',
      meaning: `${unlisted}, and its name does not tell what it is about; the message text may say more.`,
    };
  }
  const [, category, advice] = rule;
  const area = areas[category] ?? category;
  const meaning = `${unlisted}. By its name it is about ${area}; the message text may say more.`;
  return { category, ...advice, documentation: 'none', meaning };
}

const unlisted = 'No table of this program has this code';

type Rule = readonly [pattern: RegExp, category: CodeCategory, advice: Pick<CodeFact, 'repeat' | 'why'>];

/** First match wins, so the telling words stand before the general ones. */
const rules: readonly Rule[] = [
  [/^NoError/, 'ok', { repeat: 'n/a', why: 'There is no error.' }],
  [
    /^ErrorIm[A-Z]|Im(?:Group|Contact|List|Item)/,
    'im-list',
    { repeat: 'after-fix', why: 'Read the list again first.' },
  ],
  [
    /Transient|Timeout|TimedOut|Unavailable|Delayed/,
    'transient/server',
    { repeat: 'after-backoff', why: 'The name speaks of something that passes.' },
  ],
  [
    /Busy|Throttl|Exceeded|TooMany|LimitReached/,
    'throttling',
    { repeat: 'after-backoff', why: 'The name speaks of a limit.' },
  ],
  [/Impersonat/, 'impersonation', { repeat: 'no', why: 'The rights or the header must change.' }],
  [
    /Denied|NotAllowed|Unauthorized|Permission|Token|Account|License|Blocked/,
    'auth/permission',
    { repeat: 'no', why: 'The rights or the account must change.' },
  ],
  [/NotFound|NonExistent|DoesNotExist|NotExist/, 'not-found', { repeat: 'no', why: 'The object is not there.' }],
  [/Version/, 'version', { repeat: 'after-fix', why: 'Send another RequestServerVersion.' }],
  [
    /Calendar|Meeting|Recurrence|Occurrence/,
    'calendar',
    { repeat: 'no', why: 'The request or the state of the object must change.' },
  ],
  [/Folder/, 'folders', { repeat: 'no', why: 'The request or the state of the object must change.' }],
  [/Quota/, 'quota', { repeat: 'after-fix', why: 'Free space first.' }],
  [
    /InternalServer|Failed|Failure/,
    'transient/server',
    { repeat: 'after-backoff', why: 'The name speaks of a failure in the server.' },
  ],
  [/Id(?:$|[A-Z])/, 'ids', { repeat: 'no', why: 'The identifier must change.' }],
  [/Propert/, 'properties', { repeat: 'no', why: 'The request must change.' }],
  [
    /^Error(?:Invalid|Missing|Duplicate|Unsupported)/,
    'request-invalid',
    { repeat: 'no', why: 'The request must change.' },
  ],
];

const areas: Readonly<Partial<Record<CodeCategory, string>>> = {
  ok: 'a success',
  'transient/server': 'passing trouble of the server',
  throttling: 'limits for callers',
  'im-list': 'the IM list',
  'auth/permission': 'sign-in and rights',
  'not-found': 'something that is missing',
  version: 'the versions of request and server',
  quota: 'limits of space',
  'request-invalid': 'a fault of the request',
};
