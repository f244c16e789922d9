import { type Case, invalid, malformed, type Special, valid } from '../case.ts';
import {
  envelope,
  groupId,
  id,
  messages,
  removeGroup,
  soap,
  soundBody,
  types,
  version,
  withHeader,
} from '../envelopes.ts';

const sound = envelope(soundBody);
const group = id('m:GroupId', groupId);
const declared = (prefix: string, uri: string) => `xmlns:${prefix}="${uri}"`;

/** One wrong character in a declaration; what is written, and which declaration it stands for. */
function declaration(file: string, about: string, wrong: string, right: string, special: Special = {}): Case {
  return malformed(
    `declaration-${file}`,
    about,
    sound.replace(right, `⟦namespace.declaration-misspelt|${wrong}⟧`),
    special,
  );
}

const messagesDeclared = declared('m', messages);
const typesDeclared = declared('t', types);
const soapDeclared = declared('soap', soap);

const declarationCases: readonly Case[] = [
  declaration('colon-lost', 'xmlns without its colon.', `xmlnsm="${messages}"`, messagesDeclared),
  declaration('colon-semicolon', 'A semicolon for the colon.', `xmlns;t="${types}"`, typesDeclared),
  declaration('letter-lost', 'A letter of xmlns is missing.', `xmns:soap="${soap}"`, soapDeclared),
  declaration('prefix-longer', 'A letter too many in the prefix.', `xmlns:mm="${messages}"`, messagesDeclared),
  declaration('equals-lost', 'The equals sign is missing.', `xmlns:t"${types}"`, typesDeclared),
  declaration('quote-lost', 'The first quote is missing.', `xmlns:soap=${soap}"`, soapDeclared),
  declaration(
    'quote-inside',
    'A quote inside the namespace.',
    `xmlns:m="${messages.replace('/2006', '"/2006')}"`,
    messagesDeclared,
  ),
  declaration(
    'ampersand',
    'An ampersand inside the namespace.',
    `xmlns:t="${types.replace('/2006', '&/2006')}"`,
    typesDeclared,
  ),
  declaration('closed-early', 'A > before the equals sign.', `xmlns:m>="${messages}"`, messagesDeclared),
  declaration('blank-in-prefix', 'A blank inside the prefix.', `xmlns:so ap="${soap}"`, soapDeclared),
];

const tagCases: readonly Case[] = [
  malformed('tag-slash-blank', 'A blank between / and >.', sound.replace(/\/>(?=\s+<\/m:)/, '⟦xml.tag-misspelt|/ >⟧')),
  malformed(
    'tag-backslash',
    'A backslash at the end of a tag.',
    sound.replace(/\/>(?=\s+<\/m:)/, '⟦xml.tag-misspelt|\\>⟧'),
  ),
  malformed(
    'end-tag-blank',
    'A blank before the slash of an end tag.',
    sound.replace('</m:RemoveImGroup>', '⟦xml.tag-misspelt|< /m:RemoveImGroup>⟧'),
  ),
  malformed(
    'end-tag-backslash',
    'A backslash in an end tag.',
    sound.replace('</m:RemoveImGroup>', '⟦xml.tag-misspelt|<\\m:RemoveImGroup>⟧'),
  ),
  malformed(
    'end-tag-two-slashes',
    'A slash on both ends of an end tag.',
    sound.replace('</m:RemoveImGroup>', '⟦xml.tag-misspelt|</m:RemoveImGroup/>⟧'),
  ),
];

const valueCases: readonly Case[] = [
  malformed(
    'less-than-in-value',
    'A < in a value.',
    removeGroup(`<m:GroupId Id="${groupId}" ChangeKey="Eg⟦xml.raw-less-than|<⟧A"/>`),
  ),
  malformed('quotes-curly', 'Quotes of a word processor.', removeGroup(`<m:GroupId Id=⟦xml.quotes|“${groupId}”⟧/>`)),
  malformed(
    'quotes-curly-last',
    'A quote of a word processor at the end.',
    removeGroup(`<m:GroupId Id=⟦xml.quotes|"${groupId}”⟧/>`),
  ),
  malformed('quotes-backtick', 'Backticks for quotes.', removeGroup(`<m:GroupId Id=⟦xml.quotes|\`${groupId}\`⟧/>`)),
  malformed(
    'quotes-curly-everywhere',
    'A request out of a word processor.',
    sound.replace(/="([^"]*)"/g, '=“$1”').replace('“1.0”', '⟦xml.quotes|“1.0”⟧'),
  ),
  malformed(
    'dtd-not-closed',
    'A document type without its end.',
    sound.replace('<soap:E', '⟦dtd.present|<!DOCTYPE note⟧\n<soap:E'),
  ),
  malformed(
    'dtd-quote-not-closed',
    'A document type with an open quote.',
    sound.replace('<soap:E', '⟦dtd.present|<!DOCTYPE note SYSTEM "note.dtd⟧\n<soap:E'),
  ),
  malformed('byte-order-marks', 'Two byte order marks.', `\ufeff⟦xml.outside-root|\ufeff⟧${sound}`),
];

