/** What a command sees of the terminal it runs in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Version of this program. */
  readonly version: string;
}

/** Exit codes: all well; an error in a document, or an answer that is no success; nothing to say, because something is missing. */
export const exitCodes = { success: 0, finding: 1, failure: 2 } as const;

/** The command cannot run as it was typed. The message says what is wrong and what to type. */
export class UsageError extends Error {}

/** Text of a document or a server, without what could steer a terminal: control and formatting characters. */
export function plain(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

/** One value as a line of JSON; characters that could steer a terminal are written as escapes, which JSON readers undo. */
export function jsonLine(value: unknown): string {
  const escaped = JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, character =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
  return `${escaped}\n`;
}
