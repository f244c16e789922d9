/** A text without what XML forbids, and how many places had to be replaced. */
export interface Repaired {
  readonly text: string;
  readonly replaced: number;
}

/**
 * Replaces characters that XML 1.0 forbids, and references to them such as `&#x0;`, by U+FFFD. Exchange really emits
 * such references when an item holds control characters.
 */
export function replaceInvalidCharacters(text: string): Repaired {
  let replaced = 0;
  const withoutReferences = text.replace(characterReference, (reference, hexadecimal, decimal) => {
    const code = hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    if (isXmlCharacter(code)) {
      return reference;
    }
    replaced += 1;
    return '\ufffd';
  });
  const clean = withoutReferences.replace(forbiddenCharacter, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: clean, replaced };
}

const characterReference = /&#(?:x([0-9a-fA-F]+)|([0-9]+));/g;

/** Control characters but tab, line feed, carriage return and the C1 block; and the two last of the plane. */
const forbiddenCharacter = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;

/** The production Char of XML 1.0. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) {
    return code === 0x9 || code === 0xa || code === 0xd;
  }
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
