import { type Case, type Fix, likely, possible, replace, sure, withLine, wordOf } from './fix.ts';

/** Writes a bare ampersand as XML wants it. */
export function escapeAmpersand({ problem }: Case): readonly Fix[] {
  return sure('Replace & by &amp;', replace({ from: problem.from, to: problem.from + 1 }, '&amp;'));
}

/** Replaces a reference of HTML by its character, or makes it text. */
export function replaceEntity(given: Case): readonly Fix[] {
  const name = wordOf(given, 'name') ?? '';
  const character = htmlCharacters[name];
  const asText = `&amp;${name};`;
  const fixes =
    character === undefined ? [] : likely(`Replace &${name}; by its character`, replace(given.problem, character));
  return [...fixes, possible(`Replace it by ${asText}`, replace(given.problem, asText))];
}

/** Removes a document type declaration or a processing instruction. */
export function removeNode({ request, problem }: Case): readonly Fix[] {
  return likely('Remove it', replace(withLine(request.text, problem), ''));
}

/** Writes the end tag of the element that is open. */
export function correctEndTag(given: Case): readonly Fix[] {
  const expected = wordOf(given, 'expected');
  if (expected !== undefined) return likely(`Change to </${expected}>`, replace(given.problem, expected));
  const { request, problem } = given;
  const from = request.text.lastIndexOf('</', problem.from);
  const to = request.text.indexOf('>', problem.to) + 1;
  return to > 0 ? likely('Remove the end tag', replace(withLine(request.text, { from, to }), '')) : [];
}

/** Closes an element behind its content, or at once when it has none. */
export function closeElement({ element, request }: Case): readonly Fix[] {
  if (!element) return [];
  const content = request.text.slice(element.startTag.to, element.to);
  if (content.trim() === '') {
    const end = element.startTag.to - 1;
    return likely(`Write <${element.name} …/>`, { from: end, to: element.startTag.to, insert: '/>' });
  }
  const at = element.startTag.to + content.trimEnd().length;
  return likely(`Add </${element.name}>`, { from: at, to: at, insert: `</${element.name}>` });
}

/** Ends a start tag. */
export function finishTag({ element, request }: Case): readonly Fix[] {
  if (!element || element.name === '') return [];
  const at = request.text.slice(0, element.startTag.to).trimEnd().length;
  const slash = request.text[at - 1] === '/';
  return likely(slash ? 'Add >' : 'Add />', { from: at, to: at, insert: slash ? '>' : '/>' });
}

/** Encloses a value in quotes, or adds the missing one. */
export function addQuote({ request, problem }: Case): readonly Fix[] {
  const before = request.text[problem.from - 1] ?? '';
  const value = request.text.slice(problem.from, problem.to).trimEnd().replace(/\/$/, '').trimEnd();
  const to = problem.from + value.length;
  if (before === '"' || before === "'") return likely('Add the missing quote', { from: to, to, insert: before });
  return likely('Enclose the value in quotes', { from: problem.from, to, insert: `"${value}"` });
}

/** Gives an attribute an empty value. */
export function addValue({ problem }: Case): readonly Fix[] {
  return likely('Add ="…"', { from: problem.to, to: problem.to, insert: '=""' });
}

/** Puts the missing blank between two attributes. */
export function separateAttributes({ problem }: Case): readonly Fix[] {
  return sure('Add a blank', { from: problem.from, to: problem.from, insert: ' ' });
}

/** Declares the version of XML that Exchange reads. */
export function declareVersion({ problem }: Case): readonly Fix[] {
  return likely('Write 1.0', replace(problem, '1.0'));
}

const htmlCharacters: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
};
