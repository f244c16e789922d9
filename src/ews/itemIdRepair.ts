import { longestItemId, readChangeKey, readItemId } from './itemId.ts';

/** What ids suffer on their way through mails, URLs and programs. */
export type ItemIdDamage =
  | 'white space'
  | 'unseen characters'
  | 'blank for +'
  | 'soft line break'
  | 'quotes'
  | 'URL encoding'
  | 'no padding'
  | 'URL-safe form'
  | 'URL-safe form of RFC 4648';

/** An id as it was before something happened to it. */
export interface ItemIdRepair {
  readonly damage: ItemIdDamage;
  readonly id: string;
}

/** The ids that a text may have been, the likeliest first: only those that the layout of ids finds whole. */
export function repairsOfItemId(text: string): readonly ItemIdRepair[] {
  return repairs(text, id => readItemId(id).health === 'ok');
}

/** The same for a ChangeKey. */
export function repairsOfChangeKey(text: string): readonly ItemIdRepair[] {
  return repairs(text, key => readChangeKey(key) !== undefined);
}

function repairs(text: string, isWhole: (id: string) => boolean): readonly ItemIdRepair[] {
  if (text.length > 4 * longestItemId) return [];
  return undone.map(([damage, undo]) => ({ damage, id: undo(text) })).filter(({ id }) => id !== text && isWhole(id));
}

/**
 * How each damage is undone. A + becomes a blank where a form is decoded; a mail in quoted-printable breaks lines with =.
 * Of the two URL-safe forms, Outlook on the web and Graph are said to have the first one; an id does not tell which it is.
 */
const undone: readonly (readonly [ItemIdDamage, (text: string) => string])[] = [
  ['white space', text => text.replace(/\s+/g, '')],
  ['unseen characters', text => text.replace(/[\s\p{Cf}]+/gu, '')],
  ['blank for +', text => text.trim().replace(/(?<=\S) (?=\S)/g, '+')],
  ['soft line break', text => text.replace(/=\s+/g, '').trim()],
  ['quotes', text => text.replace(/^\s*["'\u2018-\u201e]/, '').replace(/["'\u2018-\u201e][\s,;]*$/, '')],
  ['URL encoding', urlDecoded],
  ['no padding', text => text + '='.repeat((4 - (text.length % 4)) % 4)],
  ['URL-safe form', text => text.replaceAll('-', '/').replaceAll('_', '+')],
  ['URL-safe form of RFC 4648', text => text.replaceAll('-', '+').replaceAll('_', '/')],
];

function urlDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
