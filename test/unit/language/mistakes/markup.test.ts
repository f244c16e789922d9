import { envelope, type Mistake, mistakes, removeGroup, sound } from './mistake.ts';

const lines = (change: (line: string, index: number) => string) =>
  sound.trimEnd().split('\n').map(change).join('\n').concat('\n');
const escaped = (about: string, first: string, text: string, says?: string): Mistake => ({
  about,
  text: text.replace(first, `⟦document.escaped|${first}⟧`),
  ...(says !== undefined && { says }),
  fix: 'Write it as plain XML',
  after: sound,
  fixAll: sound,
});

const misspelt = sound.replace('</m:RemoveImGroup', '</⟦xml.end-tag-mismatched|m:RemoveGroup⟧');

const instructions: readonly Mistake[] = [
  {
    about: 'what looks like a document type inside an instruction is none',
    text: `⟦instruction.present|<?note <!DOCTYPE a>?>⟧\n${misspelt}`,
    fix: 'Remove it',
    after: misspelt,
  },
];

const sources: readonly Mistake[] = [
  escaped('quotes as references', '&quot;', sound.replaceAll('"', '&quot;')),
  escaped('end tags as in JSON', '<\\/', sound.replaceAll('</', '<\\/')),
  escaped(
    'the source of a mail',
    '=3D',
    sound.replaceAll('=', '=3D').replace('<soap:Body>', '<soap:=\nBody>'),
    'The request is written as the source of a mail, with = before the code of a character. Write it as plain XML.',
  ),
  escaped(
    'a quotation in a mail',
    '> ',
    lines(line => `> ${line}`),
    'The request is written as a quotation in a mail, with > before every line. Write it as plain XML.',
  ),
  escaped(
    'numbers of lines',
    '1 ',
    lines((line, index) => `${index + 1} ${line}`),
    'The request is written as a listing, with a number before every line. Write it as plain XML.',
  ),
  escaped(
    '<br> at the end of every line',
    '<br>',
    lines(line => `${line}<br>`),
    'The request is written as the text of a page in HTML, with <br> behind every line. Write it as plain XML.',
  ),
  {
    about: 'the name of a mail in characters of more than one byte',
    text: envelope('<m:AddImGroup><m:DisplayName>Caf=C3=A9</m:DisplayName></m:AddImGroup>')
      .replace(/=(?=")/g, '=3D')
      .replace('=3D', '⟦document.escaped|=3D⟧'),
    fix: 'Write it as plain XML',
    after: envelope('<m:AddImGroup><m:DisplayName>Café</m:DisplayName></m:AddImGroup>'),
    fixAll: envelope('<m:AddImGroup><m:DisplayName>Café</m:DisplayName></m:AddImGroup>'),
  },
];

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const asUsual = `is written ${declaration}`;
const declaredAs = (wrong: string, reason = asUsual, request = sound): Mistake => ({
  about: `the declaration ${wrong}`,
  text: `⟦xml.not-well-formed|${wrong}⟧\n${request}`,
  says: `This is not well-formed XML: the XML declaration ${reason}.`,
  fix: `Write ${declaration}`,
  after: `${declaration}\n${request}`,
  fixAll: `${declaration}\n${request}`,
});
const declared: readonly Mistake[] = [
  declaredAs('<?XML version="1.0" encoding="utf-8"?>', 'is written in lower case, <?xml …?>'),
  declaredAs('<?xml version="1.0" encoding="utf-8">'),
  declaredAs('<?xml version="1.0" encoding="utf-8"'),
  declaredAs('<xml version="1.0" encoding="utf-8">'),
  declaredAs('<? xml version="1.0"?>'),
  declaredAs('<?xml encoding="utf-8" version="1.0"?>', 'begins with version="1.0"'),
  declaredAs('<?xml encoding="utf-8">'),
  declaredAs('<?xml?>'),
  declaredAs('<?xml version="1.0" encoding=""?>'),
  declaredAs('<?xml version="1.0" standalone="true"?>'),
  declaredAs(
    '<? xml version="1.1"?>',
    asUsual,
    envelope('<m:AddImGroup><m:DisplayName><![CDATA[<xml></xml>]]></m:DisplayName></m:AddImGroup>'),
  ),
];

const commented = (comment: string) => envelope(`${comment}\n    ${removeGroup}`);
const comments: readonly Mistake[] = [
  ...['<!–| remove –>', '<!—| remove —>', '<!-| remove -->', '<!-| remove ->'].map(
    (wrong): Mistake => ({
      about: `the comment ${wrong.replace('|', '')}`,
      text: commented(wrong.replace(/^(.*)\|/, '⟦xml.not-well-formed|$1⟧')),
      says: 'This is not well-formed XML: a comment is written <!-- … -->, with two hyphens on both sides.',
      fix: 'Write <!-- … -->',
      after: commented('<!-- remove -->'),
      fixAll: commented('<!-- remove -->'),
    }),
  ),
  {
    about: 'two hyphens in a comment',
    text: commented('<!-- a ⟦xml.not-well-formed|--⟧ b --- c -->'),
    fix: 'Put a blank between the hyphens',
    after: commented('<!-- a - - b - - - c -->'),
  },
  {
    about: 'three hyphens at the end of a comment',
    text: commented('<!-- remove ⟦xml.not-well-formed|--⟧->'),
    fix: 'Put a blank between the hyphens',
    after: commented('<!-- remove - -->'),
  },
  {
    about: 'a byte order mark behind the declaration',
    text: `${declaration}\n⟦xml.odd-blank|\ufeff⟧${sound}`,
    fix: 'Write ordinary blanks',
    after: `${declaration}\n${sound}`,
    fixAll: `${declaration}\n${sound}`,
  },
];

mistakes('mistakes: requests in the source of something else', sources);
mistakes('mistakes: XML declarations', declared);
mistakes('mistakes: comments', comments);
mistakes('mistakes: instructions', instructions);
