import type { ExplanationContext } from './context.ts';
import { explainCode } from './explainCode.ts';
import type { Explanation, Step } from './explanation.ts';
import type { SoapFault } from './outcome.ts';
import { explainViolation } from './violation.ts';

/** Explains a SOAP fault: its code, and the place in the request when the fault names one. */
export function explainFault(fault: SoapFault, context: ExplanationContext): Explanation {
  const { responseCode } = fault;
  if (responseCode === undefined) {
    return explainCodeless(fault);
  }
  const explanation = explainCode(responseCode, fault, context);
  const place = placeOf(fault);
  const violation = fault.violation ?? violationIn(fault);
  const words = violation === undefined ? undefined : (explainViolation(violation) ?? violation);
  if (place === undefined && words === undefined) {
    return { tone: 'error', headline: responseCode, ...explanation };
  }
  const detail = [place && `${place}:`, words].filter(Boolean).join(' ');
  return {
    tone: 'error',
    headline: responseCode,
    ...explanation,
    meaning: `${explanation.meaning} ${detail.replace(/:$/, '.')}`,
    steps: [
      ...firstSteps(place, violation),
      ...explanation.steps.filter(step => !step.text.startsWith('Go to the place')),
    ],
  };
}

function placeOf(fault: SoapFault): string | undefined {
  if (fault.line === undefined) {
    return undefined;
  }
  return fault.position === undefined ? `Line ${fault.line}` : `Line ${fault.line}, position ${fault.position}`;
}

/** Older servers put the violation into the fault string alone. */
function violationIn(fault: SoapFault): string | undefined {
  const text = fault.faultString;
  return fault.responseCode === 'ErrorSchemaValidation' && text && explainViolation(text) ? text : undefined;
}

function firstSteps(place: string | undefined, violation: string | undefined): readonly Step[] {
  const steps: Step[] = [];
  if (place !== undefined) {
    const text = `Go to ${place.toLowerCase()} of the request as it was sent and correct it.`;
    steps.push({ text, action: 'fixRequest' });
  }
  if (violation?.includes('https://schemas.')) {
    steps.push({ text: 'Write the namespaces with http:// in place of https://.', action: 'fixRequest' });
  }
  return steps;
}

function explainCodeless(fault: SoapFault): Explanation {
  const kind = fault.faultCode?.slice(fault.faultCode.indexOf(':') + 1);
  const known = kind === undefined ? undefined : standardCodes.get(kind);
  return {
    tone: 'error',
    headline: fault.faultCode ?? 'SOAP fault',
    meaning: known?.meaning ?? 'The server answered with a SOAP fault that carries no ResponseCode.',
    causes: fault.faultString ? [] : ['The fault says nothing more: it has no text and no detail.'],
    steps: known?.steps ?? (fault.faultString ? readText : silent),
    repeat: known?.repeat ?? 'Whether sending again helps cannot be told.',
  };
}

const readText: readonly Step[] = [{ text: 'Read the text of the fault; the server names nothing else.' }];

const silent: readonly Step[] = [
  { text: 'Send again once.', action: 'sendAgain' },
  { text: 'If it stays, note the request-id header for the administrator.' },
];

type StandardCode = Pick<Explanation, 'meaning' | 'steps' | 'repeat'>;

const clientFault: StandardCode = {
  meaning: 'The server holds the request itself at fault and gives no ResponseCode.',
  steps: [
    { text: 'Compare the envelope with one that works, such as the snippet of the operation.', action: 'fixRequest' },
  ],
  repeat: 'Sending the same again does not help. The request must change.',
};

const serverFault: StandardCode = {
  meaning: 'The server failed while it worked on the request and gives no ResponseCode.',
  steps: [
    { text: 'Send again after a moment.', action: 'sendAgain' },
    { text: 'If it stays, note the request-id header for the administrator.' },
  ],
  repeat: 'Sending again can help after a pause. The trouble lies with the server.',
};

/** The fault codes of SOAP 1.1 and 1.2 themselves. */
const standardCodes: ReadonlyMap<string, StandardCode> = new Map([
  ['Client', clientFault],
  ['Sender', clientFault],
  ['Server', serverFault],
  ['Receiver', serverFault],
  [
    'VersionMismatch',
    {
      meaning: 'The server does not accept the SOAP version of the envelope; EWS speaks SOAP 1.1.',
      steps: [
        {
          text: 'Give the envelope the namespace http://schemas.xmlsoap.org/soap/envelope/ of SOAP 1.1.',
          action: 'fixRequest',
        },
      ],
      repeat: 'Sending the same again does not help. The request must change.',
    },
  ],
  [
    'MustUnderstand',
    {
      meaning: 'A header is marked mustUnderstand, and the server does not know it.',
      steps: [{ text: 'Remove that header or its mustUnderstand attribute.', action: 'fixRequest' }],
      repeat: 'Sending the same again does not help. The request must change.',
    },
  ],
]);
