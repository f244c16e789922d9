import { envelope, groupId, type Mistake, mistakes, removeGroup, sound, version } from './mistake.ts';

const named = (content: string) => envelope(`<m:AddImGroup>${content}</m:AddImGroup>`);
const lunch = named('<m:DisplayName>Lunch</m:DisplayName>');

const notClosed: readonly Mistake[] = [
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
    about: 'the Envelope alone is not closed',
    text: sound.replace('<soap:Envelope', '<⟦xml.not-closed|soap:Envelope⟧').replace('\n</soap:Envelope>', ''),
    fix: 'Add </soap:Envelope>',
  },
];

const forAnEnd = (wrong: string): Mistake => ({
  about: `${wrong} for </m:DisplayName>`,
  text: named(`<m:DisplayName>Lunch⟦xml.tag-misspelt|${wrong}⟧`),
  says: 'A tag is not written like this. Write </m:DisplayName>.',
  fix: 'Write </m:DisplayName>',
  after: lunch,
  fixAll: lunch,
});

const wrongEnds: readonly Mistake[] = [
  ...['<m:DisplayName>', '<m:DisplayName/>', '</>', '/m:DisplayName>', 'm:DisplayName>'].map(forAnEnd),
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
    about: 'the < of a start tag is lost',
    text: named('⟦xml.tag-misspelt|m:DisplayName>⟧Lunch</m:DisplayName>'),
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
  { about: 'a > in a name is nothing wrong', text: named('<m:DisplayName>t:a> b</m:DisplayName>') },
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
