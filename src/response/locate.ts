/**
 * The offset that a LineNumber and LinePosition of a fault mean in the text that was sent: both 1-based, positions in
 * UTF-16 units, lines ended by `\r\n`, `\n` or a lone `\r` as .NET counts them. A byte order mark at the beginning
 * does not count. Undefined when the text has no such line; a position past the end of its line gives the line's end.
 */
export function locate(text: string, line: number, position: number): number | undefined {
  if (!Number.isInteger(line) || !Number.isInteger(position) || line < 1 || position < 1) {
    return undefined;
  }
  let start = text.startsWith('\ufeff') ? 1 : 0;
  const breaks = /\r\n|\n|\r/g;
  breaks.lastIndex = start;
  for (let current = 1; current < line; current += 1) {
    const found = breaks.exec(text);
    if (!found) {
      return undefined;
    }
    start = found.index + found[0].length;
  }
  const end = breaks.exec(text)?.index ?? text.length;
  return Math.min(start + position - 1, end);
}
