import {
  contactId,
  declarations,
  envelope,
  groupId,
  type Mistake,
  mistakes,
  removeGroup,
  sound,
  version,
} from './mistake.ts';

const mark = (code: string, first: string, text: string) => text.replace(first, `⟦${code}|${first}⟧`);

const escaped: readonly Mistake[] = [
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
    about: 'text before the XML declaration',
    text: `My request:\n⟦xml.declaration-misplaced|<?xml version="1.0"?>⟧\n${sound}`,
    fix: 'Remove what is before it',
    after: `<?xml version="1.0"?>\n${sound}`,
    others: ['Remove the XML declaration'],
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
    about: 'two byte order marks',
    text: `\ufeff⟦xml.outside-root|\ufeff⟧<?xml version="1.0"?>\n${sound}`,
    fix: 'Remove the second byte order mark',
    after: `\ufeff<?xml version="1.0"?>\n${sound}`,
    others: [],
    fixAll: `\ufeff<?xml version="1.0"?>\n${sound}`,
  },
];

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const names = declarations.replaceAll(' xmlns', '\n  xmlns');
const header = `<soap:Header>\n    ${version}\n  </soap:Header>`;
const group = `<m:GroupId Id="${groupId}"/>`;

/** An envelope around what is written in lines of their own, the first of them without its indentation. */
function whole(parts: string, attributes = names): string {
  return `<soap:Envelope ${attributes}>\n  ${parts}\n</soap:Envelope>`;
}

function withBody(...lines: readonly string[]): string {
  return whole(`${header}\n  <soap:Body>\n${lines.map(line => `    ${line}\n`).join('')}  </soap:Body>`);
}

