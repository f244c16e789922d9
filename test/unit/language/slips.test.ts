import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor, fixesFor, problemsIn, readRequest } from '../../../src/language/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { applyEdits } from '../../../src/xml/index.ts';

const [mailbox] = initialContent.mailboxes;
const values: Readonly<Record<string, string>> = {
  'contact id': mailbox!.contacts[0]!.id,
  'group id': mailbox!.groups[0]!.id,
};
const samples = operations.map(operation => {
  const text = envelopeFor(operation).replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => values[name] ?? name);
  return { operation, text };
});

/** A sound text with a slip in it: the one code that it has then, and the text after the preferred fix. */
interface Slipped {
  readonly text: string;
  readonly code: string;
  /** The sound text, where nothing else is said. */
  readonly mended?: string;
}

/** Each slip that people make, in a sound text; undefined where the text has no place for it. */
const slips: Readonly<Record<string, (sound: string, operation: string) => Slipped | undefined>> = {
  'a blank between / and >': sound => ({ text: sound.replace('/>', '/ >'), code: 'xml.tag-misspelt' }),
  'a backslash at the end of a tag': sound => ({ text: sound.replace('/>', '\\>'), code: 'xml.tag-misspelt' }),
  'a blank before the slash of an end tag': sound => ({
    text: sound.replace('</soap:Body>', '< /soap:Body>'),
    code: 'xml.tag-misspelt',
  }),
  'a blank behind the slash of an end tag': sound => ({
    text: sound.replace('</soap:Header>', '</ soap:Header>'),
    code: 'xml.tag-misspelt',
  }),
  'quotes of a word processor': sound => ({
    text: sound.replace(/Version="([^"]*)"/, 'Version=“$1”'),
    code: 'xml.quotes',
  }),
  'a first quote of a word processor': sound => ({ text: sound.replace('Version="', 'Version=„'), code: 'xml.quotes' }),
  'quotes of a word processor everywhere': sound => ({
    text: sound.replace(/="([^"]*)"/g, '=”$1”'),
    code: 'xml.quotes',
  }),
  'a < in a value': sound => {
    const text = sound.replace(/ Id="[^"]*"/, ' Id="a<b"');
    const mended = sound.replace(/ Id="[^"]*"/, ' Id="a&lt;b"');
    return text === sound ? undefined : { text, code: 'xml.raw-less-than', mended };
  },
  'a document type that is not closed': sound => ({
    text: sound.replace('<soap:Envelope', '<!DOCTYPE note\n<soap:Envelope'),
    code: 'dtd.present',
  }),
  'an encoding that does not exist': sound => ({
    text: sound.replace('utf-8', 'uft-8'),
    code: 'encoding.not-utf-8',
  }),
  'the operation in the Header': sound => {
    const [lines = ''] = / {4}<m:(?:.|\n)*\n(?= {2}<\/soap:Body>)/.exec(sound) ?? [];
    const text = sound.replace(lines, '').replace('  </soap:Header>', `${lines}  </soap:Header>`);
    return { text, code: 'child.misplaced' };
  },
  'RequestServerVersion in the Body': sound => {
    const [line = ''] = /.*RequestServerVersion.*\n/.exec(sound) ?? [];
    const text = sound.replace(line, '').replace('<soap:Body>\n', `<soap:Body>\n${line}`);
    return { text, code: 'child.misplaced' };
  },
  'RequestServerVersion in the Body, without a Header': sound => {
    const [header = ''] = / *<soap:Header>(?:.|\n)*<\/soap:Header>\n/.exec(sound) ?? [];
    const [line = ''] = /.*RequestServerVersion.*\n/.exec(sound) ?? [];
    const text = sound.replace(header, '').replace('<soap:Body>\n', `<soap:Body>\n${line}`);
    return { text, code: 'child.misplaced' };
  },
  'an element Request around the content': (sound, operation) => {
    const [, content] = new RegExp(`<m:${operation}>\\n((?:.|\\n)*\\n) *</m:${operation}>`).exec(sound) ?? [];
    if (content === undefined) return undefined;
    const wrapped = `      <m:Request>\n${content.replace(/^(?=.)/gm, '  ')}      </m:Request>\n`;
    return { text: sound.replace(content, wrapped), code: 'child.unknown' };
  },
  'an element Request around the operation': sound => {
    const [, content = ''] = /<soap:Body>\n((?:.|\n)*\n) *<\/soap:Body>/.exec(sound) ?? [];
    const wrapped = `    <m:Request>\n${content.replace(/^(?=.)/gm, '  ')}    </m:Request>\n`;
    return { text: sound.replace(content, wrapped), code: 'operation.unknown' };
  },
};

