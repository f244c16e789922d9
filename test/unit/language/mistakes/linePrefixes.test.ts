import { add, contactId, envelope, group, groupId, items, type Mistake, mistakes, sound, version } from './mistake.ts';

const declared = `<?xml version="1.0" encoding="utf-8"?>\n${envelope(`<m:RemoveImGroup>\n\n\n      ${group}\n    </m:RemoveImGroup>`)}`;

const begun = (request: string, begin: (line: string, number: number) => string) =>
  request
    .trimEnd()
    .split('\n')
    .map((line, index) => `${begin(line, index + 1)}${line}\n`)
    .join('');

const prefixed = (about: string, first: string, begin: (line: string, number: number) => string, request = sound) => ({
  about,
  text: begun(request, begin).replace(first, `⟦document.escaped|${first}⟧`),
  fix: 'Write it as plain XML',
  after: request,
  fixAll: request,
});

const sentence = (what: string) => `The request is written as ${what} before every line. Write it as plain XML.`;

const listings: readonly Mistake[] = [
  prefixed('one blank behind the number', '1 ', (_, number) => `${number} `, declared),
  prefixed('two blanks behind the number', '1  ', (_, number) => `${number}  `, declared),
  prefixed('a tab behind the number', '1\t', (_, number) => `${number}\t`, declared),
  prefixed('nothing behind the number', '1', (_, number) => `${number}`, declared),
  prefixed('numbers in a column from the left', '1   ', (_, number) => `${number}`.padEnd(4), declared),
  prefixed('numbers in a column from the right', '  1.  ', (_, number) => `${`${number}`.padStart(3)}.  `, declared),
  {
    ...prefixed(
      'no blanks behind the numbers of empty lines',
      '1  ',
      (line, number) => (line === '' ? `${number}` : `${number}  `),
      declared,
    ),
    says: sentence('a listing, with a number'),
  },
];

const others: readonly Mistake[] = [
  ...['+', '-', '// ', '# ', '| ', ' * ', 'REM ', '-- ', '; ', '[ews] '].map(word => ({
    ...prefixed(`${word}before every line`, word, () => word),
    says: sentence(`a part of another text, with ${word.trim()}`),
  })),
  prefixed('a diff from its first line on', '+', () => '+', declared),
  {
    ...prefixed('a quotation of a quotation', '> > ', () => '> > ', declared),
    says: sentence('a quotation in a mail, with >'),
  },
  prefixed('two blanks behind the mark of a quotation', '>  ', () => '>  ', declared),
  {
    ...prefixed(
      'a log, with a time that goes on',
      '2024-05-01 10:00:01,123 DEBUG ',
      (_, number) => `2024-05-01 10:00:${`${number}`.padStart(2, '0')},123 DEBUG `,
    ),
    says: sentence('a part of another text, with the same words'),
  },
  {
    about: 'a comment in CRLF',
    text: begun(sound, () => '// ')
      .replace('// ', '⟦document.escaped|// ⟧')
      .replaceAll('\n', '\r\n'),
    fix: 'Write it as plain XML',
    after: sound.replaceAll('\n', '\r\n'),
    fixAll: sound.replaceAll('\n', '\r\n'),
  },
  {
    about: 'what is wrong besides is said as well',
    text: begun(sound, () => '+')
      .replace('+', '⟦document.escaped|+⟧')
      .replace(version, '')
      .replace('soap:Header>', '⟦version.missing|soap:Header⟧>'),
    fix: 'Write it as plain XML',
    after: sound.replace(version, '').replace('soap:Header>', '⟦version.missing|soap:Header⟧>'),
    fixAll: sound.replace(version, `\n    ${version}\n  `),
  },
];

const canFold = /^ *<soap:(?:Envelope|Body)/;
/** The request with every line at the margin. */
const flat = sound.replace(/^ +/gm, '');

