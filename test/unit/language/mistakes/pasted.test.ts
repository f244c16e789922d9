import { contactId, envelope, groupId, type Mistake, mistakes, removeGroup, sound, version } from './mistake.ts';

const mark = (code: string, first: string, text: string) => text.replace(first, `⟦${code}|${first}⟧`);

const escaped: readonly Mistake[] = [
  {
    about: 'the line of a string from its first tag to its last quote',
    text: `${mark('document.escaped', '\\n', sound.trimEnd().replaceAll('\n', '\\n'))}"`,
    fix: 'Write it as plain XML',
    after: sound.trimEnd(),
    fixAll: sound.trimEnd(),
  },
  {
    about: 'an empty value in a text that is cut off, which is no string of C#',
    text: '<⟦xml.not-closed|m:RemoveImGroup⟧>\n  <m:GroupId Id=""/>\n</m:RemoveImGroup',
    fix: 'Add </m:RemoveImGroup>',
    after: '<⟦envelope.missing|m:RemoveImGroup⟧>\n  <m:GroupId Id=""/>\n</m:RemoveImGroup>',
  },
  {
    about: 'quotes with backslashes, as in JSON or C',
    text: mark('document.escaped', '\\"', sound.replaceAll('"', '\\"')),
    says: 'The request is written as a string of JSON or of a program, with its quotes or tags escaped. Write it as plain XML.',
    fix: 'Write it as plain XML',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a whole line of JSON, with the quotes of the string and \\n for the line ends',
    text: mark('document.escaped', '\\"', `"${sound.trimEnd().replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`),
    fix: 'Write it as plain XML',
    after: sound.trimEnd(),
    fixAll: sound.trimEnd(),
  },
  {
    about: 'doubled quotes, as in C# and Visual Basic',
    text: mark('document.escaped', '""', sound.replaceAll('"', '""')),
    fix: 'Write it as plain XML',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'quotes with backticks, as in PowerShell',
    text: mark('document.escaped', '`"', sound.replaceAll('"', '`"')),
    fix: 'Write it as plain XML',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'tags as the text of a page',
    text: mark(
      'document.escaped',
      '&lt;',
      sound.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ),
    fix: 'Write it as plain XML',
    after: sound,
    fixAll: sound,
  },
];

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const lines = `${declaration}\n${sound}`.trimEnd().split('\n');
const escapedLines = lines.map(line => line.replaceAll('"', '\\"'));
const asPlain = 'Write it as plain XML';