const withoutPlace: Readonly<Record<string, readonly string[]>> = {
  'a < in a value': ['AddImGroup', 'AddDistributionGroupToImList', 'GetImItemList', 'SetImListMigrationCompleted'],
  'an element Request around the content': ['GetImItemList'],
};

suite('slips', () => {
  test('there is a sound sample of every operation', () => {
    assert.equal(samples.length, 13);
    assert.deepEqual(
      samples.flatMap(({ text }) => codesIn(text)),
      [],
    );
  });

  for (const [name, slip] of Object.entries(slips)) {
    test(`${name}: one problem, and a fix that undoes it`, () => {
      const slipped = samples.map(({ operation, text }) => ({
        operation,
        sound: text,
        made: slip(text, operation.name),
      }));
      const without = slipped.filter(({ made }) => !made).map(({ operation }) => operation.name);
      assert.deepEqual(without.sort(), [...(withoutPlace[name] ?? [])].sort());
      for (const { sound, made } of slipped) if (made) assertUndone(made.text, [made.code], made.mended ?? sound);
    });
  }

  test('text alone in the Body: one problem', () => {
    for (const { text } of samples) {
      const instead = text.replace(/<soap:Body>(?:.|\n)*<\/soap:Body>/, '<soap:Body>hello</soap:Body>');
      assert.deepEqual(codesIn(instead), ['content.text']);
    }
  });
});

/** What a slip in a declaration may be called: it is one with and without the rest of XML being content. */
const ofDeclarations = ['namespace.declaration-misspelt', 'namespace.wrong', 'namespace.https'] as const;

suite('slips in a declaration of a namespace', () => {
  for (const { operation, text } of samples) {
    test(`${operation.name}: a character lost, added, doubled, changed or swapped anywhere is one problem`, () => {
      let count = 0;
      for (const { index, 0: whole } of text.matchAll(/(?<=\s)xmlns:\w+="[^"]*"/g)) {
        for (let at = index; at < index + whole.length; at++) {
          const slipped = slipsAt(text, at, index + whole.length - 1);
          for (const wrong of slipped) assertUndone(wrong, ofDeclarations, text);
          count += slipped.length;
        }
      }
      assert.ok(count > 500, `${count} slips`);
    });
  }
});

/** The ways to slip at an offset; which character is added or written instead goes through all that are special. */
function slipsAt(text: string, at: number, end: number): readonly string[] {
  const [before, here = '', behind] = [text.slice(0, at), text[at], text.slice(at + 1)];
  const other = '"\'<>&=:/;é9x'[at % 12] ?? '';
  const all = [
    before + behind,
    before + other + here + behind,
    before + here + here + behind,
    before + other + behind,
    ...(at < end ? [before + (behind[0] ?? '') + here + behind.slice(1)] : []),
  ];
  return all.filter(slipped => slipped !== text && !isQuoteOnly(text, slipped));
}

/** One quote changed into the other kind, so that the two do not match: a value without its end is a slip of its own. */
function isQuoteOnly(text: string, slipped: string): boolean {
  return slipped.replace(/["']/g, '') === text.replace(/["']/g, '') && slipped.length === text.length;
}

function assertUndone(text: string, codes: readonly string[], mended: string): void {
  const request = readRequest(text);
  const problems = problemsIn(request);
  assert.equal(problems.length, 1, `${problems.map(({ code }) => code)}\n${text}`);
  const [problem] = problems;
  assert.ok(problem && codes.includes(problem.code), `${problem?.code}\n${text}`);
  const fix = fixesFor(request, problem).find(({ preferred }) => preferred);
  assert.equal(applyEdits(text, fix?.edits ?? []), mended);
}

function codesIn(text: string): readonly string[] {
  return problemsIn(readRequest(text)).map(({ code }) => code);
}
