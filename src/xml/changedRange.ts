/** The one stretch in which two texts differ, in UTF-16 units: `A` of the text before, `B` of the text after. */
export function changedRange(
  before: string,
  after: string,
): { fromA: number; toA: number; fromB: number; toB: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Whole blocks first: they are compared natively.
  while (start + block <= shorter && before.slice(start, start + block) === after.slice(start, start + block)) {
    start += block;
  }
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end + block <= shorter - start && lastBlock(before, end) === lastBlock(after, end)) end += block;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

const block = 4096;

function lastBlock(text: string, end: number): string {
  return text.slice(text.length - end - block, text.length - end);
}
