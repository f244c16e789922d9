/**
 * Text of a server, document or setting for a label: one line without control characters, no icon of VS Code's
 * `$(name)` syntax, no link of its messages, and not longer than `length` UTF-16 units.
 */
export function plainText(text: string, length = 200): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/\$+\(/g, '(')
    .replaceAll('](', '] (');
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}
