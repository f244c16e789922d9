import { requestHeaders } from '../../ews/headers.ts';
import { customaryPrefix, namespaces } from '../../ews/namespaces.ts';
import { operations } from '../../ews/operations/index.ts';
import type { ElementParticle, Particle } from '../../ews/schema.ts';
import { descendants, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { elementSnippet } from '../completion/insertion.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf, particlesOf } from '../declarations.ts';
import { splitEwsName } from '../names.ts';
import { optionsOf } from '../problems/meant.ts';
import { namespaceByUse } from '../problems/namespaces.ts';
import { envelopeSnippet } from '../snippets.ts';
import {
  attributeAt,
  type Case,
  type ElementCase,
  type Fix,
  likely,
  possible,
  replace,
  sure,
  withLine,
  wordOf,
} from './fix.ts';
import { insertChild, insertInOrder, laidOut, plainText } from './insertion.ts';

/** Adds a required child at its place in the sequence, with what it needs itself. */
export function insertMissing(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  // Where an end tag is missing, the child may be there and read as a part of another.
  if (request.xml.slips.some(({ kind }) => /EndTag$/.test(kind))) return [];
  const child = wordOf(given, 'child');
  const particles = particlesOfElement(element);
  const particle = optionsOf(particles).find(({ name }) => splitEwsName(name).local === child?.replace(/^.*:/, ''));
  if (!particle) return [];
  return sure(`Add <${child}>`, ...insertParticle(given, element, particle));
}

/** Adds one of several elements of which one is required. */
export function insertChoice(given: ElementCase): readonly Fix[] {
  const { element } = given;
  const particles = particlesOfElement(element);
  return optionsOf(particles).map(particle => {
    const naming = new Naming(given.request.text, element);
    return possible(`Add <${naming.nameOf(particle.name)}>`, ...insertParticle(given, element, particle));
  });
}

/** Puts an operation into an empty Body. */
export function insertOperation(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  return operations.map(operation => {
    const naming = new Naming(request.text, element);
    const name = naming.nameOf(`m:${operation.name}`);
    const children = operation.request.filter(particle => particle.occurs.min === 1);
    const inner = optionsOf(children).map(
      particle => `\n\t${plainText(elementSnippet(naming, particle)).replaceAll('\n', '\n\t')}`,
    );
    const text = inner.length === 0 ? `<${name}/>` : `<${name}>${inner.join('')}\n</${name}>`;
    return possible(`Add <${name}>`, ...insertChild(request, element, text), ...naming.declarations());
  });
}

/** Removes the element at the problem, with its line when it stands alone on it. */
export function removeElement(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  return likely(`Remove <${element.name}>`, replace(withLine(request.text, element), ''));
}

/** Puts RequestServerVersion where a header of answers stands; removes that when the version is there already. */
export function replaceByVersion(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const name = wordOf(given, 'suggestion');
  const particle = requestHeaders.find(header => header.name === 't:RequestServerVersion');
  if (name === undefined || !particle) return removeElement(given);
  const naming = new Naming(request.text, element.parent ?? element);
  const version = plainText(elementSnippet(naming, particle));
  return likely(`Write <${name}> instead`, replace(element, version), ...naming.declarations());
}

/** Removes an attribute and the white space before it. */
export function removeAttribute(given: ElementCase): readonly Fix[] {
  const attribute = attributeAt(given.element, given.problem.from);
  if (!attribute) return [];
  const from = given.request.text.slice(0, attribute.from).trimEnd().length;
  return [
    {
      ...(likely(`Remove ${attribute.name}`, { from, to: attribute.to, insert: '' })[0] as Fix),
      preferred: given.problem.data['suggestion'] === undefined,
    },
  ];
}

/** Removes text where only elements may stand. */
export function removeText({ problem }: Case): readonly Fix[] {
  return likely('Remove the text', replace(problem, ''));
}

/** Puts an operation that stands alone into an envelope. */
export function wrapInEnvelope(given: Case): readonly Fix[] {
  const { request, problem } = given;
  const root = request.xml.root;
  const operation = operations.find(({ name }) => name === root?.local);
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

function particlesOfElement(element: XmlElement): readonly Particle[] {
  const declaration = declarationOf(element);
  return declaration ? particlesOf(declaration) : [];
}

function insertParticle(given: ElementCase, parent: XmlElement, particle: ElementParticle): readonly TextEdit[] {
  const naming = new Naming(given.request.text, parent);
  const text = plainText(elementSnippet(naming, particle));
  return [...insertInOrder(given.request, parent, text, particle.name), ...naming.declarations()];
}
