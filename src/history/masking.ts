/**
 * Replaces what points to a person or an item: e-mail addresses, item ids and ChangeKeys, SIDs. The same value gets
 * the same mark everywhere, so that a reader still sees what equals what. GUIDs stay: support asks for them.
 */
export function createMask(): (text: string) => string {
  const marks = new Map<string, string>();
  const counts = new Map<string, number>();
  const markFor = (kind: string, value: string): string => {
    const known = marks.get(value);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const mark = `[${kind} ${count}]`;
    marks.set(value, mark);
    return mark;
  };
  return text =>
    text
      .replace(idAttribute, (_, start: string, quote: string, value: string) =>
        value === '' ? `${start}${quote}${quote}` : `${start}${quote}${markFor('id', value)}${quote}`,
      )
      .replace(address, value => markFor('address', value.toLowerCase().replace(/%40|&#x0*40;|&#0*64;/, '@')))
      .replace(securityIdentifier, value => markFor('sid', value.toUpperCase()))
      .replace(longBase64, value => (looksRandom(value) ? markFor('id', value) : value));
}

const idAttribute = /(\b(?:[A-Za-z]*Id|ChangeKey)\s*=\s*)(["'])([^"'<]*)\2/g;
const address =
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}(?:@|%40|&#x0*40;|&#0*64;)[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?/giu;
const securityIdentifier = /\bS-1-\d+(?:-\d+)+\b/gi;
const longBase64 = /[A-Za-z0-9+/_-]{32,}={0,2}/g;

/** An id, not a long name or a path: has upper and lower case and a digit. A GUID has but one case. */
function looksRandom(value: string): boolean {
  return /[A-Z]/.test(value) && /[a-z]/.test(value) && /[0-9]/.test(value);
}
