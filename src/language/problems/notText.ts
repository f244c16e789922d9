import type { Check } from './context.ts';

/** Reports what was never text, once: binary data, and encodings that servers do not read. True when there is no text. */
export function checkIsText({ request: { flaw, text }, reporter }: Check): boolean {
  if (!flaw) return false;
  const start = text.slice(0, beginning);
  const strange = [...start].filter(isStrange).length;
  if (strange < fewest || strange < start.length / 20) return false;
  reporter.report('document.not-text', { from: 0, to: Math.min(text.length, 1) }, { is: kindOf(start) });
  return true;
}

const beginning = 4000;
const fewest = 4;

/** A control character that no text has, or what stands for bytes without a meaning. */
function isStrange(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 9 || (code > 13 && code < 32) || code === 0xfffd;
}

/** Zeros around the characters show an encoding that was read as another: both as UTF-8, or UTF-32 as UTF-16. */
function kindOf(start: string): 'UTF-16' | 'UTF-32' | 'binary data' {
  const visible = start.replaceAll('\0', '');
  if (visible.length >= 0.6 * start.length || !/^[\ufffd\ufeff]*</.test(visible)) return 'binary data';
  // Read as UTF-8, the two bytes of the byte order mark of UTF-16 have no meaning, and every other byte is a zero.
  return start.startsWith('\ufffd') && visible.length >= 0.4 * start.length ? 'UTF-16' : 'UTF-32';
}
