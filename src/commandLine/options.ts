import type { Step } from '../response/index.ts';
import type { TransportErrorCode } from '../transport/index.ts';

/** The options that are the next step where `send` had no answer; undefined where there is none. */
export function optionsFor(code: TransportErrorCode): string | undefined {
  return forFailures.find(([pattern]) => pattern.test(code))?.[1];
}

/**
 * The next steps of an explanation in the words of a terminal: without those that only a window can take, and with the
 * options of `send` that are meant by the settings of an endpoint.
 */
export function terminalSteps(steps: readonly Step[]): readonly string[] {
  const possible = steps.flatMap(({ text, action }) => stepWords(text, action) ?? []);
  const settings = steps.some(({ action }) => action === 'openEndpointSettings');
  return settings ? [...possible, endpointOptions] : possible;
}

const endpointOptions =
  'The options for the endpoint are --endpoint URL, --user NAME, --auth KIND, --channel-binding auto|off and --proxy URL.';

function stepWords(text: string, action: Step['action']): string | undefined {
  if (action === 'testEndpoint') return undefined;
  return action === 'signOut' ? 'Check the password in EWS_PASSWORD, or the token in EWS_TOKEN.' : text;
}

const forFailures: readonly (readonly [pattern: RegExp, options: string])[] = [
  [/^timeout\.(?:headers|total)$/, '--timeout SECONDS allows more time.'],
  [/^endpoint\.secret-missing$/, 'Give --user NAME, and the password in EWS_PASSWORD; a token in EWS_TOKEN.'],
  [/^endpoint\.invalid-authority$/, '--ca FILE names the file.'],
  [/^endpoint\.invalid-header$/, "--header 'Name: value' gives an extra header."],
  [/^endpoint\./, '--endpoint URL gives the address.'],
  [/^tls\.untrusted$/, '--ca FILE names the file of an authority.'],
  [
    /^proxy\./,
    '--proxy URL names the proxy; http://USER:PASSWORD@HOST:PORT in HTTPS_PROXY keeps its password out of the arguments.',
  ],
  [/^authentication\./, '--auth KIND chooses another authentication.'],
];