const strings: readonly Mistake[] = [
  {
    about: 'a string in pieces with a plus, as in Java, C# and JavaScript',
    text: mark(
      'document.escaped',
      '\\"',
      `String body = ${escapedLines.map(line => `"${line}\\n"`).join(' +\n    ')};\n`,
    ),
    fix: asPlain,
    after: `${lines.join('\n')}\n`,
    fixAll: `${lines.join('\n')}\n`,
  },
  {
    about: 'pieces that are lines without line ends stay lines, as the document ends them',
    text: mark('document.escaped', '\\"', escapedLines.map(line => `"${line}" +`).join('\r\n')),
    fix: asPlain,
    after: lines.join('\r\n'),
    fixAll: lines.join('\r\n'),
  },
  {
    about: 'pieces that end inside of a text or of an empty element are joined without a line end',
    text: mark(
      'document.escaped',
      '\\"',
      `"${envelope('<m:AddImGroup><m:DisplayName>|Lunch |Club|</m:DisplayName></m:AddImGroup>').replaceAll('"', '\\"').trimEnd().replaceAll('\n', '\\n').replaceAll('|', '"\n"')}"`,
    ),
    fix: asPlain,
    after: envelope('<m:AddImGroup><m:DisplayName>Lunch Club</m:DisplayName></m:AddImGroup>').trimEnd(),
    fixAll: envelope('<m:AddImGroup><m:DisplayName>Lunch Club</m:DisplayName></m:AddImGroup>').trimEnd(),
  },
  {
    about: 'pieces of Visual Basic with vbCrLf between them',
    text: mark('document.escaped', '""', lines.map(line => `"${line.replaceAll('"', '""')}"`).join(' & vbCrLf & _\n')),
    fix: asPlain,
    after: lines.join('\n'),
    fixAll: lines.join('\n'),
  },
  {
    about: 'pieces in which nothing is escaped',
    text: lines
      .map(line => `'${line}'`)
      .join(' .\n  ')
      .replace("' .\n  '", "⟦document.escaped|' .\n  '⟧"),
    says: 'The request is written as a string of a program, with quotes around its pieces. Write it as plain XML.',
    fix: asPlain,
    after: lines.join('\n'),
    fixAll: lines.join('\n'),
  },
  {
    about: 'a variable between the pieces becomes a placeholder, for its author to fill in',
    text: mark('document.escaped', '\\"', escapedLines.map(line => `"${line}\\n"`).join(' +\n')).replace(
      groupId,
      '⟦placeholder.unfilled|" + group.getId() + "⟧',
    ),
    fix: 'Write it as plain XML, with {{…}} for the variables',
    after: `${lines.join('\n')}\n`.replace(groupId, '⟦placeholder.unfilled|{{group.getId()}}⟧'),
  },
  {
    about: 'of pieces that a program joins in another way, the rest is left to the author',
    text: mark('document.escaped', '\\"', escapedLines.map(line => `body.add("${line}");`).join('\n')),
    others: [asPlain],
  },
  {
    about: 'single quotes around a string in which only the line ends are escaped, as in Python',
    text: mark('document.escaped', '\\n', `body = '${lines.join('\\n')}'\n`),
    says: 'The request is written as a string of a program or of a log, with its line ends written as \\n. Write it as plain XML.',
    fix: asPlain,
    after: lines.join('\n'),
    fixAll: lines.join('\n'),
  },
  ...["b'", "r'", "u'"].map(begin => ({
    about: `the same behind ${begin}`,
    text: mark('document.escaped', '\\r\\n', `${begin}${lines.join('\\r\\n')}'`).replace('|\\r\\n⟧', '|\\r⟧\\n'),
    fix: asPlain,
    after: lines.join('\r\n'),
    fixAll: lines.join('\r\n'),
  })),
  {
    about: 'a raw string of Python with escaped quotes',
    text: mark('document.escaped', '\\"', `r"${escapedLines.join('\\n')}"`),
    fix: asPlain,
    after: lines.join('\n'),
    fixAll: lines.join('\n'),
  },
  {
    about: 'escaped line ends in a text that is well-formed by accident',
    text: mark('document.escaped', '\\n', sound.trimEnd().replaceAll('\n', '\\n')),
    fix: asPlain,
    after: sound.trimEnd(),
    fixAll: sound.trimEnd(),
  },
  {
    about: 'escaped line ends where names have no prefix',
    text: '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/">⟦document.escaped|\\n⟧<Header><RequestServerVersion xmlns="http://schemas.microsoft.com/exchange/services/2006/types" Version="Exchange2013"/></Header><Body><GetImItemList xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/></Body>\\n</Envelope>',
    fix: asPlain,
    after:
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/">\n<Header><RequestServerVersion xmlns="http://schemas.microsoft.com/exchange/services/2006/types" Version="Exchange2013"/></Header><Body><GetImItemList xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/></Body>\n</Envelope>',
    fixAll:
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/">\n<Header><RequestServerVersion xmlns="http://schemas.microsoft.com/exchange/services/2006/types" Version="Exchange2013"/></Header><Body><GetImItemList xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/></Body>\n</Envelope>',
  },
  {
    about: 'a string in an object of JSON with something behind it',
    text: mark('document.escaped', '\\"', `{"body": "${escapedLines.join('\\n')}", "to": "server"}`),
    fix: asPlain,
    after: lines.join('\n'),
    fixAll: lines.join('\n'),
  },
  {
    about: 'a value between two pieces, of which the string around them is gone',
    text: sound.replace(`"${groupId}"`, '⟦xml.quotes|"" + groupId + ""⟧'),
    says: 'groupId is a variable of a program, and a text has no variables. Write its value between the quotes.',
    fix: 'Write "{{groupId}}"',
    after: sound.replace(groupId, '⟦placeholder.unfilled|{{groupId}}⟧'),
  },
  {
    about: 'the same in quotes of the other kind',
    text: sound.replace(groupId, `⟦placeholder.unfilled|' + groupId + '⟧`),
    says: `The placeholder "' + groupId + '" is still here. Replace it before you send.`,
  },
  {
    about: 'a backslash in a name is a character like others',
    text: envelope('<m:AddImGroup><m:DisplayName>\\n</m:DisplayName></m:AddImGroup>'),
  },
];

