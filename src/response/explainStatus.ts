import { duration, type ExplanationContext, isExchangeOnline, waitingTime } from './context.ts';
import { explainCode } from './explainCode.ts';
import { explainForbidden, explainUnauthorized } from './explainSignIn.ts';
import type { Explanation, Step } from './explanation.ts';
import type { HttpError, NotSoap } from './outcome.ts';
import { type StatusWords, statuses } from './statuses.ts';

/** Explains an answer that is no SOAP and whose status says why. */
export function explainStatus(outcome: HttpError, context: ExplanationContext): Explanation {
  if (outcome.responseCode !== undefined) {
    const explanation = explainCode(outcome.responseCode, {}, context);
    const meaning = `${explanation.meaning} The server said so outside a SOAP fault, with HTTP ${outcome.status}.`;
    return { tone: 'error', headline: outcome.responseCode, ...explanation, meaning };
  }
  const explanation = byStatus(outcome, context);
  const wait = waitingTime(undefined, context.http);
  const base = { ...explanation, causes: [...frontEndCauses(context), ...explanation.causes] };
  return { tone: 'error', headline: `HTTP ${outcome.status}`, ...(wait === undefined ? base : withWait(base, wait)) };
}

/** Explains a body that is no SOAP answer although no status says that something failed. */
export function explainNotSoap(outcome: NotSoap, context: ExplanationContext): Explanation {
  const found = bodies[outcome.bodyKind];
  const busy = outcome.bodyKind === 'empty' && context.http?.diagnostics.connectionClose === true;
  return {
    tone: 'error',
    headline: 'Not an EWS answer',
    meaning: `The body is ${outcome.body}. ${busy ? busyClose : found.meaning}`,
    causes: found.causes,
    steps: found.steps,
    repeat: busy ? 'Sending again can help after a pause.' : found.repeat,
  };
}

const busyClose = 'The server closed the connection without a word, as it does under load.';

function byStatus(outcome: HttpError, context: ExplanationContext): StatusWords {
  const { status } = outcome;
  if (status === 401) {
    return explainUnauthorized(context);
  }
  if (status === 403) {
    return explainForbidden(context);
  }
  if (status >= 300 && status < 400) {
    return explainRedirection(context.http?.location);
  }
  if (status === 500 && outcome.bodyKind === 'serverErrorPage') {
    return serverErrorPage;
  }
  return statuses.get(status) ?? unknownStatus(status, context);
}

function withWait(words: StatusWords, wait: number): StatusWords {
  const steps = words.steps.filter(step => step.action !== 'sendAgain');
  return {
    ...words,
    steps: [{ text: `Wait ${duration(wait)}, then send again.`, action: 'sendAgain' }, ...steps],
    repeat: `Sending again can help after ${duration(wait)}, which is what the server asks for.`,
  };
}

/** What the front end of Exchange says in headers of its own. */
function frontEndCauses(context: ExplanationContext): readonly string[] {
  const { casErrorCode, backEndStatus } = context.http?.diagnostics ?? {};
  return [
    ...(casErrorCode ? [`The front end of Exchange names the error ${casErrorCode}.`] : []),
    ...(backEndStatus ? [`The back end answered the front end with status ${backEndStatus}.`] : []),
  ];
}

/** Source of the error page that passes and of the sign-in addresses: exchangelib. */
function explainRedirection(location: string | undefined): StatusWords {
  const target = location === undefined ? 'an address it does not name' : location;
  if (/genericerrorpage\.htm/i.test(target)) {
    return {
      meaning: 'The server redirects to its general error page: something failed inside that may pass.',
      causes: ['The web application of Exchange broke off the request, often under load.'],
      steps: [{ text: 'Send again after a moment.', action: 'sendAgain' }],
      repeat: 'Sending again can help after a pause.',
    };
  }
  if (/\/owa\/auth|\/adfs\/|^https?:\/\/login\./i.test(target)) {
    return {
      meaning: `The server redirects to a sign-in page (${target}): this address wants a person with a browser.`,
      causes: ['A reverse proxy or Outlook on the web stands in front of EWS and asks for its own sign-in.'],
      steps: [
        { text: 'Use the address of EWS itself, which ends in /EWS/Exchange.asmx.', action: 'openEndpointSettings' },
      ],
      repeat: 'Sending the same again does not help. The endpoint must change.',
    };
  }
  return {
    meaning: `The server redirects to ${target}. Nothing was sent there, because the credentials would go with it.`,
    causes: ['The endpoint has moved, or http is redirected to https.'],
    steps: [{ text: 'If you trust the new address, enter it as the endpoint.', action: 'openEndpointSettings' }],
    repeat: 'Sending the same again does not help. The endpoint must change.',
  };
}