const fragments: readonly Mistake[] = [
  {
    about: 'an operation alone',
    text: removeGroup.replace('m:RemoveImGroup', '⟦envelope.missing|m:RemoveImGroup⟧'),
    says: '<m:RemoveImGroup> stands without a SOAP envelope. Put it into the Body of an Envelope.',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody(removeGroup)}`,
    others: [],
  },
  {
    about: 'an operation in lines of its own, behind a comment',
    text: `<!-- remove it -->\n<⟦envelope.missing|m:RemoveImGroup⟧>\n  ${group}\n</m:RemoveImGroup>\n`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n<!-- remove it -->\n${withBody('<m:RemoveImGroup>', `  ${group}`, '</m:RemoveImGroup>')}\n`,
  },
  {
    about: 'an operation behind blank lines, indented, with CRLF and a blank line in it',
    text: `\r\n\r\n    <⟦envelope.missing|m:RemoveImGroup⟧>\r\n\r\n      ${group}\r\n    </m:RemoveImGroup>\r\n`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<m:RemoveImGroup>', '', `  ${group}`, '</m:RemoveImGroup>')}\n`
      .replace('\n    \n', '\n\n')
      .replaceAll('\n', '\r\n'),
  },
  {
    about: 'an operation that is indented by tabs',
    text: `<⟦envelope.missing|m:RemoveImGroup⟧>\n\t${group}\n</m:RemoveImGroup>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<m:RemoveImGroup>', `  ${group}`, '</m:RemoveImGroup>').replaceAll('  ', '\t')}`,
  },
  {
    about: 'an operation with its own namespace, indented, behind a declaration',
    text: `<?xml version="1.0"?>\n  <⟦envelope.missing|GetImItemList⟧ xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/>\n`,
    fix: 'Put it into an envelope',
    after: `<?xml version="1.0"?>\n${withBody('<GetImItemList xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/>')}\n`,
  },
  {
    about: 'an operation behind a byte order mark and a comment',
    text: '\ufeff<!-- all --> <⟦envelope.missing|m:GetImItemList⟧/>',
    fix: 'Put it into an envelope',
    after: `\ufeff${declaration}\n<!-- all --> ${withBody('<m:GetImItemList/>')}`,
  },
  {
    about: 'an operation of which only the name is known, with a prefix of its own',
    text: '<⟦envelope.missing|ews:FindItem⟧/>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<⟦operation.not-checked|ews:FindItem⟧/>').replace('xmlns:m', 'xmlns:ews')}`,
  },
  {
    about: 'an operation with a text of several lines, which stays as it is',
    text: '<⟦envelope.missing|m:CreateItem⟧>\n  <t:Body>Hello,\n\n  Bob</t:Body>\n</m:CreateItem>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<⟦operation.not-checked|m:CreateItem⟧>')}`.replace(
      /(?<=CreateItem⟧>)/,
      '\n  <t:Body>Hello,\n\n  Bob</t:Body>\n</m:CreateItem>',
    ),
  },
  {
    about: 'a Body alone',
    text: `<⟦envelope.missing|soap:Body⟧>\n  ${removeGroup}\n</soap:Body>\n`,
    says: '<soap:Body> stands without the Envelope around it. Put it into an Envelope.',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody(removeGroup)}\n`,
    others: [],
  },
  {
    about: 'a Body that has the declarations',
    text: `<⟦envelope.missing|soap:Body⟧ ${declarations} xmlns:x="urn:x">${removeGroup}</soap:Body>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body>${removeGroup}</soap:Body>`, `${names}\n  xmlns:x="urn:x"`)}`,
  },
  {
    about: 'a Body of SOAP 1.2',
    text: `<⟦envelope.missing|s:Body⟧ xmlns:s="⟦envelope.soap12|http://www.w3.org/2003/05/soap-envelope⟧"><m:GetImItemList/></s:Body>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body><m:GetImItemList/></soap:Body>`)}`
      .replace('http://schemas.xmlsoap.org/soap/envelope/', '⟦envelope.soap12|http://www.w3.org/2003/05/soap-envelope⟧')
      .replaceAll(/\bsoap(?=[:=])/g, 's'),
    fixAll: '<s:Body xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><m:GetImItemList/></s:Body>',
  },
  {
    about: 'a Body without prefixes',
    text: '<⟦envelope.missing|Body⟧ xmlns="http://schemas.xmlsoap.org/soap/envelope/"><m:GetImItemList/></Body>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body><m:GetImItemList/></soap:Body>`).replaceAll('soap:', '').replace(':soap', '')}`,
  },
  {
    about: 'a Header and a Body',
    text: `<⟦envelope.missing|soap:Header⟧>${version}</soap:Header>\n<!-- all -->\n<soap:Body>\n  <m:GetImItemList/>\n</soap:Body>\n`,
    says: '<soap:Header> stands without the Envelope around it. Put it into an Envelope.',
    fix: 'Put them into an envelope',
    after: `${declaration}\n${whole(`<soap:Header>${version}</soap:Header>\n  <!-- all -->\n  <soap:Body>\n    <m:GetImItemList/>\n  </soap:Body>`)}\n`,
    others: [],
  },
  {
    about: 'a Header and a Body with the prefixes of SoapUI and declarations of their own',
    text: `<⟦envelope.missing|soapenv:Header⟧ xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">${version.replace('t:', 'typ:')}</soapenv:Header>\n<soapenv:Body xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><mes:GetImItemList/></soapenv:Body>`,
    fix: 'Put them into an envelope',
    after:
      `${declaration}\n${whole(`<soap:Header>${version}</soap:Header>\n  <soap:Body><m:GetImItemList/></soap:Body>`)}`
        .replaceAll(/\bsoap(?=[:=])/g, 'soapenv')
        .replaceAll(/\bm(?=[:=])/g, 'mes')
        .replaceAll(/\bt(?=[:=])/g, 'typ'),
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
mistakes('mistakes: pieces of a request', fragments);
mistakes('mistakes: texts of another encoding', unreadable);
mistakes('mistakes: odd blanks', blanks);
mistakes('mistakes: ids of another kind', ids);
mistakes('mistakes: what is around the envelope', around);
