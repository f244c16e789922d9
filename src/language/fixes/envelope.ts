import { customaryPrefix, namespaces } from '../../ews/namespaces.ts';
import { operations } from '../../ews/operations/index.ts';
import { descendants, elementAt, elementsOf, type XmlElement } from '../../xml/index.ts';
import { isPart } from '../problems/children.ts';
import { envelopeSnippet } from '../snippets.ts';
import { namespaceByUse } from '../vocabulary.ts';
import { type ElementCase, type Fix, likely, replace, wordOf } from './fix.ts';
import { laidOut, plainText } from './insertion.ts';
import { correctName } from './naming.ts';

/** Keeps the Envelope alone of what stands around it; the declarations around it that it needs go with it. */
export function keepEnvelope({ problem, request }: ElementCase): readonly Fix[] {
  const [place] = problem.related;
  const inner = place && elementAt(request.xml, place.from);
  // Without its end tag or its Body, what is taken for the Envelope is a part of it.
  if (!inner?.endTag || !elementsOf(inner).some(child => isPart(child, 'Body'))) return [];
  const own = new Set(inner.attributes.map(({ name }) => name));
  const further = [...inner.namespaces]
    .map(([, declaration]) => declaration)
    .filter(({ name }) => !own.has(name))
    .map(({ from, to }) => ` ${request.text.slice(from, to)}`);
  const name = request.text.slice(inner.from, inner.nameRange.to);
  const text = name + further.join('') + request.text.slice(inner.nameRange.to, inner.to);
  return likely('Keep the Envelope only', replace({ from: 0, to: request.text.length }, `${text}\n`));
}

/** Puts an operation that stands alone into an envelope. */
export function wrapInEnvelope(given: ElementCase): readonly Fix[] {
  const { request, problem } = given;
  if (wordOf(given, 'suggestion') !== undefined) return correctName(given);
  const root = request.xml.root;
  const operation = operations.find(({ name }) => name === root?.local);
  if (root && isPart(root, 'Body')) return aroundBody(given, root);
  if (!root || !operation || problem.data['operation'] !== true) return [];
  const whole = plainText(envelopeSnippet(operation));
  const [before = '', after = ''] = whole.split(/<m:[\s\S]*<\/m:[^>]*>|<m:\w+\/>/);
  const newline = /\r\n|\r|\n/.exec(request.text)?.[0] ?? '\n';
  const lay = (text: string) => laidOut(text, newline, '', '  ');
  const declaration = /^\ufeff?<\?xml[\s\S]*?\?>\s*/.exec(request.text);
  const name = request.text.slice(root.from, root.nameRange.to);
  const body = name + furtherDeclarations(root) + request.text.slice(root.nameRange.to, root.to);
  const insert = lay(before) + body + lay(after);
  return likely('Put it into an envelope', { from: declaration ? 0 : root.from, to: root.to, insert });
}

/** Prefixes of an operation that the envelope around it does not declare. */
function furtherDeclarations(root: XmlElement): string {
  const own = new Set([...descendants(root)].filter(({ uri }) => uri === undefined).map(({ prefix }) => prefix));
  return [...own]
    .filter(prefix => !Object.values<string>(customaryPrefix).includes(prefix))
    .map(prefix => [prefix, namespaceByUse(root, prefix)] as const)
    .map(([prefix, key]) => (key ? ` xmlns:${prefix}="${namespaces[key]}"` : ''))
    .join('');
}

/** An Envelope around a Body that stands alone. */
function aroundBody({ request }: ElementCase, body: XmlElement): readonly Fix[] {
  const name = body.prefix === '' ? 'Envelope' : `${body.prefix}:Envelope`;
  const declarations = body.attributes.map(({ from, to }) => ` ${request.text.slice(from, to)}`).join('');
  const isDeclared = body.uri !== undefined;
  const own = isDeclared ? '' : ` xmlns:${body.prefix}="${namespaces.soap}"`;
  const text =
    request.text.slice(body.from, body.nameRange.to) +
    request.text.slice(body.startTag.to - 1 - Number(body.selfClosing), body.to);
  return likely(`Put it into <${name}>`, replace(body, `<${name}${declarations}${own}>\n${text}\n</${name}>`));
}
