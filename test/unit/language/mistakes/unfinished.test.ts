import { declarations, envelope, groupId, type Mistake, mistakes, remove, version } from './mistake.ts';

const keyed = (key: string) => remove(`<m:GroupId Id="${groupId}" ChangeKey="${key}"/>`);
const open = `<soap:Envelope ${declarations}>\n  <soap:Header>${version}</soap:Header>\n  <soap:Body>\n    <m:RemoveImGroup>\n`;
const closing = '/></m:RemoveImGroup></soap:Body></soap:Envelope>';

/** An envelope with that in place of the declaration of a prefix. */
function declaring(prefix: string, written: string): string {
  const names = declarations.replace(new RegExp(`xmlns:${prefix}="[^"]*" ?`), () => `${written}\n  `).trimEnd();
  return envelope('<m:GetImItemList/>', `${version}<t:MailboxCulture>en-US</t:MailboxCulture>`, names);
}

mistakes('ChangeKeys that something changed', [
  {
    about: 'a ChangeKey without its padding',
    text: keyed('⟦id.key-wrong|EgAAAA⟧'),
    says: 'This ChangeKey lacks = at its end, which fills it up to a multiple of four characters. Add it.',
    fix: 'Add = at the end',
    after: keyed('EgAAAA=='),
  },
  {
    about: 'a ChangeKey from a URL',
    text: keyed('⟦id.key-wrong|EgAAAA%3D%3D⟧'),
    says: 'This ChangeKey is URL-encoded: % and two digits stand for one character. Write the characters themselves.',
    fix: 'Write the characters themselves',
    after: keyed('EgAAAA=='),
  },
  {
    about: 'a ChangeKey in quotes of its own',
    text: keyed("⟦id.key-wrong|'EgAAAA=='⟧"),
    says: 'The quotes around this ChangeKey have become a part of it. Remove them.',
    fix: 'Remove the quotes',
    after: keyed('EgAAAA=='),
  },
  {
    about: 'a ChangeKey as URLs have it',
    text: keyed('⟦id.key-wrong|EgAAABYAAAD-x_Q3⟧'),
    says: 'This ChangeKey has - and _, which URLs have in place of + and /. Write those, or leave the ChangeKey out.',
    others: ['Write / for - and + for _', 'Write + for - and / for _'],
  },
]);

mistakes(
  'variables of programs in an id',
  ['$($group.Id)', '$group.Id', '%s', '%1$s', '%@'].map(variable => ({
    about: variable,
    text: remove(`<m:GroupId Id="⟦placeholder.unfilled|${variable}⟧"/>`),
    says: `The placeholder "${variable}" is still here. Replace it before you send.`,
  })),
);

const unquoted: readonly Mistake[] = [
  {
    about: 'an id with a slash in it, without quotes, and its ChangeKey',
    text: remove('<m:GroupId Id=⟦xml.value-unquoted|AAMk/GEx⟧ ChangeKey=⟦xml.value-unquoted|EgAAAA==⟧/>'),
    says: 'The value of the attribute Id is not enclosed in quotes. Put it in quotes.',
    fix: 'Enclose the value in quotes',
    after: remove('<m:GroupId Id="⟦id.cut|AAMk/GEx⟧" ChangeKey=⟦xml.value-unquoted|EgAAAA==⟧/>'),
  },
  {
    about: 'a whole id without quotes',
    text: remove(`<m:GroupId Id=⟦xml.value-unquoted|${groupId}⟧/>`),
    fix: 'Enclose the value in quotes',
    after: remove(`<m:GroupId Id="${groupId}"/>`),
  },
  ...['{{groupId}}', '{{group id}}', '#{id}', '$id', '%s', '?', '[id]'].flatMap(placeholder =>
    [`/>`, ' />', '></m:GroupId>'].map(end => ({
      about: `the placeholder ${placeholder} without quotes, before ${end}`,
      text: remove(`<m:GroupId Id=⟦xml.value-unquoted|${placeholder}⟧${end}`),
      says: 'The value of the attribute Id is not enclosed in quotes. Put it in quotes.',
      fix: 'Enclose the value in quotes',
      after: remove(`<m:GroupId Id="⟦placeholder.unfilled|${placeholder}⟧"${end}`),
    })),
  ),
  {
    about: 'two placeholders without quotes',
    text: remove('<m:GroupId Id=⟦xml.value-unquoted|{{group id}}⟧ ChangeKey=⟦xml.value-unquoted|{{key}}⟧/>'),
    fix: 'Enclose the value in quotes',
    after: remove('<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧" ChangeKey=⟦xml.value-unquoted|{{key}}⟧/>'),
  },
  {
    about: 'a value without its closing quote',
    text: remove(`<m:GroupId Id="⟦xml.value-unquoted|${groupId}⟧/>`),
    says: 'The value of the attribute Id is not enclosed in quotes. Add the missing quote.',
    fix: 'Add the missing quote',
    after: remove(`<m:GroupId Id="${groupId}"/>`),
  },
];

