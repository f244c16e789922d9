import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ItemIdReading, makeChangeKey, makeItemId, readChangeKey, readItemId } from '../../../src/ews/itemId.ts';

const mailbox = 'a1c7e0b2-5d34-4f6a-9b18-2c3d4e5f6071';
const item = makeItemId('mailbox item', mailbox, 'group');

suite('Item ids: what can be read', () => {
  test('AAMkA is uncompressed, of a mailbox GUID, with 36 characters', () => {
    const bytes = Buffer.from(item, 'base64');
    assert.equal(item.slice(0, 5), 'AAMkA');
    assert.deepEqual([...bytes.subarray(0, 4)], [0, 3, 36, 0]);
    assert.equal(bytes.toString('latin1', 4, 40), mailbox);
  });
  test('a mailbox item', () => reads(item, { health: 'ok', kind: 'mailbox item', mailboxGuid: mailbox }));
  test('AAQkA: a conversation or persona', () => {
    const id = makeItemId('conversation or persona', mailbox, 'ada');
    assert.equal(id.slice(0, 5), 'AAQkA');
    reads(id, { health: 'ok', kind: 'conversation or persona', mailboxGuid: mailbox });
  });
  test('the GUID of the mailbox in small letters, to be compared', () =>
    assert.equal(readItemId(makeItemId('mailbox item', mailbox.toUpperCase(), 'a')).mailboxGuid, mailbox));
  test('an id of Exchange 2007 names its mailbox by address', () =>
    reads(laidOut(0, 0, 'ada@contoso.example', 70), { health: 'ok', kind: 'mailbox item by address' }));
  test('kinds that name no mailbox', () => {
    reads(base64([0, 1, 22, 0, ...Array(22).keys()]), { health: 'ok', kind: 'public folder' });
    reads(base64([0, 2, 70, 0, ...Array(70).keys()]), { health: 'ok', kind: 'public folder item' });
    reads(base64([0, 5, 16, 0, ...Array(16).keys()]), { health: 'ok', kind: 'directory object' });
  });
  test('a compressed id, as of Outlook.com', () => {
    const guid = '00067ffe-c730-1ad0-0000-000000000000';
    const id = base64([1, ...compressed([3, ...content(guid, 46)])]);
    assert.equal(id.slice(0, 9), 'AQMkADAwA');
    reads(id, { health: 'ok', kind: 'mailbox item', mailboxGuid: guid, compressed: true });
  });
  test('an id with attachment ids behind it', () =>
    reads(base64([...Buffer.from(item, 'base64'), 1, 2, 0, 7, 7]), {
      health: 'ok',
      kind: 'mailbox item',
      mailboxGuid: mailbox,
    }));
});

suite('Item ids: what spoils them', () => {
  test('nothing there', () => reads('', { health: 'empty' }));
  test('white space, and where', () => {
    reads(`${item.slice(0, 76)}\r\n${item.slice(76)}`, { health: 'white-space', wrongAt: 76 });
    reads(` ${item}`, { health: 'white-space', wrongAt: 0 });
  });
  test('a + that became a blank', () => reads('AAMkA BB', { health: 'white-space', wrongAt: 5 }));
  test('a character that Base64 lacks, and where', () => {
    reads('AAMkADEzOTEx...YmM2', { health: 'not-base64', wrongAt: 12 });
    reads('AAMkA%2B', { health: 'not-base64', wrongAt: 5 });
    reads('AA=kADEz', { health: 'not-base64', wrongAt: 2 });
    reads('AAMkA===', { health: 'not-base64', wrongAt: 5 });
  });
  test('a Message-ID', () => {
    reads('<20260102.1@mail.contoso.example>', { health: 'message-id' });
    reads('  <a@b>\n', { health: 'message-id' });
  });
  test('the URL-safe form of Graph', () => {
    const urlSafe = item.replaceAll('+', '-').replaceAll('/', '_');
    assert.notEqual(urlSafe, item);
    reads(urlSafe, { health: 'url-safe-base64' });
  });
  test('a length that is no multiple of 4', () => reads(item.slice(0, -1), { health: 'cut' }));
  test('cut at a multiple of 4, where only the layout tells', () => {
    reads(item.slice(0, -4), { health: 'cut', kind: 'mailbox item', mailboxGuid: mailbox });
    reads(item.slice(0, 20), { health: 'cut', kind: 'mailbox item' });
    reads('AAMk', { health: 'cut', kind: 'mailbox item' });
  });
  test('longer than 512 characters', () => {
    assert.equal(readItemId('A'.repeat(512)).health, 'ok');
    reads('A'.repeat(516), { health: 'too-long' });
  });
  test('too short for a piece of one', () => {
    reads('x', { health: 'too-short' });
    reads('12345678', { health: 'too-short' });
    reads('AAMkADE3x', { health: 'cut' });
  });
  test('an address without an at sign, and Message-IDs that look like addresses', () => {
    reads('/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=lunch', {
      health: 'address',
    });
    reads('DB7PR04MB1234AB12@DB7PR04MB1234.eurprd04.prod.outlook.com', { health: 'message-id' });
    reads('CAJ+abcDEFxyz@mail.gmail.com', { health: 'message-id' });
    reads('000001d8$1a2b$3c4d@contoso.example', { health: 'message-id' });
    reads('1234567890.12345.abcdefghij@contoso.example', { health: 'message-id' });
    reads('anna.wintermeier-hofstetter@contoso.example', { health: 'address' });
    reads('sip:12345678901234567890abcd@contoso.example', { health: 'address' });
  });
  test('a ChangeKey', () => {
    reads('EgAAAA==', { health: 'change-key' });
    reads(makeChangeKey('contact', 'a', 1), { health: 'change-key' });
  });
  test('Base64 of something else', () => reads(btoa('Hello, world'), { health: 'unknown-layout' }));
  test('an EntryID of MAPI in hexadecimal', () =>
    reads('00000000DCD826AC3DC0154C9EF8AEFE9EE5B05B', { health: 'entry-id' }));
  test('a name', () => {
    for (const name of ['Lunch', 'Lunch Club', 'Research & Development', "Ada's team", 'Büro 2, links'])
      reads(name, { health: 'name' });
    assert.equal(readItemId(mailbox).health, 'not-base64');
    assert.equal(readItemId('EgAAABYAAABTfPjyNq1Q 2eFj7ZQE5gPWZgnI').health, 'white-space');
  });
  test('a mailbox that is no GUID', () =>
    reads(laidOut(0, 3, 'x'.repeat(36), 70), { health: 'unknown-layout', kind: 'mailbox item' }));
});