const trees: readonly Mistake[] = [
  prefixed('marks in front of the lines', '- ', line => (canFold.test(line) ? '- ' : '  ')),
  {
    about: 'marks in front of the tags, behind the XML declaration, which has none',
    text: declared
      .replace(/(?<=>\n)[\s\S]*/, request => begun(request, () => '  '))
      .replace(/ {2}(?=<soap:(?:Envelope|Body))/g, '- ')
      .replace(/^ +$/gm, '')
      .replace('- ', '⟦document.escaped|- ⟧'),
    fix: 'Write it as plain XML',
    after: declared,
    fixAll: declared,
  },
  {
    about: 'marks in front of the tags, and the other lines at the margin',
    text: begun(flat, line => (canFold.test(line) ? '- ' : '')).replace('- ', '⟦document.escaped|- ⟧'),
    fix: 'Write it as plain XML',
    after: begun(flat, line => (canFold.test(line) ? '  ' : '')),
    fixAll: begun(flat, line => (canFold.test(line) ? '  ' : '')),
  },
  prefixed('a diff that adds the first lines alone', '+', (_, number) => (number < 3 ? '+' : ' ')),
];

/** Requests with a text of three lines, the latter two begun by a bullet. */
const named = (bullet: string) => add(`<m:DisplayName>To do:\n${bullet}call Bob\n${bullet}buy milk</m:DisplayName>`);
const noted = (bullet: string) => sound.replace('<soap:Body>', `<!-- To do:\n${bullet}call\n-->\n  <soap:Body>`);
const asTree = (request: string) =>
  begun(request, line => (canFold.test(line) ? '- ' : /^[ <]/.test(line) ? '  ' : ''));
const marked = (text: string, mark: string) => text.replace(mark, `⟦document.escaped|${mark}⟧`);

const inTexts: readonly Mistake[] = [
  ...['- ', '+ ', '# ', '> '].map(bullet => ({
    about: `${bullet}before the Envelope, and before the lines of a text`,
    text: `⟦xml.outside-root|${bullet.trim()}⟧ ${named(bullet).replace(/(?<=>)\n */g, '')}`,
    says: 'Text cannot stand outside the Envelope. Remove it.',
    fix: 'Remove the text',
    after: named(bullet).replace(/(?<=>)\n */g, ''),
  })),
  {
    about: '- before the Envelope, and before some of many lines',
    text: `⟦xml.outside-root|-⟧ ${named('- ')}`,
    fix: 'Remove the text',
    after: named('- '),
  },
  {
    about: 'the tree of a browser around a text of several lines',
    text: marked(asTree(named('')), '- '),
    says: sentence('a part of another text, with -').replace('every line', 'some lines'),
    fix: 'Write it as plain XML',
    after: named(''),
    fixAll: named(''),
  },
  {
    about: 'the tree of a browser around a text with bullets, which stay, as the author may decide',
    text: marked(asTree(named('- ')), '- '),
    fix: 'Write it as plain XML',
    after: named('- '),
  },
  {
    about: 'the tree of a browser around a comment with bullets',
    text: marked(asTree(noted('- ')), '- '),
    fix: 'Write it as plain XML',
    after: noted('- '),
  },
  {
    about: 'a quotation of a text with the same marks',
    text: marked(
      begun(named('> '), () => '> '),
      '> ',
    ),
    fix: 'Write it as plain XML',
    after: named('> '),
  },
  {
    about: 'a quotation of a tag of several lines',
    text: marked(
      begun(sound.replaceAll(' xmlns', '\n  xmlns'), () => '> '),
      '> ',
    ),
    fix: 'Write it as plain XML',
    after: sound.replaceAll(' xmlns', '\n  xmlns'),
    fixAll: sound.replaceAll(' xmlns', '\n  xmlns'),
  },
];

