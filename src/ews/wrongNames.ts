/** Edit distance with neighbouring letters swapped as one step, no further than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) >= limit) return limit;
    before = last;
    last = next;
  }
  return last[b.length] ?? limit;
}

/** A name without what was meant as its prefix: `soap.Body`, `m-GroupId`, the colon of another script, or none at all. */
export function withoutPrefix(local: string): string {
  return local.replace(/^(?:\p{L}[\p{L}\p{N}-]*[^\p{L}\p{N}](?=\p{L})|(?:m|t|s|soap|soapenv|env)(?=\p{Lu}))/u, '');
}
