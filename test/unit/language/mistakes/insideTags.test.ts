import { add, envelope, groupId, groupKey, type Mistake, mistakes, sound, version } from './mistake.ts';

const lunch = add('<m:DisplayName>Lunch</m:DisplayName>');

const inTag = (about: string, text: string, fix: string, says?: string): Mistake => ({
  about,
  text,
  fix,
  after: sound,
  fixAll: sound,
  ...(says !== undefined && { says }),
});
const headed = (wrong: string) => sound.replace(version, wrong);
const grouped = (wrong: string) => sound.replace('m:GroupId Id', wrong);

const typographic = (begin: string, end: string): Mistake => ({
  about: `${begin} and ${end} around a value`,
  text: headed(`<t:RequestServerVersion Version=⟦xml.quotes|${begin}Exchange2013_SP1${end}⟧/>`),
  says: `The value of an attribute stands in straight quotes, " or ', and not in ${end}. Replace them.`,
  fix: 'Write straight quotes',
  after: sound,
  fixAll: sound,
});

const values: readonly Mistake[] = [
  inTag(
    'the opening quote is missing',
    headed('<t:RequestServerVersion Version=⟦xml.value-unquoted|Exchange2013_SP1⟧"/>'),
    'Add the missing quote',
  ),
  {
    about: 'two kinds of quotes around one value',
    text: headed('<t:RequestServerVersion Version=\'Exchange2013_SP1⟦xml.value-unquoted|"⟧/>'),
    says: "The value of the attribute Version begins with another quote than it ends with. Write ' here too.",
    fix: "Write '",
    after: sound.replace('"Exchange2013_SP1"', "'Exchange2013_SP1'"),
    fixAll: sound.replace('"Exchange2013_SP1"', "'Exchange2013_SP1'"),
  },
  {
    about: 'doubled quotes around one value',
    text: sound.replace(`"${groupId}"`, `⟦xml.quotes|""${groupId}""⟧`),
    says: 'The value of an attribute stands in straight quotes, " or \', and not in "". Replace them.',
    fix: 'Write straight quotes',
    after: sound,
    fixAll: sound,
  },
  ...[' ', ': ', '==', ' := ', ''].map(sign =>
    inTag(
      `"${sign}" in place of the equals sign`,
      headed(
        `<t:RequestServerVersion ⟦xml.tag-misspelt|Version${sign.trimEnd()}⟧${/\s*$/.exec(sign)}"Exchange2013_SP1"/>`,
      ),
      'Write Version="…"',
      'A tag is not written like this. Write Version="…".',
    ),
  ),
  {
    about: 'no blank between two attributes',
    text: sound.replace('/></m:', `⟦xml.attributes-unseparated|ChangeKey⟧="${groupKey}"/></m:`),
    fix: 'Add a blank',
    after: sound.replace('/></m:', ` ChangeKey="${groupKey}"/></m:`),
    fixAll: sound.replace('/></m:', ` ChangeKey="${groupKey}"/></m:`),
  },
  {
    about: 'a letter behind a value, which may be a part of it',
    text: headed(
      '<t:RequestServerVersion Version="Exchange2013_SP1"⟦xml.attribute-without-value|⟦xml.attributes-unseparated|x⟧⟧/>',
    ),
    fix: 'Add ="…"',
    after: headed('<t:RequestServerVersion Version="Exchange2013_SP1"⟦xml.attributes-unseparated|x⟧="{{x}}"/>'),
  },
  typographic('”', '”'),
  typographic('"', '”'),
  {
    about: 'a quote too many',
    text: headed('<t:RequestServerVersion Version="Exchange2013_SP1"⟦xml.tag-misspelt|"⟧/>'),
    says: 'This quote is one too many in a tag. Remove it.',
    fix: 'Remove the quote',
    after: sound,
    fixAll: sound,
  },
];

const characters: readonly Mistake[] = [
  {
    about: 'two colons in the name of an attribute',
    text: grouped('m:GroupId ⟦xml.not-well-formed|m:t:Id⟧="a" Id'),
    says: 'This is not well-formed XML: m:t:Id is no name in XML: a name has one colon at most, and letters on both sides of it.',
  },
  inTag(
    'a comma behind an attribute',
    headed('<t:RequestServerVersion Version="Exchange2013_SP1"⟦xml.tag-misspelt|,⟧/>'),
    'Remove the comma',
    'This comma is one too many in a tag. Remove it.',
  ),
  {
    about: 'a comma between attributes',
    text: sound.replace('/></m:', `⟦xml.tag-misspelt|,⟧ChangeKey="${groupKey}"/></m:`),
    fix: 'Remove the comma',
    after: sound.replace('/></m:', ` ChangeKey="${groupKey}"/></m:`),
    fixAll: sound.replace('/></m:', ` ChangeKey="${groupKey}"/></m:`),
  },
  inTag('two slashes', headed(version.replace('/', '⟦xml.tag-misspelt|/⟧/')), 'Remove the slash'),
  inTag(
    'two brackets',
    headed(`⟦xml.tag-misspelt|<⟧${version}`),
    'Remove <',
    'This < is one too many in a tag. Remove it.',
  ),
  inTag(
    'no blank behind the name',
    headed('<⟦xml.tag-misspelt|t:RequestServerVersionVersion⟧="Exchange2013_SP1"/>'),
    'Write t:RequestServerVersion Version="…"',
  ),
  {
    about: 'a comment in a tag',
    text: grouped('m:GroupId ⟦xml.tag-misspelt|<!--⟧ lunch --> Id'),
    says: 'A comment cannot stand inside a tag. Move it before the tag.',
    fix: 'Move the comment before the tag',
    after: sound.replace('<m:GroupId', '<!-- lunch --><m:GroupId '),
    fixAll: sound.replace('<m:GroupId', '<!-- lunch --><m:GroupId '),
  },
  {
    about: 'the text of an element as the value of its name',
    text: add('<m:DisplayName⟦xml.tag-misspelt|="Lunch"/>⟧'),
    fix: 'Write <m:DisplayName>…</m:DisplayName>',
    after: lunch,
    fixAll: lunch,
  },
  {
    about: 'the slash of the end tag behind the prefix',
    text: add('<m:DisplayName>Lunch⟦xml.tag-misspelt|<m:/DisplayName>⟧'),
    fix: 'Write </m:DisplayName>',
    after: lunch,
    fixAll: lunch,
  },
];

