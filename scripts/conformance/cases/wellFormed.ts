import { type Case, invalid, malformed, valid } from '../case.ts';
import { declarations, envelope, groupId, id, removeGroup, soundBody, withHeader } from '../envelopes.ts';

const namespaceFault = {
  libxml2: 'valid',
  differs: 'A fault of namespaces alone: libxml2 tells of it and goes on; .NET refuses the document.',
} as const;

const group = id('m:GroupId', groupId);
const sound = envelope(soundBody);
const named = (name: string) => envelope(`<m:AddImGroup>\n  <m:DisplayName>${name}</m:DisplayName>\n</m:AddImGroup>`);

const references: readonly Case[] = [
  malformed('ampersand-in-text', 'A bare ampersand in a name.', named('R⟦xml.raw-ampersand|&⟧D')),
  malformed(
    'ampersand-before-blank',
    'A bare ampersand between blanks.',
    named('Research ⟦xml.raw-ampersand|&⟧ Development'),
  ),
  malformed('ampersand-without-semicolon', 'A reference without its semicolon.', named('R⟦xml.raw-ampersand|&⟧amp D')),
  malformed(
    'ampersand-twice',
    'Two bare ampersands are two faults.',
    named('A⟦xml.raw-ampersand|&⟧B⟦xml.raw-ampersand|&⟧C'),
  ),
  malformed(
    'ampersand-in-attribute',
    'A bare ampersand in an attribute value.',
    removeGroup(`<m:GroupId Id="${groupId}" ChangeKey="Eg⟦xml.raw-ampersand|&⟧A"/>`),
  ),
  malformed('reference-of-html', 'A reference of HTML.', named('Lunch⟦xml.entity-unknown|&nbsp;⟧Club')),
  malformed(
    'reference-of-html-in-attribute',
    'A reference of HTML in an attribute.',
    removeGroup(`<m:GroupId Id="${groupId}" ChangeKey="Eg⟦xml.entity-unknown|&eacute;⟧A"/>`),
  ),
  valid(
    'references',
    'The five named references and numeric ones.',
    named('&lt;R&amp;D&gt; &quot;x&quot; &apos;y&apos; &#233; &#xE9;'),
  ),
  malformed(
    'reference-to-control-character',
    'A reference to a character that XML does not have.',
    named('Lunch⟦xml.character|&#0;⟧Club'),
  ),
  malformed(
    'reference-to-escape',
    'A reference to a control character, hexadecimal.',
    named('Lunch⟦xml.character|&#x1B;⟧Club'),
  ),
  malformed('control-character', 'A control character in the text.', named('Lunch⟦xml.character|\u0008⟧Club')),
  malformed('noncharacter', 'U+FFFE, which is no character.', named('Lunch⟦xml.character|\ufffe⟧Club')),
  malformed(
    'control-character-in-attribute',
    'A control character in an attribute value.',
    removeGroup(`<m:GroupId Id="${groupId}" ChangeKey="Eg⟦xml.character|\u0001⟧A"/>`),
  ),
];

const tags: readonly Case[] = [
  malformed(
    'end-tag-other-name',
    'An end tag with another name.',
    removeGroup('<m:GroupId Id="AAMk{{x}}"></⟦xml.end-tag-mismatched|m:GroupID⟧>').replace('AAMk{{x}}', groupId),
  ),
  malformed(
    'end-tag-superfluous',
    'An end tag too many.',
    removeGroup(`${group}</⟦xml.end-tag-mismatched|m:GroupId⟧>`),
  ),
  malformed(
    'end-tag-missing',
    'The operation is never closed.',
    envelope(`<⟦xml.not-closed|m:RemoveImGroup⟧>\n  ${group}`),
  ),
  malformed(
    'child-not-closed',
    'A child is never closed.',
    removeGroup(`<⟦xml.not-closed|m:GroupId⟧ Id="${groupId}">`),
  ),
  malformed(
    'end-tags-crossed',
    'Two end tags in the wrong order.',
    envelope(`<m:AddImGroup><⟦xml.not-closed|m:DisplayName⟧>x</m:AddImGroup></m:DisplayName>`),
  ),
  malformed(
    'cut-after-body',
    'The text ends after the Body.',
    sound.replace('<soap:Envelope', '<⟦xml.not-closed|soap:Envelope⟧').replace('</soap:Envelope>\n', ''),
  ),
  malformed(
    'tag-unfinished',
    'A start tag without its end.',
    removeGroup(`<⟦xml.tag-unfinished|m:GroupId⟧ Id="${groupId}"`),
  ),
  malformed('lone-less-than', 'A < in a name.', named('a ⟦xml.tag-unfinished|<⟧ b')),
  malformed(
    'name-after-blank',
    'A blank before the name.',
    removeGroup(`⟦xml.tag-unfinished|<⟧ m:GroupId Id="${groupId}"/>`),
  ),
  malformed(
    'name-begins-with-digit',
    'A name that begins with a digit.',
    removeGroup(`${group}⟦xml.tag-unfinished|<⟧1m:GroupId/>`),
  ),
  malformed(
    'name-with-two-colons',
    'A name with two colons.',
    removeGroup(`<⟦xml.not-well-formed|m:Group:Id⟧ Id="${groupId}"/>`),
  ),
  malformed(
    'name-ends-with-colon',
    'A name with nothing after the colon.',
    removeGroup(`<⟦xml.not-well-formed|m:⟧ Id="${groupId}"/>`),
  ),
  malformed('two-roots', 'A second element after the Envelope.', `${sound}<⟦xml.outside-root|more⟧/>\n`),
  malformed('text-after-root', 'Text after the Envelope.', `${sound}⟦xml.outside-root|done⟧\n`),
  malformed(
    'text-before-root',
    'Text before the Envelope, as a copied header line leaves it.',
    `⟦xml.outside-root|POST /EWS/Exchange.asmx⟧\n${sound.replace(/^.*\n/, '')}`,
  ),
];