const placeCases: readonly Case[] = [
  invalid('text-for-operation', 'Text in the place of the operation.', envelope('⟦content.text|RemoveImGroup⟧')),
  invalid(
    'operation-in-header',
    'The operation in the Header.',
    envelope('', `${version}\n    <⟦child.misplaced|m:RemoveImGroup⟧>${group}</m:RemoveImGroup>`),
  ),
  invalid(
    'version-in-body',
    'RequestServerVersion in the Body.',
    envelope(`<⟦child.misplaced|t:RequestServerVersion⟧ Version="Exchange2013"/>\n${soundBody}`, ''),
  ),
  invalid(
    'version-in-operation',
    'RequestServerVersion in the operation.',
    removeGroup(`<⟦child.misplaced|t:RequestServerVersion⟧ Version="Exchange2013"/>\n${group}`).replace(version, ''),
  ),
  invalid(
    'request-wrapper',
    'An element Request around the content.',
    removeGroup(`<⟦child.unknown|m:Request⟧>${group}</m:Request>`),
  ),
  invalid(
    'request-around-operation',
    'An element Request around the operation.',
    envelope(`<⟦operation.unknown|m:Request⟧>${soundBody}</m:Request>`),
  ),
];

const actor = (value: string) => withHeader(`<t:RequestServerVersion soap:actor="${value}" Version="Exchange2013"/>`);
const refused = (value: string) => actor(`⟦value.wrong-form|${value}⟧`);
const ofDotNet = {
  libxml2: 'valid',
  differs: 'libxml2 does not look into the host of a URI; .NET refuses it, and Exchange uses .NET.',
} as const;
const ofLibxml2 = {
  libxml2: 'invalid',
  differs: 'libxml2 refuses a character that .NET lets pass in a URI, and Exchange uses .NET.',
} as const;

const actorCases: readonly Case[] = [
  valid('actor-next', 'The actor that SOAP names.', actor('http://schemas.xmlsoap.org/soap/actor/next')),
  valid('actor-relative', 'A relative actor with a blank.', actor('next actor')),
  valid('actor-urn', 'A URN as actor.', actor('urn:example:actor')),
  valid('actor-percent', 'An actor with a lone %.', actor('%'), ofLibxml2),
  invalid('actor-bracket', 'An actor with half an address of IPv6.', refused('http://[x')),
  invalid('actor-port', 'An actor with a port that is no number.', refused('http://mail.example:x')),
  invalid('actor-two-ports', 'An actor with two ports.', refused('http://a:b@c:d')),
  invalid('actor-no-host', 'An actor without a host.', refused('http://'), ofDotNet),
  invalid('actor-blank-in-host', 'An actor with a blank in its host.', refused('http://a b'), ofDotNet),
  invalid('actor-port-too-large', 'An actor with a port beyond 65535.', refused('http://mail.example:99999'), ofDotNet),
  invalid('actor-drive', 'An actor that reads like a drive.', refused('a:b'), ofDotNet),
  invalid('actor-blank', 'A blank as actor.', refused(' '), ofDotNet),
];

/** What the bytes of UTF-32 are when they are read as UTF-16, as their first two ask for. */
const utf32 = `⟦document.not-text|\0⟧${[...sound].join('\0')}\0`;
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
const binary = String.fromCharCode(...Array.from({ length: 64 }, (_, index) => (index * 37) % 32));

const notText: readonly Case[] = [
  malformed('utf-32', 'UTF-32 with a byte order mark.', utf32, { encode: utf16 }),
  malformed('binary', 'Bytes that are no text.', `⟦document.not-text|\0⟧${binary.slice(1)}`),
];

const pasted: readonly Case[] = [
  invalid(
    'envelope-in-body',
    'An envelope in an envelope.',
    envelope(sound.replace(/^<\?xml[^>]*\?>\s*/, '')).replace('<soap:Envelope', '<⟦envelope.wrapped|soap:Envelope⟧'),
  ),
  invalid(
    'messages-bound-to-types',
    'The prefix m bound to the types namespace.',
    sound.replace(`xmlns:m="${messages}"`, `xmlns:m="⟦namespace.wrong|${types}⟧"`),
  ),
  malformed(
    'prefix-of-ones-own-undeclared',
    'A prefix of one’s own that is not declared.',
    sound
      .replace('<m:RemoveImGroup', '<⟦namespace.prefix-undeclared|ews⟧:RemoveImGroup')
      .replace('</m:RemoveImGroup', '</ews:RemoveImGroup'),
  ),
  malformed(
    'escaped-backslash',
    'Quotes with backslashes, as in JSON.',
    sound.replaceAll('"', '\\"').replace('\\"', '⟦document.escaped|\\"⟧'),
  ),
  malformed(
    'escaped-html',
    'Tags as the text of a page.',
    sound.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace('&lt;', '⟦document.escaped|&lt;⟧'),
  ),
  malformed(
    'no-break-space-in-tag',
    'A no-break space between a name and an attribute.',
    sound.replace('GroupId Id', 'GroupId⟦xml.odd-blank|\u00a0⟧Id'),
  ),
  malformed(
    'zero-width-space-in-name',
    'A character without a width in a name.',
    sound.replace('<m:GroupId', '<m:Group⟦xml.odd-blank|\u200b⟧Id'),
  ),
  malformed(
    'id-message-id-raw',
    'An Internet Message-ID as it stands in a mail.',
    sound.replace(/ Id="[^"]*"/, ' Id="⟦xml.raw-less-than|<⟧abc@mail.example>"'),
  ),
  valid(
    'id-address',
    'An address in the place of an id.',
    sound.replace(/ Id="[^"]*"/, ' Id="⟦id.address|lunch@contoso.example⟧"'),
  ),
  valid('id-two', 'Two ids in one attribute.', sound.replace(/ Id="([^"]*)"/, ' Id="⟦id.two|$1$1⟧"')),
];

/** Slips of the keyboard that leave more than one fault behind, and are one problem. */
export const slipCases: readonly Case[] = [
  ...declarationCases,
  ...tagCases,
  ...valueCases,
  ...placeCases,
  ...actorCases,
  ...notText,
  ...pasted,
];