/** A request in lines of its own, and a diff that came to it from another one, with what stands before the other lines. */
const item = `<t:ItemId Id="${groupId}"/>`;
const oldItem = `<t:ItemId Id="${contactId}"/>`;
const listed = items(`\n      <m:GroupIds>\n        ${item}\n      </m:GroupIds>\n    `);
const changed = (from: string, to: string, blank: string, request = listed) =>
  request
    .split('\n')
    .flatMap(line => (line.includes(to) ? [`-${line.replaceAll(to, from)}`, `+${line}`] : [line && `${blank}${line}`]))
    .join('\n');
const ofItem = (blank: string) => changed(oldItem, item, blank);
const inDiff = (about: string, diff: string, after = listed): Mistake => ({
  about,
  text: diff.replace(/^[-@d]/m, '⟦document.escaped|$&⟧'),
  says: 'The request is written as a diff, with - before old lines and + before new ones. Write it as plain XML.',
  fix: 'Keep the new lines only',
  after,
  others: [],
});
const hunk = '@@ -1,10 +1,10 @@\n';
const file = 'diff --git a/x.xml b/x.xml\nindex 0123456..789abcd 100644\n--- a/x.xml\n+++ b/x.xml\n';

const diffs: readonly Mistake[] = [
  inDiff('a line in the middle', ofItem(' ')),
  inDiff('a line in the middle, in CRLF', ofItem(' ').replaceAll('\n', '\r\n'), listed.replaceAll('\n', '\r\n')),
  inDiff('a line in the middle of a piece that was copied without the blanks', ofItem('')),
  inDiff('with where it begins', hunk + ofItem(' ')),
  inDiff('with the names of the files', `${file}${hunk}${ofItem(' ')}\\ No newline at end of file\n`),
  inDiff('the first line', changed('https://schemas', 'http://schemas', ' ')),
  inDiff('every line', `-<?xml version="1.0"?>\n${begun(listed, () => '+')}`),
  {
    about: 'a bullet before an element and another in a text: nothing is preferred',
    text: add('⟦content.text|-⟧\n<m:DisplayName>To do:\n- call Bob\n+ buy milk</m:DisplayName>'),
    others: ['Remove the text'],
  },
  {
    about: 'a line that goes, in a text',
    text: add(
      '\n⟦content.text|-⟧<m:DisplayName>Lunch\n- or dinner</m:DisplayName>\n+<⟦child.repeated|m:DisplayName⟧>x</m:DisplayName>',
    ),
    others: ['Remove the text'],
  },
  {
    about: 'bullets of both kinds in a text',
    text: add('<m:DisplayName>To do:\n- call Bob\n+ buy milk</m:DisplayName>'),
  },
  {
    about: 'a line that goes alone',
    text: items(`<m:GroupIds>\n⟦content.text|-⟧ ${oldItem}\n  ${item}\n</m:GroupIds>`),
    others: ['Remove the text'],
  },
  {
    about: 'a line that is new alone',
    text: items(`<m:GroupIds>\n⟦content.text|+⟧ ${item}\n</m:GroupIds>`),
    fix: 'Remove the text',
    after: items(`<m:GroupIds>\n ${item}\n</m:GroupIds>`),
  },
];

const none: readonly Mistake[] = [
  {
    about: 'a word before the first line only',
    text: `⟦xml.outside-root|Request:⟧ ${sound}`,
    says: 'Text cannot stand outside the Envelope. Remove it.',
    fix: 'Remove the text',
    after: sound,
  },
  {
    about: 'a word before a request on one line',
    text: `⟦xml.outside-root|+⟧${sound.replace(/\n */g, '')}`,
    fix: 'Remove the text',
    after: sound.replace(/\n */g, ''),
  },
];

mistakes('mistakes: listings', listings);
mistakes('mistakes: the same word before every line', others);
mistakes('mistakes: trees of a browser', trees);
mistakes('mistakes: marks in a text', inTexts);
mistakes('mistakes: diffs', diffs);
mistakes('mistakes: no word before every line', none);