const attributes: readonly Case[] = [
  malformed(
    'value-without-quotes',
    'A value without quotes.',
    removeGroup('<m:GroupId Id=⟦xml.value-unquoted|AAAA⟧/>'),
  ),
  malformed(
    'value-without-closing-quote',
    'A value without its closing quote.',
    removeGroup('<m:GroupId Id="⟦xml.value-unquoted|AAAA⟧/>'),
  ),
  malformed(
    'attribute-without-value',
    'An attribute without a value.',
    removeGroup(`<m:GroupId Id="${groupId}" ⟦xml.attribute-without-value|ChangeKey⟧/>`),
  ),
  malformed(
    'attribute-twice',
    'The same attribute twice.',
    removeGroup(`<m:GroupId Id="${groupId}" ⟦xml.attribute-repeated|Id⟧="${groupId}"/>`),
  ),
  malformed(
    'attribute-twice-by-namespace',
    'Two prefixes, one namespace, one attribute.',
    withHeader(
      '<t:RequestServerVersion Version="Exchange2013" soap:mustUnderstand="1" s:⟦xml.attribute-repeated|⟧mustUnderstand="1"/>',
      `${declarations} xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"`,
    ).replace('s:⟦xml.attribute-repeated|⟧mustUnderstand', '⟦xml.attribute-repeated|s:mustUnderstand⟧'),
    namespaceFault,
  ),
  malformed(
    'attributes-without-blank',
    'No blank between two attributes.',
    removeGroup(`<m:GroupId Id="${groupId}"⟦xml.attributes-unseparated|ChangeKey⟧="EgAAAA=="/>`),
  ),
  malformed(
    'declaration-twice',
    'The same prefix declared twice on one element.',
    withHeader(
      '<t:RequestServerVersion Version="Exchange2013"/>',
      `${declarations} ⟦xml.attribute-repeated|xmlns:m⟧="http://schemas.microsoft.com/exchange/services/2006/messages"`,
    ),
  ),
];

const markup: readonly Case[] = [
  malformed(
    'comment-with-hyphens',
    'Two hyphens in a comment.',
    removeGroup(`<!-- group ⟦xml.not-well-formed|--⟧ old -->\n  ${group}`),
  ),
  malformed(
    'comment-not-closed',
    'A comment without its end.',
    removeGroup(`${group}⟦xml.unterminated|<!--⟧ old`).replace(/-->/g, ''),
  ),
  malformed('cdata-not-closed', 'A CDATA section without its end.', named('⟦xml.unterminated|<![CDATA[⟧Lunch Club')),
  malformed(
    'cdata-end-in-text',
    'The end of a CDATA section without its beginning.',
    named('Lunch ⟦xml.not-well-formed|]]>⟧ Club'),
  ),
  malformed(
    'declaration-after-blank-line',
    'A blank line before the XML declaration.',
    `\n⟦xml.declaration-misplaced|<?xml version="1.0" encoding="utf-8"?>⟧\n${sound.replace(/^.*\n/, '')}`,
  ),
  malformed(
    'declaration-inside',
    'An XML declaration in the Body, as pasting leaves it.',
    removeGroup(`⟦xml.declaration-misplaced|<?xml version="1.0"?>⟧${group}`),
  ),
  malformed(
    'declaration-upper-case',
    'An XML declaration in upper case.',
    sound.replace(/^<\?xml.*\?>/, '⟦xml.not-well-formed|<?XML version="1.0"?>⟧'),
  ),
  malformed(
    'declaration-without-version',
    'An XML declaration without a version.',
    sound.replace(/^<\?xml.*\?>/, '⟦xml.not-well-formed|<?xml encoding="utf-8"?>⟧'),
  ),
  malformed('declaration-1-1', 'XML 1.1.', sound.replace('version="1.0"', 'version="⟦xml.version|1.1⟧"'), {
    libxml2: 'valid',
    differs:
      '.NET reads XML 1.0 alone and refuses any other version; libxml2 lets 1.1 pass with a warning. Exchange uses .NET.',
  }),
  malformed(
    'declaration-2-0',
    'A version of XML that does not exist.',
    sound.replace('version="1.0"', 'version="⟦xml.version|2.0⟧"'),
  ),
  malformed('doctype', 'A document type declaration.', sound.replace('\n', '\n⟦dtd.present|<!DOCTYPE Envelope>⟧\n'), {
    libxml2: 'valid',
    differs: 'SOAP 1.1 forbids a DTD (section 3) and .NET refuses it; libxml2 reads it.',
  }),
  malformed(
    'doctype-with-entity',
    'A DTD with an entity that the text uses.',
    named('&club;').replace('\n', '\n⟦dtd.present|<!DOCTYPE x [ <!ENTITY club "Lunch Club"> ]>⟧\n'),
  ),
  valid(
    'instruction-in-prolog',
    'A processing instruction before the Envelope.',
    sound.replace('\n', '\n⟦instruction.present|<?xml-stylesheet href="x.xsl"?>⟧\n'),
  ),
  valid(
    'instruction-in-body',
    'A processing instruction in the operation.',
    removeGroup(`⟦instruction.present|<?tool remember?>⟧${group}`),
  ),
  valid(
    'instruction-in-empty-element',
    'A processing instruction is no content: the element stays empty.',
    removeGroup(`<m:GroupId Id="${groupId}">⟦instruction.present|<?tool?>⟧</m:GroupId>`),
  ),
  valid(
    'comments',
    'Comments everywhere.',
    `${removeGroup(`<!-- a -->${group}<!-- b -->`).replace('\n', '\n<!-- & <b> -->\n')}<!-- end -->`,
  ),
  valid(
    'comment-in-empty-element',
    'A comment is no content: the element stays empty.',
    removeGroup(`<m:GroupId Id="${groupId}"><!-- old --></m:GroupId>`),
  ),
  valid(
    'comment-in-value',
    'A comment within a value.',
    envelope(
      '<m:SetImListMigrationCompleted><m:ImListMigrationCompleted>tr<!-- -->ue</m:ImListMigrationCompleted></m:SetImListMigrationCompleted>',
    ),
  ),
  valid('cdata-value', 'A value in a CDATA section.', named('<![CDATA[R&D <Berlin>]]>')),
  valid('cdata-and-text', 'A value in pieces.', named('R<![CDATA[&]]>D')),
  malformed('empty', 'An empty file.', '⟦document.empty|⟧'),
  malformed('blank', 'White space alone.', '⟦document.empty|\n  \n⟧'),
];

