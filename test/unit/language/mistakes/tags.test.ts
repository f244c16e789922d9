import {
  add,
  contactId,
  declarations,
  envelope,
  group,
  groupId,
  type Mistake,
  mistakes,
  removeGroup,
  sound,
  version,
} from './mistake.ts';

/** The sound request with a prefix that has a dot and a digit in it. */
const dotted = sound.replace('xmlns:m', 'xmlns:_m.2').replaceAll(/(?<=<\/?)m:/g, '_m.2:');
const listed = (content: string) => envelope(`<m:GetImItems><m:GroupIds>${content}</m:GroupIds></m:GetImItems>`);
const contactAndGroup = (contact: string) =>
  envelope(
    `<m:GetImItems><m:ContactIds>${contact}</m:ContactIds><m:GroupIds><t:ItemId Id="${groupId}"></t:ItemId></m:GroupIds></m:GetImItems>`,
  );
const root = `<soap:Envelope ${declarations}>`;
/** The text with SOAP as the namespace without a prefix. */
const bare = (text: string) => text.replaceAll('soap:', '').replace('xmlns:soap', 'xmlns');
const lunch = add('<m:DisplayName>Lunch</m:DisplayName>');

const headless = `${root}\n  <soap:Body>\n    ${removeGroup}\n  </soap:Body>\n`;
const open = `<?xml version="1.0" encoding="utf-8"?>\n${sound.replace(/<\/m:RemoveImGroup>[\s\S]*/, '')}`;

const lists = (start: string, end: string) =>
  envelope(
    `<m:GetImItems>\n      ${start}\n        <t:ItemId Id="${contactId}"/>\n${end}      <m:GroupIds>\n        <t:ItemId Id="${groupId}"/>\n      </m:GroupIds>\n    </m:GetImItems>`,
  );
const listEnd = '      </m:ContactIds>\n';