const cut: readonly Mistake[] = [
  ...[
    ['Id="', '⟦id.empty|Id=""⟧'],
    ['Id="A', 'Id="⟦id.too-short|A⟧"'],
    [`Id="${groupId}" ChangeKey="EgAAAA`, `Id="${groupId}" ChangeKey="⟦id.key-wrong|EgAAAA⟧"`],
  ].map(([attributes = '', closed = '']) => ({
    about: `the text ends in <m:GroupId ${attributes.slice(0, 12)}`,
    text: `${open}      <⟦xml.not-closed|m:GroupId⟧ ${attributes}`,
    fix: `Add "${closing}`,
    after: `${open}      <m:GroupId ${closed}/>\n    </m:RemoveImGroup>\n  </soap:Body>\n</soap:Envelope>`,
  })),
  {
    about: 'what is wrong with an id that is finished is said nevertheless',
    text: `${open.replace('RemoveImGroup', 'RemoveImContactFromGroup')}      <m:ContactId ⟦id.empty|Id=""⟧/>\n      <⟦xml.not-closed|m:GroupId⟧ Id="`,
  },
];

const messages = 'http://schemas.microsoft.com/exchange/services/2006/mess';

const namespaces: readonly Mistake[] = [
  {
    about: 'the beginning of one namespace that is as near to the end of another one',
    text: declaring('m', `xmlns:m="⟦namespace.wrong|${messages.slice(0, -1)}⟧"`),
    says: `This is not the namespace that servers know. Write ${messages}ages.`,
    fix: `Write ${messages}ages`,
    after: declaring('m', `xmlns:m="${messages}ages"`),
    fixAll: declaring('m', `xmlns:m="${messages}ages"`),
  },
  ...['m', 't', 'soap'].flatMap(prefix => [
    {
      about: `the namespace of ${prefix} not begun`,
      text: declaring(prefix, `xmlns:${prefix}="⟦xml.value-unquoted|⟧`),
      says: `The value of the attribute xmlns:${prefix} is not enclosed in quotes. Add the missing quote.`,
      fix: 'Add the missing quote',
      after: declaring(prefix, `⟦namespace.declaration|xmlns:${prefix}=""⟧`),
    },
    {
      about: `the namespace of ${prefix} begun`,
      text: declaring(prefix, `xmlns:${prefix}="⟦xml.value-unquoted|http://schemas.mic⟧`),
      fix: 'Add the missing quote',
      after: declaring(prefix, `xmlns:${prefix}="⟦namespace.wrong|http://schemas.mic⟧"`),
    },
  ]),
  {
    about: 'the namespace of the messages begun so far that it is plain which it is',
    text: declaring('m', `xmlns:m="⟦xml.value-unquoted|${messages}⟧`),
    fix: 'Add the missing quote',
    after: declaring('m', `xmlns:m="⟦namespace.wrong|${messages}⟧"`),
  },
  {
    about: 'the text ends in the namespace of the envelope',
    text: '<soap:Envelope xmlns:soap="⟦xml.value-unquoted|http://sch⟧',
    fix: 'Add the missing quote',
    after: '<⟦xml.tag-unfinished|soap:Envelope⟧ xmlns:soap="⟦namespace.wrong|http://sch⟧"',
  },
  {
    about: 'the default namespace of the operation begun',
    text: envelope('<GetImItemList xmlns="⟦xml.value-unquoted|http://sch⟧\n    ></GetImItemList>'),
    fix: 'Add the missing quote',
    after: envelope('<⟦child.wrong-namespace|GetImItemList⟧ xmlns="http://sch"\n    ></GetImItemList>'),
  },
];

const acting = (user: string) => envelope('<m:GetImItemList/>', `\n    ${version}\n    ${user}\n  `);
const written = acting(
  '<t:ExchangeImpersonation>\n      <t:ConnectingSID>\n        <t:PrimarySmtpAddress>ann@contoso.example</t:PrimarySmtpAddress>\n      </t:ConnectingSID>\n    </t:ExchangeImpersonation>',
);

const users: readonly Mistake[] = [
  {
    about: 'the user to act for as an attribute of ExchangeImpersonation',
    text: acting('<t:ExchangeImpersonation ⟦attribute.unknown|PrimarySmtpAddress⟧="ann@contoso.example"/>'),
    says: '<t:ExchangeImpersonation> has no attribute PrimarySmtpAddress. Write it as the child <t:PrimarySmtpAddress>.',
    fix: 'Write it as <t:PrimarySmtpAddress>',
    after: written,
    others: [],
  },
  {
    about: 'the same with an end tag',
    text: acting(
      '<t:ExchangeImpersonation ⟦attribute.unknown|PrimarySmtpAddress⟧="ann@contoso.example"></t:ExchangeImpersonation>',
    ),
    fix: 'Write it as <t:PrimarySmtpAddress>',
    after: written,
  },
];

mistakes('an attribute of a child whose name is in the wrong case', [
  {
    about: 'its own slips are named too',
    text: remove(`<⟦child.wrong-case|m:groupID⟧ ⟦attribute.wrong-case|id⟧="${groupId}"/>`),
    fix: 'Change to <m:GroupId>',
    after: remove(`<m:GroupId ⟦attribute.wrong-case|id⟧="${groupId}"/>`),
    fixAll: remove(`<m:GroupId Id="${groupId}"/>`),
  },
]);
mistakes('values without quotes', unquoted);
mistakes('texts that end in a value', cut);
mistakes('namespaces half typed', namespaces);
mistakes('users to act for', users);