const serverErrorPage: StatusWords = {
  meaning:
    'The web application of Exchange fell over and sent an error page of the web server in place of a SOAP fault.',
  causes: ['The server is under load, or its application pool restarts.', 'The installation of EWS is damaged.'],
  steps: [
    { text: 'Send again after a moment.', action: 'sendAgain' },
    { text: 'If it stays, ask an administrator to look into the event log of the server.' },
  ],
  repeat: 'Sending again can help after a pause.',
};

function unknownStatus(status: number, context: ExplanationContext): StatusWords {
  const passing = status >= 500;
  const where = isExchangeOnline(context) === true ? 'Exchange Online' : 'the server or a proxy before it';
  const who = status >= 400 && status < 500 ? 'objects to the request' : 'could not do its work';
  return {
    meaning: `HTTP status ${status} has no special meaning in EWS; by its number ${where} ${who}.`,
    causes: [],
    steps: passing
      ? [{ text: 'Send again after a moment.', action: 'sendAgain' }]
      : [{ text: 'Test the endpoint.', action: 'testEndpoint' }],
    repeat: passing ? 'Sending again can help after a pause.' : 'Sending the same again hardly helps.',
  };
}

const checkAddress: readonly Step[] = [
  { text: 'Check the address of the endpoint; it ends in /EWS/Exchange.asmx.', action: 'openEndpointSettings' },
  { text: 'Test the endpoint.', action: 'testEndpoint' },
];

const sendAgain: Step = { text: 'Send again.', action: 'sendAgain' };

const wrongPlace: Omit<StatusWords, 'meaning'> = {
  causes: ['The address is not that of EWS.', 'A proxy or a captive portal answered in place of Exchange.'],
  steps: checkAddress,
  repeat: 'Sending the same again does not help. The endpoint must change.',
};

const bodies: Readonly<Record<NotSoap['bodyKind'], StatusWords>> = {
  empty: {
    ...wrongPlace,
    meaning: 'There is nothing to read, although an answer of EWS is never empty.',
    steps: [sendAgain, ...checkAddress],
    repeat: 'Sending again may help once. If it stays, the endpoint must change.',
  },
  signInPage: { ...wrongPlace, meaning: 'This is not EWS: something before it asks a person to sign in.' },
  serverErrorPage: { ...serverErrorPage, meaning: 'The web server reports an error of its own.' },
  html: { ...wrongPlace, meaning: 'A web page came back in place of an answer of EWS.' },
  json: { ...wrongPlace, meaning: 'EWS never answers JSON, so another service answered.' },
  text: { ...wrongPlace, meaning: 'EWS answers XML only, so something else answered.' },
  binary: {
    ...wrongPlace,
    meaning: 'EWS answers XML only; this may be compressed, encrypted or cut out of something.',
  },
  otherXml: { ...wrongPlace, meaning: 'It is XML, but no answer that EWS gives.' },
  request: {
    meaning: 'That is what a client sends; what the server says to it is another text.',
    causes: ['The request was pasted where the answer was meant.', 'A test server sends back what it got.'],
    steps: [{ text: 'Send the request, or open the answer to it.' }],
    repeat: 'There is nothing to repeat.',
  },
  truncatedXml: {
    meaning:
      'The end of the answer is missing, so what it says cannot be trusted. The request may have been carried out.',
    causes: ['The connection broke, or a proxy cut the answer.', 'Only a part was copied.'],
    steps: [sendAgain],
    repeat:
      'Sending again helps if the connection broke. A removal that was carried out is reported as an id not found.',
  },
  malformedXml: {
    meaning: 'It begins like XML but breaks the rules of XML, so it cannot be read safely.',
    causes: ['Something between Exchange and here changed the answer.', 'The text was altered when it was copied.'],
    steps: [sendAgain, { text: 'Open the answer as text and look at the place named above.' }],
    repeat: 'Sending again may help.',
  },
  refusedXml: {
    meaning: 'It was not read any further, because no answer of EWS looks like this and it may be meant to do harm.',
    causes: ['The answer does not come from Exchange.'],
    steps: checkAddress,
    repeat: 'Sending the same again does not help. The endpoint must change.',
  },
};
