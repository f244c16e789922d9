import { customaryPrefix, type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import { applyEdits, descendants, elementsOf, escapeXml, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { indentationAt, lineEndOf } from '../lines.ts';
import { customaryPrefixes, isDeclaration } from '../names.ts';
import { isPart } from '../problems/children.ts';
import { type Fragment, fragmentIn } from '../problems/fragment.ts';
import { versionChoices } from '../snippets.ts';
import { namespaceOfNames } from '../vocabulary.ts';
import { type ElementCase, type Fix, likely, replace, withLine, wordOf } from './fix.ts';
import { fromLeftMargin, laidOut } from './insertion.ts';
import { correctName } from './naming.ts';

/** Puts what was copied without its envelope into one: an operation, or a Header and a Body. */
export function wrapInEnvelope(given: ElementCase): readonly Fix[] {
  if (wordOf(given, 'suggestion') !== undefined) return correctName(given);
  const { text } = given.request;
  const fragment = fragmentIn(given.request);
  if (!fragment) return [];
  const [first, second] = fragment.elements;
  const newline = lineEndOf(text);
  const start = withLine(text, { from: first.from, to: text.length }).from;
  const hasDeclaration = text.slice(0, start).includes('<?xml ');
  // An XML declaration stands at the very beginning, in front of comments too.
  const from = hasDeclaration ? start : Number(text.startsWith('\ufeff'));
  const before = text.slice(from, start).replace(/^\s+/, '');
  const declaration = hasDeclaration ? '' : `<?xml version="1.0" encoding="utf-8"?>${newline}`;
  const envelope = laidOut(envelopeAround(text, fragment), newline, '', stepOf(text, first));
  const title = second ? 'Put them into an envelope' : 'Put it into an envelope';
  return likely(title, { from, to: (second ?? first).to, insert: declaration + before + envelope });
}

/** The envelope, from the left margin and indented by tabs; the Header with the version is added where there is none. */
function envelopeAround(text: string, fragment: Fragment): string {
  const [first, second] = fragment.elements;
  const soapPrefix = fragment.kind === 'parts' ? first.prefix : customaryPrefix.soap;
  const { declared, edits } = declarationsFor(fragment, soapPrefix);
  const soap = soapPrefix === '' ? '' : `${soapPrefix}:`;
  const [types = customaryPrefix.types] = [...declared].find(([, uri]) => uri === namespaces.types) ?? [];
  const attributes = [...declared].map(
    ([name, uri]) => `${name === '' ? 'xmlns' : `xmlns:${name}`}="${escapeXml(uri)}"`,
  );
  const without = applyEdits(text, edits);
  const to = (second ?? first).to - (text.length - without.length);
  const inner = fromLeftMargin(without, { from: first.from, to });
  const version = `<${types}:RequestServerVersion Version="${versionChoices[0]}"/>`;
  return [
    `<${soap}Envelope ${attributes.join('\n\t')}>`,
    ...(isPart(first, 'Header') ? [] : [indented(inElement(`${soap}Header`, version))]),
    indented(fragment.kind === 'operation' ? inElement(`${soap}Body`, inner) : inner),
    `</${soap}Envelope>`,
  ].join('\n');
}

function inElement(name: string, inner: string): string {
  return `<${name}>\n${indented(inner)}\n</${name}>`;
}

function indented(lines: string): string {
  return lines.replace(/(^|\n)(?=[^\n])/g, '$1\t');
}

interface Declarations {
  /** The namespaces that the Envelope declares, by prefix. */
  readonly declared: ReadonlyMap<string, string>;
  /** What takes declarations out of a Header and a Body, because the Envelope has them. */
  readonly edits: readonly TextEdit[];
}

function declarationsFor({ elements, kind }: Fragment, soapPrefix: string): Declarations {
  const parts = kind === 'parts' ? elements : [];
  const declared = new Map([[soapPrefix, parts[0]?.uri ?? namespaces.soap]]);
  const edits: TextEdit[] = [];
  for (const part of parts) {
    let end = part.nameRange.to;
    for (const attribute of part.attributes) {
      const from = end;
      end = attribute.to;
      const name = attribute.prefix === '' ? '' : attribute.local;
      // What stands without a prefix in the other part is of no namespace.
      if (!isDeclaration(attribute) || (name === '' && part.prefix !== '')) continue;
      if (!declared.has(name)) declared.set(name, attribute.value);
      if (declared.get(name) === attribute.value) edits.push(replace({ from, to: end }, ''));
    }
  }
  for (const [prefix, uri] of undeclaredIn(elements)) if (!declared.has(prefix)) declared.set(prefix, uri);
  const present = new Set(declared.values());
  for (const key of ['messages', 'types'] as const)
    if (!present.has(namespaces[key]) && !declared.has(customaryPrefix[key]))
      declared.set(customaryPrefix[key], namespaces[key]);
  return { declared: inCustomaryOrder(declared), edits };
}

/** The prefixes that nothing declares, with the namespaces that they surely stand for. */
function undeclaredIn(elements: readonly XmlElement[]): ReadonlyMap<string, string> {
  const locals = new Map<string, string[]>();
  for (const element of elements)
    for (const { uri, prefix, local } of descendants(element)) {
      if (uri !== undefined) continue;
      const known = locals.get(prefix);
      if (known) known.push(local);
      else locals.set(prefix, [local]);
    }
  const keys = [...locals].map(
    ([prefix, names]) => [prefix, customaryPrefixes[prefix] ?? namespaceOfNames(names)] as const,
  );
  return new Map(keys.flatMap(([prefix, key]) => (key ? [[prefix, namespaces[key]] as const] : [])));
}

const order: readonly NamespaceKey[] = ['soap', 'messages', 'types'];

function inCustomaryOrder(declared: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const place = (uri: string) => order.findIndex(key => namespaces[key] === uri) >>> 0;
  return new Map([...declared].sort(([, a], [, b]) => place(a) - place(b)));
}

/** What one level is indented by in a fragment. */
function stepOf(text: string, element: XmlElement): string {
  const [child] = elementsOf(element);
  return (child && indentationAt(text, child.from).slice(indentationAt(text, element.from).length)) || '  ';
}