const trace = '<⟦header.foreign|x:Trace⟧ xmlns:x="urn:x">\u00a0<x:Part/></x:Trace>';
const blanks: readonly Mistake[] = [
  {
    about: 'no-break spaces as indentation',
    text: mark('xml.odd-blank', '\u00a0\u00a0', sound.replaceAll('  ', '\u00a0\u00a0')),
    says: 'Characters such as U+00A0 came in while copying, and XML does not take them for white space. Write an ordinary blank, or nothing.',
    fix: 'Write ordinary blanks',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a no-break space in a tag',
    text: mark('xml.odd-blank', '\u00a0', sound.replace('GroupId Id', 'GroupId\u00a0Id')),
    says: 'The character U+00A0 came in while copying, and XML does not take it for white space. Write an ordinary blank, or nothing.',
    fix: 'Write ordinary blanks',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a zero-width space in a name',
    text: mark('xml.odd-blank', '\u200b', sound.replace('<m:GroupId', '<m:Group\u200bId')),
    fix: 'Write ordinary blanks',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a no-break space behind everything',
    text: `${sound}⟦xml.odd-blank|\u00a0⟧`,
    fix: 'Write ordinary blanks',
    after: `${sound} `,
    fixAll: `${sound} `,
  },
  {
    about: 'a no-break space in a tag, and one that is the business of another standard',
    text: envelope(removeGroup, `${version}${trace}`).replace('GroupId Id', 'GroupId⟦xml.odd-blank|\u00a0⟧Id'),
    fixAll: envelope(removeGroup, `${version}${trace}`).replace(/⟦[^|]*\||⟧/g, ''),
  },
  {
    about: 'a no-break space in a name that people gave stays',
    text: envelope('<m:AddImGroup><m:DisplayName>Lunch\u00a0Club</m:DisplayName></m:AddImGroup>'),
  },
];

const ids: readonly Mistake[] = [
  {
    about: 'an Internet Message-ID in place of the id',
    text: mark('xml.raw-less-than', '<abc', sound.replace(groupId, '<abc@mail.example>')).replace('<abc⟧', '<⟧abc'),
    says: 'This looks like an Internet Message-ID, and its < is not even allowed in a value. EWS wants the item id that Exchange gave, such as AAMkA….',
    fix: 'Replace < by &lt;',
    after: sound.replace(groupId, '⟦id.message-id|&lt;abc@mail.example>⟧'),
    fixAll: sound.replace(groupId, '&lt;abc@mail.example>'),
  },
  {
    about: 'an address in place of the id',
    text: sound.replace(groupId, '⟦id.address|lunch@contoso.example⟧'),
    says: 'This is an address, and <m:GroupId> wants the id of an item. Take Id (and ChangeKey) from the answer to GetImItemList.',
  },
  {
    about: 'two ids in one attribute',
    text: sound.replace(groupId, `⟦id.two|${groupId}${contactId}⟧`),
    says: 'These are two ids in one attribute. Keep one of them, and give the other an element of its own.',
  },
  {
    about: 'the id as the text of the operation',
    text: envelope(`<m:RemoveImGroup>⟦content.text|${groupId}⟧</m:RemoveImGroup>`),
    fix: 'Put the id into <m:GroupId>',
    after: sound,
    others: ['Remove the text'],
  },
];

