import type { Check } from './context.ts';

/** Reports what was never text, once: binary data, and encodings that servers do not read. True when there is no text. */
export function checkIsText({ request: { flaw, text }, reporter }: Check): boolean {
  if (!flaw) return false;
  const start = text.slice(0, beginning);
  const strange = [...start].filter(isStrange).length;
  if (strange < fewest || strange < start.length / 20) return false;
  const what = isWide(start) ? 'text in UTF-32' : 'binary data';
  reporter.report('document.not-text', { from: 0, to: Math.min(text.length, 1) }, { what });
  return true;
}

const beginning = 4000;
const fewest = 4;

/** A control character that no text has, or what stands for bytes without a meaning. */
function isStrange(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 9 || (code > 13 && code < 32) || code === 0xfffd;
}

/** A document whose characters have zeros around them: UTF-32 that was read as UTF-8 or UTF-16. */
function isWide(start: string): boolean {
  const visible = start.replaceAll('\0', '');
  return visible.length < 0.6 * start.length && /^[\ufffd\ufeff]*</.test(visible);
}
