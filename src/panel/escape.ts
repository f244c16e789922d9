/**
 * Text from anywhere as text of HTML, also inside a quoted attribute. Characters that no eye can see, or that turn the
 * direction of the line, are shown by their number in brackets: an answer must not look like another one.
 */
export function escapeHtml(text: string): string {
  return text.replace(unseen, shown).replace(special, character => entities[character] ?? '');
}

const special = /[&<>"'`]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Control characters except tab and line ends, format characters (bidi controls, zero width, tags, soft hyphen) except
 * the two joiners that scripts and emoji need, lone surrogates, line and paragraph separators, noncharacters.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to show
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|(?![\u200c\u200d])\p{Cf}|\p{Cs}|[\u2028\u2029\u115f\u1160\u3164\uffa0]|\p{Noncharacter_Code_Point}/gu;

function shown(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
}
