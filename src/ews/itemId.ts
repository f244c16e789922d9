/**
 * The layout of an item id and of a ChangeKey, as MS-OXWSITEMID describes the one (its compression: MS-OXCEXT, 3.1.4.5)
 * and samples show the other. For reading only: an id is opaque to requests, and what is read here serves hints.
 */

/** What an id text turns out to be. */
export interface ItemIdReading {
  readonly health: ItemIdHealth;
  /** Where in the text the first character stands that no id can hold. */
  readonly wrongAt?: number;
  readonly kind?: ItemIdKind;
  /** The mailbox the item lies in, for ids that name it. */
  readonly mailboxGuid?: string;
  /** The bytes are run-length compressed, as in the ids of Outlook.com, which begin with AQMk. */
  readonly compressed?: true;
}

/** Whether the text can be an id at all, and if not, what spoils it. */
export type ItemIdHealth =
  | 'ok'
  | 'empty'
  | 'white-space'
  | 'message-id'
  | 'address'
  | 'two-ids'
  | 'too-short'
  | 'url-safe-base64'
  | 'not-base64'
  | 'cut'
  | 'too-long'
  | 'change-key'
  | 'entry-id'
  | 'name'
  | 'unknown-layout';

/** The byte storage type of an id. */
export type ItemIdKind =
  | 'mailbox item by address'
  | 'public folder'
  | 'public folder item'
  | 'mailbox item'
  | 'conversation or persona'
  | 'directory object';

/** The longest Base64 text of an id, in characters. */
export const longestItemId = 512;

/** Reads an id. Never throws; what cannot be read is told by `health`. */
export function readItemId(text: string): ItemIdReading {
  return readOnce(itemIds, text, readAnew);
}

/** With every keystroke all ids of a request are read again, and none but one is another. */
const itemIds = new Map<string, ItemIdReading>();
const changeKeys = new Map<string, ChangeKeyReading | undefined>();
const mostReadings = 5000;

function readOnce<Reading>(known: Map<string, Reading>, text: string, read: (text: string) => Reading): Reading {
  if (text.length > longestItemId) return read(text);
  const found = known.get(text);
  if (found !== undefined) return found;
  const reading = read(text);
  if (known.size >= mostReadings) known.clear();
  known.set(text, reading);
  return reading;
}

function readAnew(text: string): ItemIdReading {
  return holdsTwo(text) ? { health: 'two-ids' } : readOne(text);
}

/** Whether a whole id ends inside of the text, where another begins. */
function holdsTwo(text: string): boolean {
  if (text.length > 2 * longestItemId) return false;
  return [...text.matchAll(/[\s,;]*(?=AA(?:Mk|Qk|EA))/g)].some(({ index, 0: gap }) => {
    const parts = [text.slice(0, index).trim(), text.slice(index + gap.length).trim()];
    return parts.every(part => part.length >= 40 && readOne(part).health === 'ok');
  });
}

function readOne(text: string): ItemIdReading {
  const flaw = textFlaw(text);
  if (flaw) return flaw;
  if (readChangeKey(text) && !/^AA/.test(text)) return { health: 'change-key' };
  if (isTooShort(text)) return { health: 'too-short' };
  const [compression, ...payload] = decodeBase64(text);
  if (compression !== 0 && compression !== 1) return { health: 'unknown-layout' };
  const [storage, ...content] = compression === 1 ? decompress(payload) : payload;
  const kind = kinds[storage ?? -1];
  if (!kind) return { health: 'unknown-layout' };
  const reading: ItemIdReading = hasMoniker(storage) ? readMoniker(content, storage) : { health: 'ok' };
  return { ...reading, kind, ...(compression === 1 && { compressed: true }) };
}

/** A ChangeKey: the type of object it belongs to. */
export interface ChangeKeyReading {
  readonly objectType: string;
}

/** Reads the object type of a ChangeKey; undefined when the text is none that is known. */
export function readChangeKey(text: string): ChangeKeyReading | undefined {
  return readOnce(changeKeys, text, readKeyAnew);
}

function readKeyAnew(text: string): ChangeKeyReading | undefined {
  if (text.length < 8 || text.length % 4 !== 0 || !base64.test(text)) return undefined;
  const [low, ...high] = decodeBase64(text.slice(0, 8));
  const objectType = objectTypes[low ?? -1];
  return objectType && high.slice(0, 3).every(byte => byte === 0) ? { objectType } : undefined;
}

/** Makes an id of the layout of Exchange for a mailbox, the same one for the same seed. For the sandbox and its samples. */
export function makeItemId(
  kind: 'mailbox item' | 'conversation or persona',
  mailboxGuid: string,
  seed: string,
): string {
  const moniker = ascii(mailboxGuid);
  const storeId = kind === 'mailbox item' ? storeEntryId(seed) : pseudoRandomBytes(seed, 16);
  return encodeBase64([
    0,
    kind === 'mailbox item' ? 3 : 4,
    ...int16(moniker.length),
    ...moniker,
    0,
    ...int16(storeId.length),
    ...storeId,
  ]);
}

/** Makes a ChangeKey for an object type; another version gives another key. */
export function makeChangeKey(objectType: 'contact' | 'distribution list', seed: string, version: number): string {
  const type = objectType === 'contact' ? 17 : 18;
  return encodeBase64([type, 0, 0, 0, 22, 0, 0, 0, ...pseudoRandomBytes(`${seed}#${version}`, 22)]);
}

const kinds: Readonly<Record<number, ItemIdKind>> = {
  0: 'mailbox item by address',
  1: 'public folder',
  2: 'public folder item',
  3: 'mailbox item',
  4: 'conversation or persona',
  5: 'directory object',
};

