import { kind, type Name, quoted, shown } from './kind.ts';

/** What XML itself refuses, and what SOAP forbids of XML. */
export const syntaxKinds = {
  'document.empty': kind(
    'error',
    'There is nothing to send.',
    () => 'The document is empty. Begin with a whole envelope, as the snippets and the samples have it.',
  ),
  'document.not-text': kind<{ is: 'UTF-16' | 'UTF-32' | 'binary data' }>(
    'error',
    'Servers read UTF-8 and UTF-16; nothing else here is text of a request.',
    ({ is }) =>
      is === 'UTF-16'
        ? 'This is text in UTF-16 that was opened as UTF-8. Reopen it with that encoding.'
        : `This is ${is === 'UTF-32' ? 'text in UTF-32' : is}, which no server reads as a request. Open a request that is saved as UTF-8.`,
  ),
  'document.escaped': kind<{ of: string; shows?: string }>(
    'error',
    'Quotes, angle brackets and line ends are escaped where a request stands in the source of a program or of a page.',
    ({ of, shows = 'its quotes or tags escaped' }) =>
      `The request is written as ${of}, with ${shows}. Write it as plain XML.`,
  ),
  'xml.odd-blank': kind<{ character: string; count: number }>(
    'error',
    'White space in XML is blank, tab and line end. No-break and zero-width spaces come in with text copied from pages and mails.',
    ({ character, count }) =>
      `${count === 1 ? `The character ${character}` : `Characters such as ${character}`} came in while copying, and XML does not take ${count === 1 ? 'it' : 'them'} for white space. Write an ordinary blank, or nothing.`,
  ),
  'xml.not-well-formed': kind<{ reason: string; inComment?: boolean }>(
    'error',
    'A server refuses text that is not well-formed XML before it looks at the request.',
    ({ reason }) => `This is not well-formed XML: ${reason}.`,
  ),
  'xml.raw-ampersand': kind<{ reference?: string }>(
    'error',
    'In XML an ampersand begins a reference. A bare one is the most common reason for ErrorSchemaValidation on names such as "R&D".',
    ({ reference }) =>
      reference
        ? `The reference ${reference} lacks its semicolon. Write ${reference};.`
        : 'A bare & is not allowed in XML. Write &amp; instead.',
  ),
  'xml.raw-less-than': kind<{ messageId: boolean; inText?: boolean }>(
    'error',
    'In XML < begins a tag, inside a value too.',
    ({ messageId, inText }) =>
      messageId
        ? 'This looks like an Internet Message-ID, and its < is not even allowed in a value. EWS wants the item id that Exchange gave, such as AAMkA….'
        : `A bare < is not allowed in ${inText ? 'text' : 'the value of an attribute'}. Write &lt; instead.`,
  ),
  'xml.quotes': kind<{ quote: string; variable?: string }>(
    'error',
    'Word processors and mail programs turn straight quotes into others, which XML reads as ordinary characters.',
    ({ quote, variable }) =>
      variable === undefined
        ? `The value of an attribute stands in straight quotes, " or ', and not in ${quote}. Replace them.`
        : `${shown(variable)} is a variable of a program, and a text has no variables. Write its value between the quotes.`,
  ),
  'xml.tag-misspelt': kind<{ expected: string; closed?: Name; odd?: string }>(
    'error',
    'A tag is <name attribute="value">, </name> or <name/>, in exactly these characters.',
    ({ expected, closed, odd }) => {
      if (closed) return `<${closed}/> is closed at once, and </${closed}> follows. Remove the slash.`;
      if (odd === 'comment') return 'A comment cannot stand inside a tag. Move it before the tag.';
      return expected === ''
        ? `This ${odd} is one too many in a tag. Remove it.`
        : `A tag is not written like this. Write ${expected}.`;
    },
  ),
  'xml.end-tag-mismatched': kind<{ found: Name; expected?: Name; start?: boolean }>(
    'error',
    'Every end tag must close the element that was opened last.',
    ({ found, expected, start }) => {
      if (start) return `The end tag </${found}> closes nothing, for <${found}> is missing. Add <${found}>.`;
      return expected
        ? `The end tag </${found}> does not match the open element <${expected}>. Write </${expected}>.`
        : `The end tag </${found}> closes nothing. Remove it.`;
    },
  ),
  'xml.not-closed': kind<{ name: Name; others?: readonly Name[] }>(
    'error',
    'Every element needs an end tag or ends in />.',
    ({ name, others = [] }) =>
      others.length > 0
        ? `The text ends while <${name}> and ${others.length === 1 ? `<${others[0]}>` : `${others.length} elements around it`} are open. Add what is missing.`
        : `<${name}> is never closed. Add </${name}>.`,
  ),
  'xml.tag-unfinished': kind<{ name: Name; end?: boolean }>(
    'error',
    'A tag ends in > or, without an end tag, in />.',
    ({ name, end }) => {
      if (end) return `The end tag </${name}> is not finished. Add >.`;
      return name
        ? `The start tag of <${name}> is not finished. Add > or />.`
        : 'A name is missing right after <. Write &lt; if the character itself is meant.';
    },
  ),
  'xml.value-unquoted': kind<{ name: Name; mark?: string; half?: boolean }>(
    'error',
    'Attribute values stand in double or single quotes.',
    ({ name, mark, half }) => {
      if (mark)
        return `The value of the attribute ${name} begins with another quote than it ends with. Write ${mark} here too.`;
      return half
        ? `The value of the attribute ${name} is not enclosed in quotes. Add the missing quote.`
        : `The value of the attribute ${name} is not enclosed in quotes. Put it in quotes.`;
    },
  ),
  'xml.attribute-without-value': kind<{ name: Name }>(
    'error',
    'In XML every attribute has a value.',
    ({ name }) => `The attribute ${name} has no value. Write ${name}="…".`,
  ),
  'xml.attribute-repeated': kind<{ name: Name }>(
    'error',
    'An element carries each attribute at most once.',
    ({ name }) => `The attribute ${name} stands twice. Remove one of them.`,
  ),
  'xml.entity-unknown': kind<{ name: string }>(
    'error',
    'XML knows five named references: &amp;, &lt;, &gt;, &quot; and &apos;. The others come from HTML.',
    ({ name }) =>
      `XML does not know the reference &${name};. Write the character itself, or &amp;${name}; for the text.`,
  ),
  'namespace.prefix-undeclared': kind<{ prefix: string; uri?: string; endTag?: Name }>(
    'error',
    'A prefix means nothing until xmlns binds it to a namespace.',
    ({ prefix, uri, endTag }) =>
      endTag
        ? `The prefix ${prefix} is not declared, and the end tag is </${endTag}>. Write <${endTag}>.`
        : `The prefix ${prefix} is not declared.${uri ? ` Add xmlns:${prefix}="${uri}".` : ' Declare it with xmlns, or remove it.'}`,
  ),
  'namespace.declaration-misspelt': kind<{ prefix: string; expected: string }>(
    'error',
    'One wrong character in a declaration, and its prefix means nothing in the whole document.',
    ({ prefix, expected }) =>
      `This does not declare ${prefix === '' ? 'the default namespace' : `the prefix ${prefix}`} as it should. Write ${expected}.`,
  ),
  'namespace.https': kind<{ expected: string }>(
    'error',
    'Namespaces are names, not addresses: they are compared letter by letter, and the real ones begin with http://. Many published samples have https:// and are refused.',
    ({ expected }) =>
      `Namespaces are compared letter by letter, and this one begins with http://, not https://. Write ${expected}.`,
  ),
  'namespace.wrong': kind<{ expected: string; prefix?: string; none?: boolean }>(
    'error',
    'A namespace that differs in one letter is another namespace.',
    ({ expected, prefix, none }) => {
      if (prefix) return `Names with the prefix ${prefix} are of another namespace than this one. Write ${expected}.`;
      return none
        ? `This Envelope is in no namespace. Declare ${expected} for it.`
        : `This is not the namespace that servers know. Write ${expected}.`;
    },
  ),
  'dtd.present': kind(
    'error',
    'SOAP 1.1 forbids a document type declaration (section 3), and nothing here ever reads one.',
    () => 'SOAP does not allow a document type declaration. Remove it.',
  ),
  'instruction.present': kind(
    'warning',
    'SOAP 1.1 forbids processing instructions (section 3).',
    () => 'SOAP does not allow processing instructions. Remove it.',
  ),
  'encoding.not-utf-8': kind<{ encoding: string; misspelt: boolean }>(
    'warning',
    'The editor sends UTF-8, whatever the declaration says. .NET, which Exchange uses, knows the name utf-8 in upper and lower case, and no other spelling.',
    ({ encoding, misspelt }) =>
      misspelt
        ? `${quoted(encoding)} is no encoding that .NET knows: it refuses the document. Declare UTF-8.`
        : `The document declares ${shown(encoding)}, but it is sent as UTF-8. Declare UTF-8.`,
  ),
  'xml.attributes-unseparated': kind<{ name: Name }>(
    'error',
    'White space separates attributes.',
    ({ name }) => `A blank is missing before the attribute ${name}. Add it.`,
  ),
  'xml.character': kind<{ character: string }>(
    'error',
    'XML leaves out most control characters, and a reference does not bring them back.',
    ({ character }) => `XML does not have the character ${character}. Remove it.`,
  ),
  'xml.unterminated': kind<{ begin: string; end: string }>(
    'error',
    'Everything up to the end of the text counts as part of it.',
    ({ begin, end }) => `What begins here with ${begin} has no end. Add ${end}.`,
  ),
  'xml.outside-root': kind<{ element: boolean; mark?: boolean }>(
    'error',
    'A document is one element; beside it only comments and instructions may stand.',
    ({ element, mark }) => {
      if (mark)
        return 'A second byte order mark stands before the text. It cannot be seen, and is one too many: remove it.';
      return element
        ? 'A document is one element, and this is a further one. Put it into a document of its own.'
        : 'Text cannot stand outside the Envelope. Remove it.';
    },
  ),
  'xml.declaration-misplaced': kind(
    'error',
    'The XML declaration stands at the very beginning: not even white space may come before it.',
    () => 'The XML declaration must be the very first thing in the text. Remove what is before it, or remove it.',
  ),
  'xml.version': kind<{ version: string }>(
    'error',
    'The XML parser of .NET, which Exchange uses, reads version 1.0 alone.',
    ({ version }) => `Exchange reads XML 1.0 only, not ${shown(version)}. Write 1.0.`,
  ),
  'namespace.declaration': kind<{ prefix: string; empty: boolean }>(
    'error',
    'A prefix stands for a namespace, and the prefixes xml and xmlns are taken.',
    ({ prefix, empty }) =>
      empty
        ? `The prefix ${prefix} is bound to no namespace. Give it one, or remove the declaration.`
        : `XML itself has settled what xml and xmlns mean, so xmlns:${prefix} cannot be declared like this. Remove it.`,
  ),
} as const;
