import assert from 'node:assert/strict';
import { fixAll, fixesFor, mendsSeveral, problemsIn, readRequest } from '../../../../src/language/index.ts';
import { applyEdits } from '../../../../src/xml/index.ts';
import { envelope, group, id, operation, property, remove, version } from './case.ts';

suite('language: quick fixes, the choice among them', () => {
  test('of allowed values five are offered at most, the nearest first; of versions the one that servers know', () => {
    const offered = (text: string) => {
      const request = readRequest(text);
      const problem = problemsIn(request).find(({ code }) => code === 'value.not-in-enumeration')!;
      return fixesFor(request, problem);
    };
    const types = offered(envelope(property('PropertyTag="1" PropertyType="Shrt"')));
    assert.equal(types.length, 5);
    assert.deepEqual(
      types.map(({ preferred }) => preferred),
      [true, false, false, false, false],
    );
    assert.equal(types[0]?.title, 'Change to Short');
    const [version] = offered(envelope(remove, '<t:RequestServerVersion Version="latest"/>'));
    assert.deepEqual([version?.title, version?.preferred], ['Change to Exchange2013_SP1', true]);
  });

  test('a version is not added beside a Header or version with a slip in its name', () => {
    for (const slip of [/soap:Header/g, /t:RequestServerVersion/g]) {
      const broken = envelope(remove).replace(slip, name => name.replace('e', ''));
      assert.ok(
        problemsIn(readRequest(broken)).some(({ code }) => code === 'child.unknown' || code === 'header.unknown'),
      );
      assert.deepEqual(fixAll(readRequest(broken)), []);
    }
  });

  test('fix all takes what is sure, and leaves what is a guess', () => {
    const wrongCase = envelope(operation('RemoveImGroup', `<m:GroupId id="{{group id}}"/>`));
    assert.equal(applyEdits(wrongCase, fixAll(readRequest(wrongCase))), envelope(remove));
    const guess = envelope(operation('RemoveImGroup', `<m:GroupId ${id} ChangeKye="{{key}}"/>`));
    assert.deepEqual(fixAll(readRequest(guess)), []);
  });

  test('fix all is offered where it mends several problems, not where it mends one', () => {
    const several = (attributes: string) => {
      const request = readRequest(envelope(operation('RemoveImGroup', `<m:GroupId ${attributes}/>`)));
      return mendsSeveral(request, problemsIn(request));
    };
    assert.equal(several('id="{{group id}}" changekey="{{key}}"'), true);
    assert.equal(several('id="{{group id}}"'), false);
    assert.equal(several('Id="{{group id}}"'), false);
  });

  test('a piece of a request is put into an envelope once it is finished', () => {
    const offered = (text: string) => {
      const request = readRequest(text);
      return problemsIn(request)
        .filter(({ code }) => code === 'envelope.missing')
        .map(problem => fixesFor(request, problem).length);
    };
    assert.deepEqual(offered(`<m:RemoveImGroup>${group}</m:RemoveImGroup>`), [1]);
    assert.deepEqual(offered(`<m:RemoveImGroup>${group}`), [0]);
    assert.deepEqual(offered('<soap:Body'), [0]);
  });

  test('removing is the first choice only where nothing else was meant', () => {
    const offered = (header: string) => {
      const request = readRequest(envelope(remove, `${version}${header}`));
      const [problem] = problemsIn(request).filter(({ code }) => code === 'header.unknown');
      assert.ok(problem);
      return fixesFor(request, problem).map(({ title, preferred }) => [title, preferred]);
    };
    assert.deepEqual(offered('<t:Colour/>'), [['Remove <t:Colour>', true]]);
    assert.deepEqual(offered('<t:MailboxCultur/>'), [
      ['Change to <t:MailboxCulture>', true],
      ['Remove <t:MailboxCultur>', false],
    ]);
  });

  test('a prefix without a namespace gets the one that its elements want', () => {
    const mended = (text: string) => {
      const request = readRequest(text);
      const [problem] = problemsIn(request).filter(({ code }) => code === 'namespace.declaration');
      const [fix] = problem ? fixesFor(request, problem) : [];
      return fix && applyEdits(text, fix.edits);
    };
    const sound = envelope(remove);
    for (const prefix of ['soap', 'm', 't']) {
      assert.equal(mended(sound.replace(new RegExp(`xmlns:${prefix}="[^"]*"`), `xmlns:${prefix}=""`)), sound);
    }
  });

  test('fix all is one edit, from the first thing that changes to the last', () => {
    const broken = envelope(remove).replaceAll('http://schemas.micro', 'https://schemas.micro');
    const [edit, ...more] = fixAll(readRequest(broken));
    const between = '://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http';
    assert.deepEqual(more, []);
    assert.ok(edit);
    assert.equal(broken.slice(edit.from, edit.to), `s${between}s`);
    assert.equal(edit.insert, between);
  });

  test('fix all leaves of very many slips in a very long text some for the next time', () => {
    const sound = envelope(
      operation('RemoveImGroup', `${'<m:GroupId Id="a"/>'.repeat(70)}<!--${'x'.repeat(30_000)}-->`),
    );
    const broken = sound.replaceAll('"a"/>', '"a"/ >');
    const once = applyEdits(broken, fixAll(readRequest(broken)));
    assert.equal(once.split('/ >').length - 1, 70 - 50);
    assert.equal(applyEdits(once, fixAll(readRequest(once))), sound);
  });

  test('fix all mends what loses nothing, and leaves the rest', () => {
    const broken = envelope(
      operation('RemoveImContactFromGroup', group, '<m:contactId Id="{{contact id}}"/>', '<m:Extra/>'),
    ).replaceAll('http://', 'https://');
    const mended = envelope(
      operation('RemoveImContactFromGroup', '<m:ContactId Id="{{contact id}}"/>', group, '<m:Extra/>'),
    );
    assert.equal(applyEdits(broken, fixAll(readRequest(broken))), mended);
    assert.deepEqual(fixAll(readRequest(envelope(remove))), []);
    const withoutCase = fixAll(readRequest(broken), request =>
      problemsIn(request).filter(({ code }) => code !== 'child.wrong-case' && code !== 'child.out-of-order'),
    );
    assert.equal(applyEdits(broken, withoutCase), broken.replaceAll('https://', 'http://'));
  });
});
