import { elementAt, touches } from '../../xml/index.ts';
import { describeEntry, entryWithId, type ImDirectory, nameOf } from '../imDirectory.ts';
import type { RequestDocument } from '../request.ts';
import { type Hover, heading, paragraph } from './hover.ts';

/** Whose id it is that an offset touches, by the IM list as it was read last; undefined where the list has no such id. */
export function entryHoverAt(request: RequestDocument, offset: number, directory: ImDirectory): Hover | undefined {
  const attributes = elementAt(request.xml, offset)?.attributes ?? [];
  const id = attributes.find(({ local, valueRange }) => local === 'Id' && touches(valueRange, offset));
  const entry = id && entryWithId(directory, id.value);
  if (!entry || !id.valueRange) return undefined;
  const kind = entry.kind === 'group' ? 'IM group' : 'IM contact';
  const { from, to } = id.valueRange;
  const lines = [heading(nameOf(entry)), paragraph(`${kind}: ${describeEntry(directory, entry)}`)];
  return { range: { from, to }, lines };
}
