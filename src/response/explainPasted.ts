import type { ExplanationContext } from './context.ts';
import { explainCode } from './explainCode.ts';
import type { Explanation } from './explanation.ts';
import type { BodyKind, NotSoap } from './outcome.ts';

/** Explains a pasted text that holds no answer: by the code that it names, else by what could be pasted in its place. */
export function explainPastedText(outcome: NotSoap, context: ExplanationContext): Explanation | undefined {
  const { responseCode: code, body, bodyKind } = outcome;
  if (code !== undefined) {
    const explanation = explainCode(code, {}, context);
    const where = bodyKind === 'text' ? '' : ` It stands in ${body}, of which nothing else was read.`;
    const tone = code === 'NoError' ? 'success' : 'error';
    return { tone, headline: code, ...explanation, meaning: `${explanation.meaning}${where}` };
  }
  if (!strange.has(bodyKind)) return undefined;
  return {
    tone: 'error',
    headline: 'Not an EWS answer',
    meaning: `This text holds no answer of EWS: it is ${body}.`,
    causes: [],
    steps: [
      {
        text: 'Take an answer in XML, with or without words around it, a raw HTTP response, an EWS trace log, a HAR file, or a short text that names one ResponseCode.',
      },
    ],
  };
}

/** What nobody can be said to have answered; a web page or broken XML tells where it comes from. */
const strange: ReadonlySet<BodyKind> = new Set<BodyKind>(['empty', 'json', 'text', 'binary', 'otherXml']);

/** No endpoint of the settings gave the answer: whichever is active now, there is nothing to change about it. */
export function withoutEndpoint(explanation: Explanation): Explanation {
  const steps = explanation.steps
    .filter(({ action }) => action !== 'signOut' && action !== 'testEndpoint')
    .map(step => (step.action === 'openEndpointSettings' ? { text: step.text } : step));
  return { ...explanation, steps };
}