const notClosed: readonly Mistake[] = [
  {
    about: 'two operations, neither of which is closed: the second is no end tag',
    text: envelope(`<⟦xml.not-closed|m:RemoveImGroup⟧>${group}\n    <⟦xml.not-closed|m:RemoveImGroup⟧>${group}`),
    says: '<m:RemoveImGroup> is never closed. Add </m:RemoveImGroup>.',
    others: [],
  },
  {
    about: 'the end tags are not copied, and an XML declaration is there, which has its own end',
    text: open.replace('m:RemoveImGroup', '⟦xml.not-closed|m:RemoveImGroup⟧'),
    fix: 'Add </m:RemoveImGroup></soap:Body></soap:Envelope>',
    after: `${open}</m:RemoveImGroup>\n  </soap:Body>\n</soap:Envelope>`,
    others: [],
  },
  {
    about: 'a start tag without its > around an empty element of the same name, and an end tag',
    text: envelope('<m:GetImItems><⟦xml.tag-unfinished|m:GroupIds⟧ <m:GroupIds/></m:GroupIds></m:GetImItems>'),
    says: 'The start tag of <m:GroupIds> is not finished. Add > or />.',
    fix: 'Add >',
    after: envelope('<m:GetImItems><m:GroupIds> <⟦child.unknown|m:GroupIds⟧/></m:GroupIds></m:GetImItems>'),
  },
  {
    about: 'white space before a name: a tag, or a < that is text',
    text: envelope(`<m:RemoveImGroup>⟦xml.tag-unfinished|<⟧ m:GroupId Id="${groupId}"/></m:RemoveImGroup>`),
    fix: 'Remove the white space',
    after: sound,
    others: ['Replace < by &lt;'],
  },
  {
    about: 'a list before another one',
    text: lists('<⟦xml.not-closed|m:ContactIds⟧>', ''),
    fix: 'Add </m:ContactIds>',
    after: lists('<m:ContactIds>', listEnd),
    fixAll: lists('<m:ContactIds>', listEnd),
  },
  {
    about: 'the end tag of the Header is forgotten',
    text: sound.replace('<soap:Header>', '<⟦xml.not-closed|soap:Header⟧>').replace('</soap:Header>', ''),
    fix: 'Add </soap:Header>',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'the end tag of a Header in lines of its own is forgotten',
    text: sound.replace('<soap:Header>', '<⟦xml.not-closed|soap:Header⟧>\n    ').replace('</soap:Header>', ''),
    fix: 'Add </soap:Header>',
    after: sound.replace('<soap:Header>', '<soap:Header>\n    ').replace('</soap:Header>', '\n  </soap:Header>'),
    fixAll: sound.replace('<soap:Header>', '<soap:Header>\n    ').replace('</soap:Header>', '\n  </soap:Header>'),
  },
  {
    about: 'the end tags are not copied',
    text: sound
      .replace(/<\/m:RemoveImGroup>[\s\S]*/, '\n')
      .replace('m:RemoveImGroup', '⟦xml.not-closed|m:RemoveImGroup⟧'),
    says: 'The text ends while <m:RemoveImGroup> and 2 elements around it are open. Add what is missing.',
    fix: 'Add </m:RemoveImGroup></soap:Body></soap:Envelope>',
    after: sound,
  },
  {
    about: 'the text is cut off in a value',
    text: sound.replace(/"\/><\/m:RemoveImGroup>[\s\S]*/, '').replace('m:GroupId', '⟦xml.not-closed|m:GroupId⟧'),
    says: 'The text ends while <m:GroupId> and 3 elements around it are open. Add what is missing.',
    fix: 'Add "/></m:RemoveImGroup></soap:Body></soap:Envelope>',
    after: sound.trimEnd(),
  },
  {
    about: 'the end tag of a name with a tag of HTML is forgotten',
    text: add('<⟦xml.not-closed|m:DisplayName⟧>Lunch <⟦child.unknown|b⟧>Club</b>'),
    fix: 'Add </m:DisplayName>',
    after: add('<m:DisplayName>Lunch <⟦child.unknown|b⟧>Club</b></m:DisplayName>'),
  },
  {
    about: 'the first of two ids is not finished',
    text: listed(`<⟦xml.tag-unfinished|t:ItemId⟧ Id="${groupId}"\n    <t:ItemId Id="${groupId}"></t:ItemId>`),
    fix: 'Add />',
    after: listed(`<t:ItemId Id="${groupId}"/>\n    <t:ItemId Id="${groupId}"></t:ItemId>`),
  },
  {
    about: 'the Envelope alone is not closed',
    text: sound.replace('<soap:Envelope', '<⟦xml.not-closed|soap:Envelope⟧').replace('\n</soap:Envelope>', ''),
    fix: 'Add </soap:Envelope>',
    after: sound,
  },
  {
    about: 'the Body in lines of its own is not closed, in CRLF',
    text: sound
      .replace('<soap:Body>', '<⟦xml.not-closed|soap:Body⟧>')
      .replace('\n  </soap:Body>', '')
      .replaceAll('\n', '\r\n'),
    fix: 'Add </soap:Body>',
    after: sound.replaceAll('\n', '\r\n'),
  },
  {
    about: 'an operation in lines of its own is not closed',
    text: envelope(`<⟦xml.not-closed|m:RemoveImGroup⟧>\n      ${group}`),
    fix: 'Add </m:RemoveImGroup>',
    after: envelope(`<m:RemoveImGroup>\n      ${group}\n    </m:RemoveImGroup>`),
  },
  {
    about: 'an operation on one line is not closed',
    text: sound
      .replace('m:Remove', '⟦xml.not-closed|m:Remove')
      .replace('ImGroup>', 'ImGroup⟧>')
      .replace('</m:RemoveImGroup>', ''),
    fix: 'Add </m:RemoveImGroup>',
    after: sound,
  },
  {
    about: 'the end tag of an operation stands a line too late',
    text: envelope(`<⟦xml.not-closed|m:RemoveImGroup⟧>\n      ${group}`).replace(
      '</soap:Body>',
      '</soap:Body>\n  </m:RemoveImGroup>',
    ),
    fix: 'Move </m:RemoveImGroup> behind its content',
    after: envelope(`<m:RemoveImGroup>\n      ${group}\n    </m:RemoveImGroup>`),
  },
];

const forAnEnd = (wrong: string): Mistake => ({
  about: `${wrong} for </m:DisplayName>`,
  text: add(`<m:DisplayName>Lunch⟦xml.tag-misspelt|${wrong}⟧`),
  says: 'A tag is not written like this. Write </m:DisplayName>.',
  fix: 'Write </m:DisplayName>',
  after: lunch,
  fixAll: lunch,
});

const wrongEnds: readonly Mistake[] = [
  ...['<m:DisplayName>', '<m:DisplayName/>', '</>', '/m:DisplayName>', 'm:DisplayName>'].map(forAnEnd),
  {
    about: 'an empty element in place of the end tag, where others of the name have theirs',
    text: contactAndGroup(`<t:ItemId Id="${contactId}">⟦xml.tag-misspelt|<t:ItemId/>⟧`),
    fix: 'Write </t:ItemId>',
    after: contactAndGroup(`<t:ItemId Id="${contactId}"></t:ItemId>`),
    fixAll: contactAndGroup(`<t:ItemId Id="${contactId}"></t:ItemId>`),
  },
  {
    about: 'a header with a start tag in place of its end tag',
    text: envelope(removeGroup, `${version.replace('/>', '>')}⟦xml.tag-misspelt|<t:RequestServerVersion/>⟧`),
    fix: 'Write </t:RequestServerVersion>',
    after: envelope(removeGroup, `${version.replace('/>', '>')}</t:RequestServerVersion>`),
    fixAll: envelope(removeGroup, `${version.replace('/>', '>')}</t:RequestServerVersion>`),
  },
];

const lostBrackets: readonly Mistake[] = [
  {
    about: 'the < of the root is lost, and its end tag too',
    text: headless.replace(root, `⟦xml.tag-misspelt|${root.slice(1)}⟧`),
    says: 'A tag is not written like this. Write < before soap:Envelope.',
    fix: 'Add <',
    after: headless.replace('soap:Envelope', '⟦xml.not-closed|soap:Envelope⟧'),
    fixAll: headless,
  },
  {
    about: 'the < of a start tag is lost',
    text: add('⟦xml.tag-misspelt|m:DisplayName>⟧Lunch</m:DisplayName>'),
    says: 'A tag is not written like this. Write < before m:DisplayName.',
    fix: 'Add <',
    after: lunch,
    fixAll: lunch,
  },
  {
    about: 'the < of a whole element is lost',
    text: sound.replace(version, `⟦xml.tag-misspelt|${version.slice(1)}⟧`),
    fix: 'Add <',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'the < of an operation is lost',
    text: sound.replace('<m:RemoveImGroup>', '⟦xml.tag-misspelt|m:RemoveImGroup>⟧'),
    fix: 'Add <',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'the < of the root is lost',
    text: `⟦xml.tag-misspelt|${root.slice(1)}⟧${sound.slice(root.length)}`,
    says: 'A tag is not written like this. Write < before soap:Envelope.',
    fix: 'Add <',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'the < of a root without a prefix is lost behind the XML declaration',
    text: `<?xml version="1.0"?>\n⟦xml.tag-misspelt|${bare(root).slice(1)}⟧${bare(sound.slice(root.length))}`,
    fix: 'Add <',
    after: `<?xml version="1.0"?>\n${bare(sound)}`,
    fixAll: `<?xml version="1.0"?>\n${bare(sound)}`,
  },
  {
    about: 'the < of a root with a comment behind it is lost',
    text: `⟦xml.tag-misspelt|${root.slice(1)}⟧<!-- a -->${sound.slice(root.length)}`,
    fix: 'Add <',
    after: `${root}<!-- a -->${sound.slice(root.length)}`,
    fixAll: `${root}<!-- a -->${sound.slice(root.length)}`,
  },
  {
    about: 'a mark inside of the name of an end tag, whose beginning the parser takes for all of it',
    text: dotted.replace('</_m.2:R', '</⟦xml.tag-unfinished|_m.⟧?2:R'),
    fix: 'Change to </_m.2:RemoveImGroup>',
    after: dotted,
  },
  {
    about: 'a mark behind the name of the last end tag',
    text: sound.replace('</soap:Envelope>', '</⟦xml.tag-unfinished|soap:Envelope⟧!>'),
    fix: 'Remove !',
    after: sound,
  },
  {
    about: 'a mark in the name of an end tag',
    text: add('<m:DisplayName>Lunch</⟦xml.end-tag-mismatched|m:⟧?DisplayName>'),
    fix: 'Change to </m:DisplayName>',
    after: lunch,
  },
  {
    about: 'a < behind everything: as a reference it would be text outside of the root',
    text: `${sound}⟦xml.tag-unfinished|<⟧`,
    fix: 'Remove <',
    after: sound,
    others: [],
  },
  { about: 'a > in a name is nothing wrong', text: add('<m:DisplayName>t:a> b</m:DisplayName>') },
];

const slashes: readonly Mistake[] = [
  {
    about: 'a slash too many in the start tag of the Body',
    text: sound.replace('<soap:Body>', '<soap:Body⟦xml.tag-misspelt|/⟧>'),
    says: '<soap:Body/> is closed at once, and </soap:Body> follows. Remove the slash.',
    fix: 'Remove the slash',
    after: sound,
    fixAll: sound,
  },
  ...['soap:Header', 'm:RemoveImGroup'].map(name => ({
    about: `a slash too many in the start tag of ${name}`,
    text: sound.replace(`<${name}>`, `<${name}⟦xml.tag-misspelt|/⟧>`),
    fix: 'Remove the slash',
    after: sound,
    fixAll: sound,
  })),
  {
    about: 'a start tag written as an end tag',
    text: sound.replace('<m:RemoveImGroup>', '⟦xml.tag-misspelt|</m:RemoveImGroup>⟧'),
    fix: 'Write <m:RemoveImGroup>',
    after: sound,
  },
  {
    about: 'an end tag right behind an element that is closed at once',
    text: envelope(
      `<m:RemoveImGroup><m:GroupId Id="${groupId}"/></⟦xml.end-tag-mismatched|m:GroupId⟧></m:RemoveImGroup>`,
    ),
    fix: 'Remove the end tag',
    after: sound,
  },
];

const notOpened: readonly Mistake[] = [
  {
    about: 'the start tag of the Header is missing',
    text: sound.replace(
      `<soap:Header>${version}</soap:Header>`,
      `  ${version}\n  </⟦xml.end-tag-mismatched|soap:Header⟧>`,
    ),
    says: 'The end tag </soap:Header> closes nothing, for <soap:Header> is missing. Add <soap:Header>.',
    fix: 'Add <soap:Header>',
    after: sound.replace(`<soap:Header>${version}</soap:Header>`, `<soap:Header>\n    ${version}\n  </soap:Header>`),
  },
  {
    about: 'the start tag of the Body is missing',
    text: sound.replace('  <soap:Body>\n', '').replace('</soap:Body>', '</⟦xml.end-tag-mismatched|soap:Body⟧>'),
    fix: 'Add <soap:Body>',
    after: sound,
  },
];

mistakes('mistakes: elements that are not closed', notClosed);
mistakes('mistakes: end tags that are none', wrongEnds);
mistakes('mistakes: lost brackets', lostBrackets);
mistakes('mistakes: slashes', slashes);
mistakes('mistakes: start tags that are missing', notOpened);
