import { customaryPrefix, namespaces } from '../../ews/namespaces.ts';
import {
  applyEdits,
  descendants,
  elementsOf,
  escapeXml,
  isBlank,
  type TextEdit,
  type XmlElement,
} from '../../xml/index.ts';
import { indentationAt, lineEndOf } from '../lines.ts';
import { customaryPrefixes, isDeclaration } from '../names.ts';
import { isPart } from '../problems/children.ts';
import { isFinished } from '../problems/context.ts';
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
  if (!fragment?.elements.every(isFinished)) return [];
  const [first, second] = fragment.elements;
  const newline = lineEndOf(text);
  const start = withLine(text, { from: first.from, to: text.length }).from;
  const hasDeclaration = text.slice(0, start).includes('<?xml ');
  // An XML declaration stands at the very beginning, in front of comments too.
  const from = hasDeclaration ? start : Number(text.startsWith('\ufeff'));
  const before = text.slice(from, start).replace(/^\s+/, '');
  const declaration = hasDeclaration ? '' : `<?xml version="1.0" encoding="utf-8"?>${newline}`;
  const insert = declaration + before + envelopeAround(text, fragment);
  const title = second ? 'Put them into an envelope' : 'Put it into an envelope';
  return likely(title, { from, to: (second ?? first).to, insert });
}

/** The fragment in its envelope; the Header with the version is added where there is none. */
function envelopeAround(text: string, fragment: Fragment): string {
  const [first, second] = fragment.elements;
  const isOperation = fragment.kind === 'operation';
  const soapPrefix = isOperation ? customaryPrefix.soap : first.prefix;
  const { declared, edits } = declarationsFor(fragment, soapPrefix);
  const soap = soapPrefix === '' ? '' : `${soapPrefix}:`;
  const header = [`\t<${soap}Header>`, `\t\t${versionIn(declared)}`, `\t</${soap}Header>`];
  const head = [
    `<${soap}Envelope ${attributesFor(declared).join('\n\t')}>`,
    ...(isPart(first, 'Header') ? [] : header),
    ...(isOperation ? [`\t<${soap}Body>`] : []),
  ];
  const tail = [...(isOperation ? [`\t</${soap}Body>`] : []), `</${soap}Envelope>`];

  const newline = lineEndOf(text);
  const step = stepOf(text, first);
  const indent = step.repeat(isOperation ? 2 : 1);
  const without = applyEdits(text, edits);
  const inner = { from: first.from, to: (second ?? first).to - (text.length - without.length) };
  const written = fragment.elements.some(element => holdsLines(text, element))
    ? without.slice(inner.from, inner.to)
    : laidOut(fromLeftMargin(without, inner), newline, indent, step);
  const lay = (lines: readonly string[]) => laidOut(lines.join('\n'), newline, '', step);
  return lay(head) + newline + indent + written + newline + lay(tail);
}

function versionIn(declared: ReadonlyMap<string, string>): string {
  const [prefix = customaryPrefix.types] = [...declared].find(([, uri]) => uri === namespaces.types) ?? [];
  return `<${prefix}:RequestServerVersion Version="${versionChoices[0]}"/>`;
}

function attributesFor(declared: ReadonlyMap<string, string>): readonly string[] {
  return [...declared].map(([prefix, uri]) => `${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeXml(uri)}"`);
}

/** True when texts go over several lines: to indent those would change what the texts say. */
function holdsLines(text: string, top: XmlElement): boolean {
  return [...descendants(top)].some(({ children }) => {
    const texts = children
      .filter(({ kind }) => kind === 'text' || kind === 'cdata' || kind === 'reference')
      .map(({ from, to }) => text.slice(from, to));
    return !texts.every(isBlank) && texts.some(part => /[\r\n]/.test(part));
  });
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

/** The namespace of SOAP, which stands first, then those of EWS, then others. */
function inCustomaryOrder(declared: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const order = [...declared.values()].slice(0, 1).concat(namespaces.messages, namespaces.types);
  const place = (uri: string) => (order.includes(uri) ? order.indexOf(uri) : order.length);
  return new Map([...declared].sort(([, a], [, b]) => place(a) - place(b)));
}

/** What one level is indented by in a fragment. */
function stepOf(text: string, element: XmlElement): string {
  const [child] = elementsOf(element);
  return (child && indentationAt(text, child.from).slice(indentationAt(text, element.from).length)) || '  ';
}
