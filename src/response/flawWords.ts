/**
 * Why a text is no well-formed XML, in words of ours that complete "line 3, column 5: …": what the strict parser says is for
 * people who write parsers. Names out of the text come along, cut.
 */
export function flawWords(message: string): string {
  for (const [pattern, words] of flaws) {
    const found = pattern.exec(message);
    if (found) return words.replace('$1', (found[1] ?? '').slice(0, longestName));
  }
  return otherwise;
}

/** Said of what no line of the table is about. */
export const otherwise = 'what stands here cannot stand there';

const longestName = 60;

const declaration = 'the XML declaration is not written like <?xml version="1.0" encoding="utf-8"?>';
const namespace = 'a namespace declaration declares what none may declare';

/** The first line that fits counts. */
const flaws: readonly (readonly [message: RegExp, words: string])[] = [
  [/^unmatched closing tag: (.*)\.$/s, 'the end tag </$1> closes nothing'],
  [/^unexpected close tag/, 'an end tag does not belong to the element that is open'],
  [/^weird empty close tag/, 'an end tag has no name'],
  [/^disallowed character in closing tag/, 'an end tag is not finished with >'],
  [/^unclosed tag: (.*)$/s, 'the element <$1> is not closed'],
  [/^unexpected end|^document must contain a root/, 'it ends too early'],
  [/^disallowed character in tag name/, 'a < is not followed by the name of an element; in a text it is written &lt;'],
  [/^forward-slash in opening tag/, 'the slash in a start tag is not followed by >'],
  [/^documents may contain only one root/, 'a second element follows the root element'],
  [/^text data outside of root/, 'text stands outside the root element'],
  [/^malformed name: (.*)\.$/s, '$1 is not written like a name'],
  [/^duplicate attribute: (.*)\.$/s, 'the attribute $1 stands twice'],
  [/^attribute without value/, 'an attribute has no value'],
  [/^unquoted attribute value/, 'the value of an attribute is not in quotes'],
  [/^no whitespace between attributes/, 'there is no blank between two attributes'],
  [
    /^disallowed character in attribute name/,
    'an attribute has no value, or its name holds a character that no name can',
  ],
  [/^unbound namespace prefix: "(.*)"\.$/s, 'the prefix $1 is not declared'],
  [/^tags may not have "xmlns" as prefix/, 'an element has the prefix xmlns, which is for declarations alone'],
  [/prefix must be bound to|default namespace may not|may not assign|attempt to undefine prefix/, namespace],
  [
    /^empty entity name|^disallowed character in entity name/,
    'an & begins no reference; in a text it is written &amp;',
  ],
  [/^undefined entity/, 'a reference names something that XML does not know'],
  [/^malformed character entity/, 'a reference stands for no character of XML'],
  [/"\]\]>" is disallowed/, ']]> stands in a text, where its > is written &gt;'],
  [/^malformed comment/, 'a comment holds -- or does not end in -->'],
  [/doctype declaration/, 'a document type declaration stands where none can'],
  [/^incorrect syntax/, 'what begins with <! is neither a comment nor a CDATA section'],
  [/XML declaration must (?:be|appear) at the start/, 'an XML declaration stands elsewhere than at the beginning'],
  [/^processing instruction without|^disallowed character in processing/, 'an instruction has no name right behind <?'],
  [/XML declaration|^did not expect|^expected |^value |^\S+ (?:number|value) must match/, declaration],
  [/^whitespace required|^processing instructions are not allowed/, declaration],
  [/^disallowed character/, 'a character stands here that XML forbids'],
];
