/** One way to sign in that a server offers in WWW-Authenticate. */
export interface OfferedScheme {
  /** As the server writes it: `Negotiate`, `NTLM`, `Basic`, `Bearer`. */
  readonly scheme: string;
  /** Names in lower case, in order; empty for Negotiate and NTLM, whose token is left out. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads the values of WWW-Authenticate headers, one or several schemes in each, separated by commas that may also stand
 * inside quotes or between parameters. Never throws; what cannot be read is skipped.
 */
export function readSchemes(headerValues: readonly string[]): readonly OfferedScheme[] {
  return headerValues.flatMap(value => groupParts(splitAtCommas(value.slice(0, longestHeader))));
}

const longestHeader = 32_768;

function splitAtCommas(value: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (quoted && character === '\\') {
      index += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (character === ',' && !quoted) {
      parts.push(value.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, value.slice(start)].map(part => part.trim()).filter(part => part !== '');
}

/** A part is a parameter of the scheme before it, or begins a scheme: `Basic realm="…"`, `NTLM TlRM…`, `Negotiate`. */
function groupParts(parts: readonly string[]): readonly OfferedScheme[] {
  const schemes: { scheme: string; parameters: (readonly [string, string])[] }[] = [];
  for (const part of parts) {
    const parameter = readParameter(part);
    const last = schemes.at(-1);
    if (parameter && last) {
      last.parameters.push(parameter);
      continue;
    }
    const start = /^([A-Za-z][\w!#$%&'*+.^`|~-]{0,63})(?:\s+(.*))?$/s.exec(part);
    if (start?.[1] !== undefined) {
      const first = readParameter(start[2] ?? '');
      schemes.push({ scheme: start[1], parameters: first ? [first] : [] });
    }
  }
  return schemes;
}

function readParameter(text: string): readonly [string, string] | undefined {
  const match = /^([A-Za-z][\w-]{0,63})\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.)*)"|([^\s"=]+))$/s.exec(text);
  if (!match || match[1] === undefined) {
    return undefined;
  }
  return [match[1].toLowerCase(), match[2]?.replace(/\\(.)/gs, '$1') ?? match[3] ?? ''];
}