const names: readonly Mistake[] = ['m: GroupId', 'm :GroupId', 'm::GroupId', 'm;GroupId', 'm:Group Id'].map(name =>
  inTag(
    `the name ${name}`,
    grouped(`⟦xml.tag-misspelt|${name}⟧ Id`),
    'Write m:GroupId',
    'A tag is not written like this. Write m:GroupId.',
  ),
);

const texts: readonly Mistake[] = [
  {
    about: 'a < in a name',
    text: add('<m:DisplayName>a⟦xml.raw-less-than|<⟧b</m:DisplayName>'),
    says: 'A bare < is not allowed in text. Write &lt; instead.',
    fix: 'Replace < by &lt;',
    after: add('<m:DisplayName>a&lt;b</m:DisplayName>'),
    others: [],
  },
  {
    about: 'an address in brackets, as in a mail',
    text: envelope(
      '<m:AddNewImContactToGroup><m:ImAddress>Bob ⟦xml.raw-less-than|<⟧bob@contoso.com></m:ImAddress></m:AddNewImContactToGroup>',
    ),
    fix: 'Replace < by &lt;',
    after: envelope(
      '<m:AddNewImContactToGroup><m:ImAddress>⟦address.not-bare|Bob &lt;bob@contoso.com>⟧</m:ImAddress></m:AddNewImContactToGroup>',
    ),
    others: ['Keep the address only'],
  },
  {
    about: 'a tag of HTML in a name',
    text: add('<m:DisplayName>Lunch⟦xml.raw-less-than|<⟧br>Club</m:DisplayName>'),
    fix: 'Replace < by &lt;',
    after: add('<m:DisplayName>Lunch&lt;br>Club</m:DisplayName>'),
    others: ['Remove <br>'],
  },
  ...['&amp', '&lt', '&#38', '&#x26'].map(reference => ({
    about: `${reference} without its semicolon`,
    text: add(`<m:DisplayName>R⟦xml.raw-ampersand|&⟧${reference.slice(1)} D</m:DisplayName>`),
    says: `The reference ${reference} lacks its semicolon. Write ${reference};.`,
    fix: `Write ${reference};`,
    after: add(`<m:DisplayName>R${reference}; D</m:DisplayName>`),
    others: ['Replace & by &amp;'],
  })),
  {
    about: 'an element in one of its own name, with its end tag',
    text: add(
      '<m:DisplayName>R ⟦xml.raw-ampersand|&⟧ D<⟦child.unknown|m:DisplayName⟧>x</m:DisplayName></m:DisplayName>',
    ),
    fix: 'Replace & by &amp;',
    after: add('<m:DisplayName>R &amp; D<⟦child.unknown|m:DisplayName⟧>x</m:DisplayName></m:DisplayName>'),
    fixAll: add('<m:DisplayName>R &amp; D<m:DisplayName>x</m:DisplayName></m:DisplayName>'),
  },
  {
    about: 'a bare & in a tag, where writing it otherwise helps nothing',
    text: add('<m:DisplayName ⟦xml.raw-ampersand|&⟧>R ⟦xml.raw-ampersand|&⟧ D</m:DisplayName>'),
    others: [],
    fixAll: add('<m:DisplayName &>R &amp; D</m:DisplayName>'),
  },
  {
    about: 'a bare & beside what only the author can mend',
    text: add('<m:DisplayName>R ⟦xml.raw-ampersand|&⟧ D ⟦xml.entity-unknown|&team;⟧</m:DisplayName>'),
    fix: 'Replace & by &amp;',
    after: add('<m:DisplayName>R &amp; D ⟦xml.entity-unknown|&team;⟧</m:DisplayName>'),
    fixAll: add('<m:DisplayName>R &amp; D &team;</m:DisplayName>'),
  },
  {
    about: 'a reference to a character that XML does not have, in hexadecimal',
    text: add('<m:DisplayName>&#x41;⟦xml.character|&#x1;⟧&#66;</m:DisplayName>'),
    says: 'XML does not have the character U+0001. Remove it.',
    fix: 'Remove it',
    after: add('<m:DisplayName>&#x41;&#66;</m:DisplayName>'),
  },
  {
    about: 'half a character at the end of a name that was cut',
    text: add('<m:DisplayName>Lunch ⟦xml.not-well-formed|\ud83c⟧</m:DisplayName>'),
    says: 'This is not well-formed XML: half a character stands here (a lone surrogate).',
  },
  {
    about: 'a tag that goes on behind something odd',
    text: sound
      .replace('Version="Exchange2013_SP1"/>', 'Version="Exchange2013_SP1" % x/>')
      .replace('t:RequestServerVersion', '⟦xml.tag-unfinished|t:RequestServerVersion⟧'),
  },
];

mistakes('mistakes: values of attributes', values);
mistakes('mistakes: characters in a tag', characters);
mistakes('mistakes: names with a blank or a wrong colon', names);
mistakes('mistakes: text that looks like a tag', texts);
