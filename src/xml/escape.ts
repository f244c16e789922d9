const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Makes text safe between tags and inside attribute values of either quote. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, character => `&${names[character]};`);
}

/** Replaces the five named references and numeric ones by what they stand for; anything else stays as it is. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? whole;
      const codePoint = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}

/** The value of an attribute from its raw text: white space becomes blanks, references are replaced (XML 1.0, 3.3.3). */
export function attributeValue(raw: string): string {
  return unescapeXml(raw.replace(/\r\n|[\t\n\r]/g, ' '));
}

const names: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '&': 'amp', '"': 'quot', "'": 'apos' };