const prefixes: readonly Case[] = [
  malformed(
    'prefix-m-undeclared',
    'The prefix m is not declared: one problem for the whole document.',
    envelope(
      '<⟦namespace.prefix-undeclared|m⟧:RemoveImGroup>\n  {g}\n</m:RemoveImGroup>'.replace('{g}', group),
      '<t:RequestServerVersion Version="Exchange2013"/>',
      declarations.replace(/ xmlns:m="[^"]*"/, ''),
    ),
  ),
  malformed(
    'prefix-unknown',
    'A prefix nobody knows, on one child.',
    removeGroup(`${group}\n  <⟦namespace.prefix-undeclared|x⟧:Extra/>`),
  ),
  malformed(
    'prefix-of-attribute',
    'An undeclared prefix on an attribute.',
    removeGroup(`<m:GroupId Id="${groupId}" ⟦namespace.prefix-undeclared|xsi⟧:nil="false"/>`),
  ),
  malformed(
    'prefix-declared-too-late',
    'A prefix that is declared on a sibling only.',
    withHeader(
      '<⟦namespace.prefix-undeclared|t⟧:RequestServerVersion Version="Exchange2013"/>',
      declarations.replace(/ xmlns:t="[^"]*"/, ''),
    ),
  ),
  malformed(
    'prefix-bound-to-nothing',
    'A prefix bound to no namespace.',
    removeGroup(`<m:GroupId ⟦namespace.declaration|xmlns:x=""⟧ Id="${groupId}"/>`),
    namespaceFault,
  ),
  malformed(
    'prefix-xmlns-bound',
    'The prefix xmlns itself declared.',
    removeGroup(`<m:GroupId ⟦namespace.declaration|xmlns:xmlns="urn:x"⟧ Id="${groupId}"/>`),
    namespaceFault,
  ),
  malformed(
    'prefix-xml-rebound',
    'The prefix xml bound to something else.',
    removeGroup(`<m:GroupId ⟦namespace.declaration|xmlns:xml="urn:x"⟧ Id="${groupId}"/>`),
    namespaceFault,
  ),
  valid(
    'prefix-xml-declared',
    'The prefix xml bound to its own namespace.',
    withHeader(
      '<t:RequestServerVersion Version="Exchange2013"/>',
      `${declarations} xmlns:xml="http://www.w3.org/XML/1998/namespace"`,
    ),
  ),
  invalid(
    'prefix-shadowed',
    'The prefix m bound to types on the child.',
    removeGroup(
      `<⟦child.wrong-namespace|m:GroupId⟧ xmlns:m="http://schemas.microsoft.com/exchange/services/2006/types" Id="${groupId}"/>`,
    ),
  ),
];

/** What XML itself has to say. */
export const wellFormedCases: readonly Case[] = [...references, ...tags, ...attributes, ...markup, ...prefixes];
