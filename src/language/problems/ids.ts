import { type ItemIdHealth, type ItemIdReading, readChangeKey, readItemId } from '../../ews/itemId.ts';
import { type ItemIdRepair, repairsOfChangeKey, repairsOfItemId } from '../../ews/itemIdRepair.ts';
import type { Meaning } from '../../ews/schema.ts';
import { attributeNamed, type Range, type XmlElement } from '../../xml/index.ts';
import { isPlaceholder } from '../placeholders.ts';
import type { Check } from './context.ts';
import { quoted } from './kinds/kind.ts';

/** Checks the id of an element, and its ChangeKey. */
export function checkId(check: Check, element: XmlElement, meaning: Meaning): void {
  const id = idValue(element, 'Id');
  if (!id || isPlaceholder(id.value, 'id') || holdsReference(id.value)) return;
  const reading = readItemId(id.value);
  if (reading.health !== 'ok') checkHealth(check, element, id, reading);
  else if (reading.kind === 'conversation or persona') {
    check.reporter.report('id.persona', id.range, { name: element.name, group: meaning === 'imGroupId' });
  }
  if (reading.health !== 'change-key') checkChangeKey(check, element);
}

/** The value of an id or a ChangeKey. */
export interface IdValue {
  readonly value: string;
  readonly range: Range;
}

/** What a reference stands for that only a document type declares is not known. */
function holdsReference(value: string): boolean {
  return value.includes('&') && /&[\p{L}_][\p{L}\p{N}_.-]*;/u.test(value);
}

/** The value of an attribute whose quotes are both there. */
export function idValue(element: XmlElement, attributeName: 'Id' | 'ChangeKey'): IdValue | undefined {
  const attribute = attributeNamed(element, attributeName);
  if (!attribute?.valueRange || !attribute.quoteClosed) return undefined;
  return { value: attribute.value, range: attribute.valueRange };
}

/** A ChangeKey may be any text for those that it was not seen of; what is plainly something else is told. */
function checkChangeKey(check: Check, element: XmlElement): void {
  const key = idValue(element, 'ChangeKey');
  if (!key || readChangeKey(key.value) || isPlaceholder(key.value, 'id')) return;
  const reason = isItemId(key.value) ? 'id' : repairsOfChangeKey(key.value)[0]?.damage;
  if (reason) check.reporter.report('id.key-wrong', key.range, { reason });
}

/** True for what can be nothing but the id of an item. */
function isItemId(value: string): boolean {
  const { health, mailboxGuid } = readItemId(value);
  return health === 'ok' && mailboxGuid !== undefined;
}

function checkHealth(check: Check, element: XmlElement, { value, range }: IdValue, reading: ItemIdReading): void {
  const { reporter } = check;
  const [repair] = mayBeDamaged.includes(reading.health) ? repairsOfItemId(value) : [];
  if (repair) {
    reportRepair(check, range, repair);
    return;
  }
  switch (reading.health) {
    case 'empty': {
      const attribute = attributeNamed(element, 'Id');
      reporter.report('id.empty', attribute ?? range, { name: element.name });
      break;
    }
    case 'not-base64':
      reporter.report('id.not-base64', range, { character: shownCharacter(value, reading.wrongAt ?? 0) });
      break;
    case 'white-space':
      reporter.report('id.white-space', range, { only: value.trim() === '' });
      break;
    case 'too-short':
      reporter.report('id.too-short', range, { value });
      break;
    case 'too-long':
      reporter.report('id.too-long', range, { length: value.length });
      break;
    case 'address':
      reporter.report('id.address', range, { name: element.name });
      break;
    case 'name':
      reporter.report('id.name', range, { value });
      break;
    case 'change-key':
      reporter.report('id.change-key', range, { exchanged: isItemId(idValue(element, 'ChangeKey')?.value ?? '') });
      break;
    default:
      reporter.report(codesOf[reading.health] ?? 'id.unknown-layout', range, {});
  }
}

/** The codes that need no facts. */
const codesOf = {
  cut: 'id.cut',
  'message-id': 'id.message-id',
  'two-ids': 'id.two',
  'url-safe-base64': 'id.url-safe',
  'entry-id': 'id.entry-id',
  'unknown-layout': 'id.unknown-layout',
  ok: undefined,
} as const;

const mayBeDamaged: readonly ItemIdHealth[] = ['white-space', 'not-base64', 'url-safe-base64', 'cut'];

/** What happened to an id that can be had back. */
function reportRepair(check: Check, range: Range, { damage }: ItemIdRepair): void {
  const { reporter } = check;
  if (damage === 'white space') reporter.report('id.white-space', range, { only: false });
  else if (damage.startsWith('URL-safe')) reporter.report('id.url-safe', range, {});
  else reporter.report('id.damaged', range, { damage });
}

function shownCharacter(value: string, at: number): string {
  const character = String.fromCodePoint(value.codePointAt(at) ?? 0x20);
  return /[\p{C}\p{Z}]/u.test(character)
    ? `the character U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
    : quoted(character);
}
