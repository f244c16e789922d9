import assert from 'node:assert/strict';
import { responseCodeNames } from '../../../src/ews/responseCodes/index.ts';
import { lookUpCode } from '../../../src/ews/responseCodes/lookUp.ts';
import { responseCodes } from '../../../src/ews/responseCodes/table.ts';

const facts = Object.entries(responseCodes);

suite('response codes', () => {
  test('the table has the 527 names and no other', () => {
    assert.equal(facts.length, 527);
    assert.deepEqual(facts.map(([code]) => code).sort(), [...responseCodeNames].sort());
  });

  test('every code has a meaning, a category and advice on repeating with its reason', () => {
    const lacking = facts.filter(
      ([, fact]) =>
        !/^[A-Z].*\.$/.test(fact.meaning) || !fact.category || !fact.repeat || !/^[A-Z].*\.$/.test(fact.why),
    );
    assert.deepEqual(lacking, []);
  });

  test('no two meanings are the same sentence', () => {
    const meanings = facts.map(([, fact]) => fact.meaning.toLowerCase());
    assert.deepEqual(
      meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index),
      [],
    );
  });

  test('no meaning is only the name in words', () => {
    const bare = facts.filter(([code, fact]) => newWords(code, fact.meaning).length < 3);
    assert.deepEqual(
      bare.map(([code]) => code),
      [],
    );
  });

  test('what no documentation describes says so', () => {
    const silent = facts.filter(
      ([code, fact]) =>
        fact.documentation === 'none' &&
        fact.steps === undefined &&
        !/document|published|schema|no page|silent/i.test(fact.meaning) &&
        !spokenOf.has(code),
    );
    assert.deepEqual(
      silent.map(([code]) => code),
      [],
    );
  });

  test('advice and categories are those of the facts, in samples of each kind', () => {
    const samples = [
      'NoError',
      'ErrorInvalidImGroupId',
      'ErrorServerBusy',
      'ErrorClientDisconnected',
      'ErrorWin32InteropError',
    ];
    assert.deepEqual(
      samples.map(code => [
        lookUpCode(code).fact.category,
        lookUpCode(code).fact.repeat,
        lookUpCode(code).fact.imRelevance,
      ]),
      [
        ['ok', 'n/a', 'generic'],
        ['im-list', 'after-fix', 'specific'],
        ['throttling', 'after-backoff', 'generic'],
        ['transient/server', 'yes', 'generic'],
        ['transient/server', 'no', 'generic'],
      ],
    );
  });

  test('81 codes have causes and steps, all sentences', () => {
    const explained = facts.filter(([, fact]) => fact.steps !== undefined);
    assert.equal(explained.length, 81);
    const sentences = explained.flatMap(([, fact]) => [
      ...(fact.causes ?? []),
      ...(fact.steps ?? []).map(step => step.text),
    ]);
    assert.deepEqual(
      sentences.filter(sentence => !/^[A-Z].*\.$/.test(sentence)),
      [],
    );
    assert.deepEqual(
      explained.filter(([, fact]) => !fact.causes?.length || !fact.arrivesAs),
      [],
    );
  });

  test('no sentence has an exclamation mark', () => {
    assert.equal(JSON.stringify(responseCodes).includes('!'), false);
  });
});

suite('looking a code up', () => {
  test('white space around it does not matter', () => {
    assert.equal(lookUpCode('\n ErrorItemNotFound ').code, 'ErrorItemNotFound');
  });

  test('known misspellings lead to the real code', () => {
    assert.equal(lookUpCode('ErrorSubscriptionUnsubsribed').code, 'ErrorSubscriptionUnsubscribed');
    assert.equal(lookUpCode('ErrorFolderPropertyRequestFailed').code, 'ErrorFolderPropertRequestFailed');
  });

  test('codes that only clients know are told as such', () => {
    for (const code of ['ErrorConnectionFailedTransientError', 'ErrorInvalidChannelId']) {
      assert.equal(lookUpCode(code).source, 'client');
    }
  });

  const byRule: readonly (readonly [string, string])[] = [
    ['ErrorSomethingNotFound', 'not-found'],
    ['ErrorNewTransientTrouble', 'transient/server'],
    ['ErrorTooManyWishes', 'throttling'],
    ['ErrorImGroupHasMoved', 'im-list'],
    ['ErrorWishDenied', 'auth/permission'],
    ['ErrorWrongMoonVersion', 'version'],
    ['ErrorInvalidMoon', 'request-invalid'],
    ['__proto__', 'request-invalid'],
    ['constructor', 'request-invalid'],
    ['', 'request-invalid'],
  ];
  for (const [code, category] of byRule) {
    test(`${code || 'nothing'} is judged by its name: ${category}`, () => {
      const entry = lookUpCode(code);
      assert.equal(entry.source, 'rule');
      assert.equal(entry.fact.category, category);
      assert.match(entry.fact.meaning, /No table of this program has this code/);
    });
  }
});

/** Words of the meaning that the name does not have, small words left aside. */
function newWords(code: string, meaning: string): readonly string[] {
  const named = new Set((code.match(/[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+/g) ?? []).map(word => word.toLowerCase()));
  const words = meaning.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.filter(word => !smallWords.has(word) && !named.has(word) && !named.has(word.replace(/s$/, '')));
}

const smallWords: ReadonlySet<string> = new Set(
  'a an the is are was be of to in on at for by and or not no it this that with'.split(' '),
);

/** Not documented as pages go, yet their meanings say what clients and schemas tell of them. */
const spokenOf: ReadonlySet<string> = new Set(['ErrorServiceUnavailable']);
