import { type Mistake, mistakes, sound } from './mistake.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const headers = 'POST /EWS/Exchange.asmx HTTP/1.1\nHost: mail.contoso.com\nContent-Type: text/xml\n\n';

const around = (about: string, before: string, behind: string, request = sound): Mistake => ({
  about,
  text: before.replace(/^.*/, '⟦xml.outside-root|$&⟧') + request + behind,
  says: 'Text cannot stand outside the Envelope. Remove it.',
  fix: 'Remove the text',
  after: sound,
  others: [],
});

const declared = (about: string, before: string, behind: string, fix: string) => ({
  about: `${about}, and an XML declaration`,
  text: `${before}⟦xml.declaration-misplaced|${declaration.trimEnd()}⟧\n${sound}${behind}`,
  fix,
  after: declaration + sound,
  others: [],
});

const bare = sound.trimEnd();
const texts: readonly Mistake[] = [
  around('the headers of HTTP', headers, ''),
  around('a here-string of PowerShell', '$body = @"\n', '"@\n'),
  around('a template of JavaScript', 'const xml = `', '`;\n', bare),
  around('a string of Python', 'body = """', '"""\n'),
  around('a command of curl', "curl -u user --data '", "' https://mail.contoso.com/EWS/Exchange.asmx\n", bare),
  around('a fence of Markdown', '```xml\n', '```\n'),
  around('a text with a reference', 'This & that:\n'.replace('&', '&amp;'), ''),
  {
    about: 'a text in CRLF before and behind',
    text: `⟦xml.outside-root|Before⟧\r\nit\r\n\r\n${sound.replaceAll('\n', '\r\n')}\r\nBehind\r\nit\r\n`,
    fix: 'Remove the text',
    after: sound.replaceAll('\n', '\r\n'),
  },
  {
    about: 'a text in lines behind the Envelope',
    text: `${sound}⟦xml.outside-root|And so⟧\non.\n`,
    fix: 'Remove the text',
    after: sound,
  },
  {
    about: 'a text on both sides of a comment',
    text: `⟦xml.outside-root|Mine⟧\n<!-- and -->\nyours\n${sound}`,
    fix: 'Remove the text',
    after: `<!-- and -->\n${sound}`,
  },
  {
    about: 'a text behind a byte order mark',
    text: `\ufeff⟦xml.outside-root|Mine⟧\n${sound}`,
    fix: 'Remove the text',
    after: `\ufeff${sound}`,
  },
  {
    about: 'a text between two envelopes, of which the second stays',
    text: `⟦xml.outside-root|One⟧:\n${sound}Two:\n${sound}`.replace('⟧:', ':⟧'),
    fix: 'Remove the text',
    after: sound + sound.replace('soap:Envelope', '⟦xml.outside-root|soap:Envelope⟧'),
  },
  {
    about: 'a further envelope, and a text behind it',
    text: `${sound}${sound.replace('soap:Envelope', '⟦xml.outside-root|soap:Envelope⟧')}Two\n`,
    others: [],
  },
];

const declarations: readonly Mistake[] = [
  declared('the headers of HTTP', headers, '', 'Remove what is before it'),
  declared('a here-string of PowerShell', '$body = @"\n', '"@\n', 'Remove the text around the request'),
  {
    ...declared('a blank line, with text behind the Envelope', '\n', 'end\n', 'Remove what is before it'),
    others: ['Remove the XML declaration'],
    after: `${declaration}${sound}⟦xml.outside-root|end⟧\n`,
    fixAll: `${declaration}${sound}end\n`,
  },
];

mistakes('mistakes: text around the Envelope', texts);
mistakes('mistakes: text around the XML declaration', declarations);
