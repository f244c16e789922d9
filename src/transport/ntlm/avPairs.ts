/** AvId values of AV_PAIR (section 2.2.2.1). */
export const avIds = {
  endOfList: 0,
  flags: 6,
  timestamp: 7,
  targetName: 9,
  channelBindings: 10,
} as const;

/** One AV_PAIR. */
export interface AvPair {
  readonly id: number;
  readonly value: Buffer;
}

/** Reads a list of AV_PAIRs; undefined when it is cut short or has no end. */
export function readAvPairs(bytes: Buffer): readonly AvPair[] | undefined {
  const pairs: AvPair[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const id = bytes.readUInt16LE(at);
    const length = bytes.readUInt16LE(at + 2);
    if (id === avIds.endOfList) return pairs;
    const value = bytes.subarray(at + 4, at + 4 + length);
    if (value.length < length) return undefined;
    pairs.push({ id, value });
    at += 4 + length;
  }
  return undefined;
}

/** Writes a list of AV_PAIRs with its end. */
export function writeAvPairs(pairs: readonly AvPair[]): Buffer {
  const parts = [...pairs, { id: avIds.endOfList, value: Buffer.alloc(0) }].map(({ id, value }) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  });
  return Buffer.concat(parts);
}