const objectTypes: Readonly<Record<number, string>> = {
  1: 'folder',
  9: 'message',
  15: 'appointment',
  17: 'contact',
  18: 'distribution list',
  19: 'task',
};

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function textFlaw(text: string): ItemIdReading | undefined {
  if (text === '') return { health: 'empty' };
  const trimmed = text.trim();
  if (trimmed.startsWith('<') && trimmed.endsWith('>') && trimmed.includes('@')) return { health: 'message-id' };
  if (/^(?:\w+:)?[^\s@<>]+@[^\s@<>]+$/.test(trimmed))
    return { health: isBareMessageId(trimmed) ? 'message-id' : 'address' };
  // The address of a mailbox inside of Exchange (legacyExchangeDN).
  if (/^(?:(?:x500|ex):)?\/o=[^=]*\/(?:ou|cn)=/i.test(trimmed)) return { health: 'address' };
  // MS-OXCDATA, 2.2.4.2: the EntryID of a message begins with four bytes of zero, and MAPI writes it in hexadecimal.
  if (/^0{8}[0-9a-f]{32,}$/i.test(text)) return { health: 'entry-id' };
  if (isName(trimmed)) return { health: 'name' };
  const blank = text.search(/\s/);
  if (blank >= 0) return { health: 'white-space', wrongAt: blank };
  if (!base64.test(text)) {
    if (/^A[A-Za-z0-9][A-Za-z0-9_-]{38,}={0,2}$/.test(text) && /[-_]/.test(text)) return { health: 'url-safe-base64' };
    const wrongAt = text.search(/[^A-Za-z0-9+/=]|=(?!=?$)/);
    return { health: 'not-base64', wrongAt: Math.max(0, wrongAt) };
  }
  if (text.length > longestItemId) return { health: 'too-long' };
  if (text.length % 4 === 0) return undefined;
  return { health: isTooShort(text) ? 'too-short' : 'cut' };
}

/** What is so short and does not begin as ids do was never a part of one. */
function isTooShort(text: string): boolean {
  return text.length < 16 && !/^A[AQ]/.test(text);
}

/** Without its brackets, a Message-ID looks like an address; those of Exchange Online, Gmail and programs are told apart. */
function isBareMessageId(text: string): boolean {
  const [, local = '', domain = ''] = /^([\w.$+=!-]+)@([\w.-]+)$/.exec(text) ?? [];
  if (/[=$]/.test(local) || /^mail\.gmail\.com$|\.prod\.(?:outlook|exchangelabs)\.com$/i.test(domain)) return true;
  return local.length >= 24 && local.replace(/\D/g, '').length >= 6;
}

/** Words, or so few letters that no piece of an id would be copied so; ids begin with AA or AQ. */
function isName(text: string): boolean {
  if (text.length > 60 || /^A[AQ]/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (!text.includes(' ')) return text.length < 12 && /^[\p{L}\p{N}]+$/u.test(text);
  return text.split(' ').every(word => /^[\p{L}\p{N},.&'’-]{0,15}$/u.test(word));
}

/** Two equal bytes are followed by the number of further ones. */
function decompress(bytes: readonly number[]): readonly number[] {
  const result: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    result.push(byte);
    if (bytes[at + 1] !== byte) continue;
    for (let times = 0; times <= (bytes[at + 2] ?? 0); times++) result.push(byte);
    at += 2;
  }
  return result;
}

function hasMoniker(storage: number | undefined): boolean {
  return storage === 0 || storage === 3 || storage === 4;
}

/** Length and bytes of the moniker, a byte of processing instructions, length and bytes of the store id. */
function readMoniker(content: readonly number[], storage: number | undefined): ItemIdReading {
  const length = readInt16(content, 0);
  const moniker = String.fromCharCode(...content.slice(2, 2 + length));
  const mailboxGuid = storage !== 0 && guid.test(moniker) ? moniker.toLowerCase() : undefined;
  if (storage !== 0 && length === 36 && content.length >= 38 && !mailboxGuid) return { health: 'unknown-layout' };
  const named = mailboxGuid === undefined ? {} : { mailboxGuid };
  const storeAt = 2 + length + 1;
  const whole = content.length >= storeAt + 2 && content.length >= storeAt + 2 + readInt16(content, storeAt);
  return { health: whole ? 'ok' : 'cut', ...named };
}

function readInt16(bytes: readonly number[], at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function int16(value: number): readonly number[] {
  return [value & 0xff, value >> 8];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, character => character.charCodeAt(0));
}

/** The entry id of a message in a store: flags, the store's provider, a type, and two identifiers with their counters. */
function storeEntryId(seed: string): readonly number[] {
  const counter = pseudoRandomBytes(`${seed}/item`, 6);
  return [
    ...[0, 0, 0, 0],
    ...pseudoRandomBytes('store provider', 16),
    ...[7, 0],
    ...pseudoRandomBytes('folder replica', 16),
    ...pseudoRandomBytes('folder counter', 6),
    ...[0, 0],
    ...pseudoRandomBytes('item replica', 16),
    ...counter,
    ...[0, 0],
  ];
}

/** Bytes that look random and are always the same for a text (xorshift over an FNV-1a hash). */
function pseudoRandomBytes(text: string, count: number): readonly number[] {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state & 0xff;
  });
}

function decodeBase64(text: string): readonly number[] {
  const binary = atob(text);
  const bytes: number[] = [];
  for (let at = 0; at < binary.length; at++) bytes.push(binary.charCodeAt(at));
  return bytes;
}

function encodeBase64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}
