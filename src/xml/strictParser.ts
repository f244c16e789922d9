import { SaxesParser } from 'saxes';

/** A parser that judges XML and its namespaces strictly. Attributes in a very long namespace cost no more than others. */
export function strictParser(): SaxesParser<{ readonly xmlns: true; readonly position: true }> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const resolve = parser.resolve.bind(parser);
  const marks = new Map<string, string>();
  // For each attribute the parser writes its namespace and name as one word: a mark in its place is compared as well.
  parser.resolve = prefix => {
    const uri = resolve(prefix);
    if (uri === undefined || uri.length < longest) return uri;
    const mark = marks.get(uri) ?? `\0${marks.size}`;
    marks.set(uri, mark);
    return mark;
  };
  return parser;
}

/** No namespace that means anything is longer, in UTF-16 units. */
const longest = 500;
