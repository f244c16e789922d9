import { operationMeant } from '../ews/operationMeant.ts';

/**
 * Puts what .NET's validator or parser says, as it stands in the Violation of a fault, into plain words. The sentences
 * are English on servers of any language. Undefined when the sentence is of no known form; then show it as it is.
 */
export function explainViolation(violation: string): string | undefined {
  const text = violation.slice(0, 4000).replace(/\s+/g, ' ').trim();
  for (const [pattern, words] of forms) {
    const match = pattern.exec(text);
    if (match) {
      return words(
        (match.slice(1) as (string | undefined)[]).map(group => group ?? ''),
        text,
      );
    }
  }
  return undefined;
}

type Words = (groups: readonly string[], text: string) => string;

const forms: readonly (readonly [pattern: RegExp, words: Words])[] = [
  [
    /The element '([^']*)'(?: in namespace '[^']*')? has invalid child element '([^']*)'(?: in namespace '([^']*)')?/,
    ([parent, child, namespace], text) => invalidChild(local(parent), local(child), namespace ?? '', text),
  ],
  [
    /The element '([^']*)'(?: in namespace '[^']*')? has incomplete content/,
    ([parent], text) => `${local(parent)} lacks a child element${after(expectation(text))}.`,
  ],
  [/The required attribute '([^']*)' is missing/, ([name]) => `The attribute ${local(name)} is missing.`],
  [/The '([^']*)' attribute is not declared/, ([name]) => `An attribute ${local(name)} is not allowed here.`],
  [/The '([^']*)' element is not declared/, ([name]) => `The element ${local(name)} is not known here.`],
  [
    /The '([^']*)' (attribute|element) is invalid(?: - The value '([^']*)' is invalid)?/,
    ([name, kind, value], text) =>
      `The value ${value ? `"${value}" ` : ''}of the ${kind} ${local(name)} is not allowed${after(constraint(text))}.`,
  ],
  [
    /The element '([^']*)'(?: in namespace '[^']*')? cannot contain child element '([^']*)'/,
    ([parent, child]) => `${local(parent)} must be empty and cannot hold ${local(child)}.`,
  ],
  [
    /The element '([^']*)'(?: in namespace '[^']*')? cannot contain (text|white space)/,
    ([parent, what], text) => `${local(parent)} must not hold ${what}${after(expectation(text))}.`,
  ],
  [
    /The element cannot contain (text|white space)\. Content model is empty/,
    ([what]) => `There is ${what} between the tags of an element that must be empty.`,
  ],
  [
    /The '([^']*)' start tag on line (\d+)(?: position \d+)? does not match the end tag of '([^']*)'/,
    ([open, line, close]) => `The end tag ${close} does not close ${open}, which was opened on line ${line}.`,
  ],
  [/'([^']*)' is an undeclared (?:namespace )?prefix/, ([prefix]) => `The prefix ${prefix} is nowhere declared.`],
  [
    /Reference to undeclared entity '([^']*)'/,
    ([name]) => `&${name}; is not known in XML; write the character itself.`,
  ],
  [/Unexpected end of file|has (?:\w+ )?not been closed/, () => 'The text ends too early: an element is left open.'],
  [
    /An error occurred while parsing EntityName/,
    () => 'An & stands by itself. Write &amp; for the character, or finish the reference with a semicolon.',
  ],
  [
    /'([^']*)' is an unexpected token\. The expected token is (.*?)\.(?: Line|$)/,
    ([found, wanted]) => `${found} stands where ${wanted} should be.`,
  ],
  [
    /Name cannot begin with the '([^']*)' character/,
    () => 'A < stands by itself or before something that is no name. Write &lt; for the character.',
  ],
  [
    /hexadecimal value (0x[0-9A-Fa-f]+), is an invalid character/,
    ([code]) => `The character ${code} is not allowed in XML.`,
  ],
  [/'([^']*)' is a duplicate attribute name/, ([name]) => `The attribute ${name} stands twice in one tag.`],
  [
    /There are multiple root elements|Data at the root level is invalid/,
    () => 'Something stands outside the envelope.',
  ],
];

function invalidChild(parent: string, child: string, namespace: string, text: string): string {
  const names = expectedNames(text);
  if (/^https:\/\/schemas\.(?:microsoft|xmlsoap)/.test(namespace)) {
    return `The namespace of ${child} begins with https://; the real one begins with http://.`;
  }
  if (names.includes(child)) {
    return `${child} is the right name in the wrong namespace (${namespace || 'none'}).`;
  }
  const meant = parent === 'Body' ? operationMeant(child, false) : undefined;
  if (meant !== undefined && meant !== child) {
    return `${child} may not stand at this place in ${parent}. Did you mean ${meant}?`;
  }
  return names.length === 0
    ? `${parent} can hold no further element, so ${child} is one too many.`
    : `${child} may not stand at this place in ${parent}${after(expectation(text))}.`;
}

function after(words: string): string {
  return words === '' ? '' : `: ${words}`;
}

function expectation(text: string): string {
  const names = expectedNames(text);
  const last = names.at(-1) ?? '';
  if (names.length < 2) {
    return last && `expected is ${last}`;
  }
  const [shown, rest] = names.length > mostNames ? [names.slice(0, 3), 'others'] : [names.slice(0, -1), last];
  return `expected is one of ${shown.join(', ')} and ${rest}`;
}

/** More are a wall: at the top of an envelope every operation is possible. The answer itself has them all. */
const mostNames = 6;

/** The names in `List of possible elements expected: 'A, B' in namespace '…' as well as 'C' in namespace '…'.` */
function expectedNames(text: string): readonly string[] {
  const list = /List of possible elements expected: (.*)$/.exec(text)?.[1] ?? '';
  const quoted = [...list.replace(/ in namespace '[^']*'/g, '').matchAll(/'([^']*)'/g)];
  const names = quoted.flatMap(match => (match[1] ?? '').split(',')).map(name => name.trim());
  return [...new Set(names.filter(name => name !== ''))].slice(0, 20);
}

function constraint(text: string): string {
  const name = /The (\w+) constraint failed/.exec(text)?.[1] ?? /than the (\w+) value/.exec(text)?.[1];
  const type = /is not a valid (\w+) value/.exec(text)?.[1];
  return constraints.get(name ?? '') ?? (type === undefined ? '' : `it is no ${type}`);
}

const constraints: ReadonlyMap<string, string> = new Map([
  ['Enumeration', 'it is none of the fixed values'],
  ['MinLength', 'it is too short'],
  ['MaxLength', 'it is too long'],
  ['Length', 'it has the wrong length'],
  ['Pattern', 'it does not have the right form'],
  ['MinInclusive', 'it is too small'],
  ['MaxInclusive', 'it is too great'],
  ['MinExclusive', 'it is too small'],
  ['MaxExclusive', 'it is too great'],
]);

/** The name without the namespace that .NET may put before it after a colon. */
function local(name: string | undefined): string {
  return (name ?? '').slice((name ?? '').lastIndexOf(':') + 1);
}