suite('Item ids: whatever the text', () => {
  test('what is made is read back, in a likely length', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('mailbox item', 'conversation or persona'),
        fc.uuid(),
        fc.string(),
        (kind, guid, seed) => {
          const id = makeItemId(kind, guid, seed);
          reads(id, { health: 'ok', kind, mailboxGuid: guid });
          assert.ok(kind !== 'mailbox item' || (id.length >= 150 && id.length <= 200));
        },
      ),
    ));
  test('the same seed makes the same id, another seed another', () => {
    assert.equal(makeItemId('mailbox item', mailbox, 'group'), item);
    assert.notEqual(makeItemId('mailbox item', mailbox, 'groups'), item);
  });
  test('a compressed id says what the plain one says', () =>
    fc.assert(
      fc.property(fc.uuid(), fc.uint8Array({ maxLength: 60 }), (guid, storeId) => {
        const bytes = [3, ...int16(36), ...Buffer.from(guid), 0, ...int16(storeId.length), ...storeId];
        const plain = readItemId(base64([0, ...bytes]));
        assert.equal(plain.mailboxGuid, guid);
        assert.deepEqual(readItemId(base64([1, ...compressed(bytes)])), { ...plain, compressed: true });
      }),
    ));
  test('any bytes and any text have a reading', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => readItemId(base64([...bytes])).health !== undefined),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'AMkQx09/+=-_<>@ \n\0é😀') }),
        text => readItemId(text).health !== undefined,
      ),
    );
  });
  test('a long text takes no long time', () => {
    const started = performance.now();
    assert.equal(readItemId(`<${'@'.repeat(500_000)}`).health, 'not-base64');
    assert.equal(readItemId('='.repeat(500_000)).health, 'not-base64');
    assert.ok(performance.now() - started < 1000);
  });
});

suite('ChangeKeys', () => {
  const types = [
    ['AQAAAA==', 'folder'],
    ['CQAAAA==', 'message'],
    ['DwAAAA==', 'appointment'],
    ['EQAAAA==', 'contact'],
    ['EgAAAA==', 'distribution list'],
    ['EwAAAA==', 'task'],
  ] as const;
  for (const [key, objectType] of types) {
    test(`${key}: ${objectType}`, () => assert.deepEqual(readChangeKey(key), { objectType }));
  }
  test('what is made is read back, and another version is another key', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('contact', 'distribution list'),
        fc.string(),
        fc.nat(),
        (objectType, seed, version) => {
          const key = makeChangeKey(objectType, seed, version);
          assert.deepEqual(readChangeKey(key), { objectType });
          assert.notEqual(key, makeChangeKey(objectType, seed, version + 1));
        },
      ),
    ));
  test('an id, other bytes and half a key are none', () => {
    assert.equal(readChangeKey(item), undefined);
    assert.equal(readChangeKey('EQABAA=='), undefined);
    assert.equal(readChangeKey('/wAAAA=='), undefined);
    assert.equal(readChangeKey('EQAAA'), undefined);
    assert.equal(readChangeKey('EQAA'), undefined);
    assert.equal(readChangeKey(''), undefined);
  });
});

function reads(text: string, expected: ItemIdReading): void {
  assert.deepEqual(readItemId(text), expected);
}

/** An id of any layout with a moniker and a store id of so many bytes. */
function laidOut(compression: number, storage: number, moniker: string, storeLength: number): string {
  return base64([compression, storage, ...content(moniker, storeLength)]);
}

function content(moniker: string, storeLength: number): readonly number[] {
  return [
    ...int16(moniker.length),
    ...Buffer.from(moniker),
    0,
    ...int16(storeLength),
    ...Array.from({ length: storeLength }, (_, index) => index),
  ];
}

function int16(value: number): readonly number[] {
  return [value % 256, Math.floor(value / 256)];
}

/** Each run of equal bytes as two of them and the number of the rest, as MS-OXCEXT 3.1.4.5 says. */
function compressed(bytes: readonly number[]): readonly number[] {
  const runs =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/(.)\1*/gs) ?? [];
  return runs.flatMap(run => {
    const byte = run.charCodeAt(0);
    return run.length === 1 ? [byte] : [byte, byte, run.length - 2];
  });
}

function base64(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('base64');
}
