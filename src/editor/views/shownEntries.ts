import {
  describeEntry,
  entriesIn,
  type ImDirectory,
  type ImEntry,
  nameOf,
  operationNamed,
} from '../../language/index.ts';
import type { ShownEntry } from '../../panel/index.ts';
import type { Outcome } from '../../response/index.ts';
import { parseXml } from '../../xml/index.ts';

/** UTF-16 units; a whole IM list has a fraction of it. */
const longestAnswer = 16 * 1024 * 1024;

/** The groups and contacts that an answer returned, for the panel; none of other answers and of those beyond all measure. */
export function shownEntries({
  outcome,
  text,
}: {
  readonly outcome: Outcome;
  readonly text: string;
}): readonly ShownEntry[] {
  if (outcome.kind !== 'answered' || text.length > longestAnswer) return [];
  if (operationNamed(outcome.operation)?.response.returns === undefined) return [];
  const entries = entriesIn(parseXml(text)).map(({ entry }) => entry);
  const directory: ImDirectory = {
    groups: entries.filter(entry => entry.kind === 'group'),
    contacts: entries.filter(entry => entry.kind === 'contact'),
  };
  const isWhole = outcome.operation === 'GetImItemList';
  return entries.map(entry => ({
    id: entry.id,
    name: nameOf(entry),
    detail: wordsFor(entry, directory, isWhole)
      .filter(part => part !== undefined)
      .join(' · '),
  }));
}

/** What it is, then what belongs to it. Only the whole list tells in which groups a contact is. */
function wordsFor(entry: ImEntry, directory: ImDirectory, isWhole: boolean): readonly (string | undefined)[] {
  if (entry.kind === 'contact') return ['Contact', isWhole ? describeEntry(directory, entry) : entry.address];
  if (entry.isDistribution) return ['Distribution group', entry.smtpAddress];
  return ['IM group', describeEntry(directory, entry)];
}
