import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemsOf } from '../../../src/language/index.ts';
import { anyEnvelope, anyStyle, write } from '../../support/generatedRequests.ts';
import { anyMutation } from '../../support/mutations.ts';
import { schemaVerdict } from '../../support/schemaVerdict.ts';

/** Errors that the schema does not see, on purpose: servers refuse what it lets pass. */
const beyondTheSchema: readonly string[] = ['id.empty', 'version.too-old'];

const runs = 500;

suite('generated requests', () => {
  test('the facts and the schema allow the same envelopes', () => {
    fc.assert(
      fc.property(anyEnvelope(), anyStyle, (envelope, style) => {
        const text = write(envelope, style);
        assert.equal(schemaVerdict(text), undefined, text);
        assert.deepEqual(errorsIn(text), [], text);
      }),
      { numRuns: runs },
    );
  });

  test('one change of an envelope is an error here exactly when libxml2 refuses it', () => {
    const mutated = anyEnvelope().chain(envelope => fc.tuple(anyMutation(envelope), anyStyle));
    fc.assert(
      fc.property(mutated, ([{ what, root }, style]) => agree(write(root, style), what)),
      { numRuns: 3 * runs },
    );
  });

  test('one character lost or added is an error here exactly when libxml2 refuses it', () => {
    const edited = fc.tuple(
      anyEnvelope(),
      anyStyle,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('', ...'<>&"\'/=!?aX1:'),
    );
    fc.assert(
      fc.property(edited, ([envelope, style, share, insert]) => {
        const text = write(envelope, style);
        // libxml2 alone refuses a > in a namespace that nothing uses, so none is put into the declarations.
        const least = insert === '>' ? text.indexOf('>') : 0;
        const at = least + Math.floor(share * (text.length - 1 - least));
        agree(text.slice(0, at) + insert + text.slice(insert === '' ? at + 1 : at), `"${insert}" at ${at}`);
      }),
      { numRuns: 3 * runs },
    );
  }).timeout(60_000);
});

function agree(text: string, what: string): void {
  const refusal = schemaVerdict(text);
  const errors = errorsIn(text);
  assert.equal(errors.length > 0, refusal !== undefined, `${what}\n${text}\nlibxml2: ${refusal}\nhere: ${errors}`);
}

function errorsIn(text: string): readonly string[] {
  return problemsOf(text)
    .filter(({ severity, code }) => severity === 'error' && !beyondTheSchema.includes(code))
    .map(({ code }) => code);
}
