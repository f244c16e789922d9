import assert from 'node:assert/strict';
import {
  fittingEntries,
  type ImDirectory,
  type ImEntry,
  idAt,
  isMendedByPicking,
  listRequestFor,
  nameOf,
  pickEdits,
  pickedRange,
  pickPlaceAt,
  pickPlaces,
  problemsOf,
  readRequest,
} from '../../../src/language/index.ts';
import { applyEdits } from '../../../src/xml/index.ts';
import { caretIn, envelope } from './caret.ts';

const group = (displayName: string, members: readonly string[] = [], smtpAddress?: string) =>
  ({
    kind: 'group',
    id: `id of ${displayName}`,
    changeKey: `key of ${displayName}`,
    displayName,
    isDistribution: smtpAddress !== undefined,
    ...(smtpAddress && { smtpAddress }),
    members,
  }) as const;
const contact = (displayName: string) => ({ kind: 'contact', id: `id of ${displayName}`, displayName }) as const;
const directory: ImDirectory = {
  groups: [group('A', ['id of X']), group('B', ['id of Y']), group('D', [], 'd@contoso.example')],
  contacts: [contact('X'), contact('Y')],
};

suite('language: picking from the IM list', () => {
  for (const [body, wants] of [
    ['<m:RemoveImGroup><m:GroupId/></m:RemoveImGroup>', ['group']],
    ['<m:RemoveDistributionGroupFromImList><m:GroupId/></m:RemoveDistributionGroupFromImList>', ['distributionGroup']],
    ['<m:RemoveImContactFromGroup><m:ContactId/><m:GroupId/></m:RemoveImContactFromGroup>', ['contact', 'group']],
    [
      '<m:GetImItems><m:ContactIds><t:ItemId/></m:ContactIds><m:GroupIds><t:ItemId/></m:GroupIds></m:GetImItems>',
      ['contact', 'anyGroup'],
    ],
    ['<m:AddDistributionGroupToImList><m:SmtpAddress/></m:AddDistributionGroupToImList>', ['address']],
    ['<m:AddImGroup><m:DisplayName/></m:AddImGroup>', []],
    ['<m:DeleteItem><m:GroupId/></m:DeleteItem>', []],
    ['<m:RemoveImGroupResponse><m:GroupId/></m:RemoveImGroupResponse>', []],
  ] as const) {
    test(`places of ${body}`, () => {
      assert.deepEqual(
        pickPlaces(readRequest(envelope(body))).map(place => place.wants),
        wants,
      );
    });
  }

  test('an address in the header is nobody of the list', () => {
    const header =
      '<t:ExchangeImpersonation><t:ConnectingSID><t:SmtpAddress>a@b.example</t:SmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>';
    assert.deepEqual(pickPlaces(readRequest(envelope('<m:GetImItemList/>', header))), []);
  });

  const edits: readonly (readonly [before: string, entry: ImEntry, after: string])[] = [
    ['<m:GroupId Id="{{group| id}}"/>', group('A'), '<m:GroupId Id="id of A" ChangeKey="key of A"/>'],
    ['<m:Group|Id/>', group('A'), '<m:GroupId Id="id of A" ChangeKey="key of A"/>'],
    ['<m:GroupId|></m:GroupId>', group('A'), '<m:GroupId Id="id of A" ChangeKey="key of A"></m:GroupId>'],
    [
      "<m:GroupId ChangeKey='old' Id=|'old'/>",
      group("A'"),
      "<m:GroupId ChangeKey='key of A&apos;' Id='id of A&apos;'/>",
    ],
    ['<m:GroupId Id="|old" ChangeKey="old"/>', contact('X'), '<m:GroupId Id="id of X"/>'],
    ['<m:GroupId ChangeKey="old"\n  Id="|old"/>', contact('X'), '<m:GroupId\n  Id="id of X"/>'],
    ['<m:GroupId ChangeKey="old"|/>', group('A'), '<m:GroupId Id="id of A" ChangeKey="key of A"/>'],
    ['<m:GroupId Id=|/>', group('A'), '<m:GroupId Id="id of A" ChangeKey="key of A"/>'],
    ['<m:GroupId Id|/>', group('A'), '<m:GroupId Id="id of A" ChangeKey="key of A"/>'],
  ];
  for (const [before, entry, after] of edits) {
    test(`${nameOf(entry)} into ${before}`, () => {
      const body = (content: string) => envelope(`<m:RemoveImGroup>${content}</m:RemoveImGroup>`);
      const { request, offset, text } = caretIn(body(before));
      const place = pickPlaceAt(request, offset);
      assert.ok(place);
      assert.equal(applyEdits(text, pickEdits(request, place, entry)), body(after));
    });
  }

  for (const before of [
    '<m:SmtpAddress>old|</m:SmtpAddress>',
    '<m:SmtpAddress| />',
    '<m:SmtpAddress>|</m:SmtpAddress>',
  ]) {
    test(`an address into ${before}`, () => {
      const body = (content: string) =>
        envelope(
          `<m:AddDistributionGroupToImList>${content}<m:DisplayName>D</m:DisplayName></m:AddDistributionGroupToImList>`,
        );
      const { request, offset, text } = caretIn(body(before));
      const place = pickPlaceAt(request, offset);
      assert.ok(place);
      const after = applyEdits(text, pickEdits(request, place, group('D', [], 'd&e@contoso.example')));
      assert.equal(after, body('<m:SmtpAddress>d&amp;e@contoso.example</m:SmtpAddress>'));
      assert.deepEqual(problemsOf(after), []);
    });
  }

  test('the id that stands there, when it is finished', () => {
    const at = (id: string) => {
      const [place] = pickPlaces(readRequest(envelope(`<m:RemoveImGroup><m:GroupId ${id}/></m:RemoveImGroup>`)));
      return place && idAt(place);
    };
    assert.equal(at('Id="a"'), 'a');
    assert.equal(at('Id="a'), undefined);
    assert.equal(at(''), undefined);
  });

  test('which problems go away with a pick', () => {
    const mended = (body: string) =>
      problemsOf(envelope(body))
        .filter(isMendedByPicking)
        .map(({ code }) => code);
    assert.deepEqual(mended('<m:RemoveImGroup><m:GroupId Id="{{group id}}"/></m:RemoveImGroup>'), [
      'placeholder.unfilled',
    ]);
    assert.deepEqual(mended('<m:RemoveImGroup><m:GroupId/></m:RemoveImGroup>'), ['attribute.missing']);
    assert.deepEqual(mended('<m:RemoveImGroup><m:GroupId Id=""/></m:RemoveImGroup>'), ['id.empty']);
    assert.deepEqual(mended('<m:RemoveImGroup><m:GroupID Id="a"/></m:RemoveImGroup>'), ['id.too-short']);
    assert.deepEqual(mended('<m:RemoveImGroup/>'), []);
  });

  test('where a choice stands, when there is a place for it', () => {
    const at = (body: string) => {
      const request = readRequest(envelope(body));
      const range = pickPlaces(request).map(pickedRange)[0];
      return range && request.text.slice(range.from, range.to);
    };
    assert.equal(at('<m:RemoveImGroup><m:GroupId ChangeKey="b" Id="a"/></m:RemoveImGroup>'), 'a');
    assert.equal(at('<m:RemoveImGroup><m:GroupId Id="a/></m:RemoveImGroup>'), undefined);
    assert.equal(
      at('<m:AddDistributionGroupToImList><m:SmtpAddress>a@b</m:SmtpAddress></m:AddDistributionGroupToImList>'),
      'a@b',
    );
  });

  test('the list is asked for in the version of the request, as the same user', () => {
    const acting =
      '<t:ExchangeImpersonation><t:ConnectingSID><t:SID>S-1-5-21-1</t:SID></t:ConnectingSID></t:ExchangeImpersonation>';
    const asked = (version: string, header = '') =>
      listRequestFor(
        readRequest(envelope('<m:RemoveImGroup/>', `<t:RequestServerVersion Version="${version}"/>${header}`)),
      );
    assert.match(asked('Exchange2013'), /Version="Exchange2013"/);
    assert.match(asked('Exchange2016'), /Version="Exchange2016"/);
    assert.match(asked('Exchange2010'), /Version="Exchange2013_SP1"/);
    assert.match(asked('nonsense'), /Version="Exchange2013_SP1"/);
    assert.match(asked('Exchange2013', acting), /<t:SID>S-1-5-21-1<\/t:SID>/);
    assert.deepEqual(problemsOf(asked('Exchange2013', acting)), []);
  });

  const fitting: readonly (readonly [body: string, fitting: string, other: string])[] = [
    ['<m:RemoveImGroup><m:GroupId|/></m:RemoveImGroup>', 'A B', ''],
    ['<m:RemoveDistributionGroupFromImList><m:GroupId|/></m:RemoveDistributionGroupFromImList>', 'D', ''],
    ['<m:AddDistributionGroupToImList><m:SmtpAddress|/></m:AddDistributionGroupToImList>', 'D', ''],
    ['<m:GetImItems><m:GroupIds><t:ItemId|/></m:GroupIds></m:GetImItems>', 'A B D', ''],
    ['<m:RemoveImContactFromGroup><m:ContactId|/><m:GroupId Id="id of A"/></m:RemoveImContactFromGroup>', 'X', 'Y'],
    ['<m:RemoveImContactFromGroup><m:ContactId Id="id of Y"/><m:GroupId|/></m:RemoveImContactFromGroup>', 'B', 'A'],
    ['<m:AddImContactToGroup><m:ContactId|/><m:GroupId Id="id of A"/></m:AddImContactToGroup>', 'Y', 'X'],
    ['<m:AddImContactToGroup><m:ContactId|/></m:AddImContactToGroup>', 'X Y', ''],
  ];
  for (const [body, first, rest] of fitting) {
    test(`what fits ${body}`, () => {
      const { request, offset } = caretIn(envelope(body));
      const place = pickPlaceAt(request, offset);
      assert.ok(place);
      const found = fittingEntries(directory, request, place);
      assert.deepEqual([found.fitting.map(nameOf).join(' '), found.other.map(nameOf).join(' ')], [first, rest]);
    });
  }
});
