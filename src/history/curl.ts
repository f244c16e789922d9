import type { Exchange } from '../sending/exchange.ts';
import { type RequestParts, requestParts } from './requestParts.ts';

/**
 * The request as a command for bash and zsh that posts the same bytes with cURL. No secret is in it: cURL asks for
 * the password, the user name or token comes from an environment variable that the comment names.
 */
export function toCurl(exchange: Exchange): string {
  const parts = requestParts(exchange);
  const { note, options } = authenticationOf(parts.scheme);
  const lines = [
    `curl --globoff --url ${quote(parts.url)}`,
    ...options,
    ...(parts.compressed ? ['--compressed'] : []),
    ...parts.headers.map(([name, value]) => `--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    '--data-binary @-',
  ];
  return [`# ${parts.title}`, ...note, `${printed(parts)} |`, `  ${lines.join(' \\\n    ')}`, ''].join('\n');
}

/**
 * The text goes through the standard input: a single argument could be too long for the system, and `printf` is part
 * of the shell. A NUL cannot stand in an argument, so it stands in the format.
 */
function printed({ text }: RequestParts): string {
  const pieces = text.split('\0');
  return `printf '${pieces.map(() => '%s').join('\\0')}' ${pieces.map(quote).join(' ')}`;
}

/** One word of bash that stands for exactly this text. Readable unless there are characters that a terminal would eat. */
function quote(text: string): string {
  return mustBeEscaped.test(text) ? ansiQuote(text) : `'${text.replaceAll("'", "'\\''")}'`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
const mustBeEscaped = /[\x00-\x08\x0b-\x1f\x7f]/;

function ansiQuote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
  const escaped = text.replace(/[\\'\x00-\x08\x0b-\x1f\x7f]/g, character =>
    character === '\\' || character === "'" ? `\\${character}` : (named[character] ?? octal(character)),
  );
  return `$'${escaped}'`;
}

const named: Readonly<Record<string, string>> = { '\r': '\\r' };

/** Always three digits, so that a digit that follows is not read as part of it. */
function octal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

function authenticationOf(scheme: string | undefined): { note: readonly string[]; options: readonly string[] } {
  const user = `--user "\${EWS_USER:?set EWS_USER to your user name}"`;
  const asked = ['# Put your user name into EWS_USER; cURL asks for the password.'];
  switch (scheme) {
    case undefined:
      return { note: [], options: [] };
    case 'bearer':
      return {
        note: ['# Put an access token into EWS_TOKEN.'],
        options: [`--oauth2-bearer "\${EWS_TOKEN:?set EWS_TOKEN to an access token}"`],
      };
    case 'negotiate':
    case 'kerberos':
      return { note: ['# Uses the ticket of the signed-in user.'], options: ['--negotiate --user :'] };
    case 'ntlm':
    case 'digest':
      return { note: asked, options: [`--${scheme} ${user}`] };
    default:
      return { note: asked, options: [`--basic ${user}`] };
  }
}