const around: readonly Mistake[] = [
  {
    about: 'UTF-8 spelt as MySQL, PHP and Python spell it',
    text: `<?xml version="1.0" encoding="⟦encoding.not-utf-8|utf8⟧"?>\n${sound}`,
    says: '"utf8" is no encoding that .NET knows: it refuses the document. Declare UTF-8.',
    fix: 'Declare UTF-8',
    after: `<?xml version="1.0" encoding="utf-8"?>\n${sound}`,
    fixAll: `<?xml version="1.0" encoding="utf-8"?>\n${sound}`,
  },
  {
    about: 'text before the XML declaration',
    text: `My request:\n⟦xml.declaration-misplaced|<?xml version="1.0"?>⟧\n${sound}`,
    fix: 'Remove what is before it',
    after: `<?xml version="1.0"?>\n${sound}`,
    others: [],
  },
  {
    about: 'a blank line before the XML declaration',
    text: `\n⟦xml.declaration-misplaced|<?xml version="1.0"?>⟧\n${sound}`,
    fix: 'Remove what is before it',
    after: `<?xml version="1.0"?>\n${sound}`,
    fixAll: `<?xml version="1.0"?>\n${sound}`,
  },
  {
    about: 'a character that XML does not have, before the XML declaration',
    text: `⟦xml.character|\0⟧<?xml version="1.0"?>\n${sound}`,
    fix: 'Remove it',
    after: `<?xml version="1.0"?>\n${sound}`,
    others: [],
  },
  {
    about: 'an ampersand before everything: as a reference it would still be text',
    text: `⟦xml.raw-ampersand|&⟧${sound}`,
    fix: 'Remove the text',
    after: sound,
  },
  {
    about: 'two byte order marks',
    text: `\ufeff⟦xml.outside-root|\ufeff⟧<?xml version="1.0"?>\n${sound}`,
    fix: 'Remove the second byte order mark',
    after: `\ufeff<?xml version="1.0"?>\n${sound}`,
    others: [],
    fixAll: `\ufeff<?xml version="1.0"?>\n${sound}`,
  },
];

const wide = (bytes: 2 | 4) => [...sound].map(character => character + '\0'.repeat(bytes - 1)).join('');
const unreadable: readonly Mistake[] = [
  {
    about: 'text in UTF-16 with a byte order mark, opened as UTF-8',
    text: `⟦document.not-text|\ufffd⟧\ufffd${wide(2)}`,
    says: 'This is text in UTF-16 that was opened as UTF-8. Reopen it with that encoding.',
  },
  {
    about: 'text in UTF-32 with a byte order mark, opened as UTF-8',
    text: `⟦document.not-text|\ufffd⟧\ufffd\0\0${wide(4)}`,
    says: 'This is text in UTF-32, which no server reads as a request. Open a request that is saved as UTF-8.',
  },
  {
    about: 'text in UTF-32 with a byte order mark, opened as UTF-16',
    text: `⟦document.not-text|\0⟧${wide(2)}`,
    says: 'This is text in UTF-32, which no server reads as a request. Open a request that is saved as UTF-8.',
  },
];

mistakes('mistakes: escaped texts', escaped);
mistakes('mistakes: strings of programs', strings);
mistakes('mistakes: texts of another encoding', unreadable);
mistakes('mistakes: odd blanks', blanks);
mistakes('mistakes: ids of another kind', ids);
mistakes('mistakes: what is around the envelope', around);
