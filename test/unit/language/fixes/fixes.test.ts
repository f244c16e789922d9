import assert from 'node:assert/strict';
import { fixableCodes, fixesFor, problemCodes, problemsIn, readRequest } from '../../../../src/language/index.ts';
import { applyEdits } from '../../../../src/xml/index.ts';
import { elements } from './elements.ts';
import { markup } from './markup.ts';
import { values } from './values.ts';

const cases = [...markup, ...elements, ...values];

/** Codes that only a person can mend, and why. */
const withoutFix: Readonly<Record<string, string>> = {
  'document.not-text': 'there is no text to mend',
  'document.empty': 'a snippet begins a document',
  'operation.not-checked': 'nothing is wrong',
  'xml.unterminated': 'only the author knows where it ends',
  'value.blank': 'only the author knows the name',
  'header.foreign': 'SOAP allows it',
  'id.empty': 'the id comes from the mailbox',
  'id.address': 'another id is wanted',
  'id.two': 'only the author knows which is meant',
  'id.not-base64': 'the id must be copied again',
  'id.cut': 'the id must be copied again',
  'id.too-short': 'the id must be copied again',
  'id.too-long': 'the id must be copied again',
  'id.message-id': 'another id is wanted',
  'id.persona': 'another id is wanted',
  'id.entry-id': 'ConvertId translates it',
  'id.name': 'only the mailbox knows the id',
  'id.other-kind': 'only the author knows which is meant',
  'id.unknown-layout': 'the id must be copied again',
  'id.same': 'only the author knows which is wrong',
  'id.other-mailbox': 'only the author knows which is meant',
  'id.not-a-member': 'only the author knows which contact is meant; "Pick from the mailbox…" lists the members',
  'address.malformed': 'only the author knows the address',
  'extended-property.combination': 'only the author knows the property',
  'extended-property.custom-tag': 'only the author knows the property',
  'placeholder.unfilled': 'only the author knows the value',
};

suite('language: quick fixes', () => {
  for (const [index, { code, title, before, after }] of cases.entries()) {
    test(`${code}: ${title} (${index})`, () => {
      const request = readRequest(before);
      const offered = problemsIn(request)
        .filter(problem => problem.code === code)
        .flatMap(problem => fixesFor(request, problem));
      const chosen = offered.find(candidate => candidate.title === title);
      assert.ok(
        chosen,
        `offered: ${offered.map(candidate => candidate.title).join(' | ')}; problems: ${problemsIn(request)
          .map(problem => problem.code)
          .join(' ')}`,
      );
      assert.equal(applyEdits(before, chosen.edits), after);
    });
  }

  test('every code has a fix or a reason to have none', () => {
    assert.deepEqual([...fixableCodes(), ...Object.keys(withoutFix)].sort(), [...problemCodes].sort());
  });

  test('every code with a fix has a case', () => {
    const named = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      fixableCodes().filter(code => !named.has(code)),
      [],
    );
  });
});
