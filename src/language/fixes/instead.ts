import { escapeXml, isBlank, type Range, type XmlAttribute } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf, particlesOf } from '../declarations.ts';
import { namespaceOf } from '../names.ts';
import { areOfOneChild, saidOnParent } from '../problems/onParent.ts';
import type { RequestDocument } from '../request.ts';
import { isKnownAttribute, isKnownElement } from '../vocabulary.ts';
import { attributeAt, type ElementCase, type Fix, likely, replace, wordOf } from './fix.ts';
import { insertInOrder } from './insertion.ts';
import { correctAttribute } from './naming.ts';
import { removeAttribute } from './structure.ts';
import { withVersion } from './values.ts';

/** Mends an attribute that is unknown: the name, the child or the text that was meant, or without it. */
export function placeAttribute(given: ElementCase): readonly Fix[] {
  const better = [...correctAttribute(given), ...asText(given), ...asChild(given), ...asHeader(given)];
  const { beside } = given.problem.data;
  // The value of the one that counts may be missing.
  const isEmpty = given.element.attributes.some(({ name, value }) => name === beside && value.trim() === '');
  const own = attributeAt(given.element, given.problem.from);
  const differs = given.element.attributes.some(({ name, value }) => name === beside && value !== own?.value);
  const isLost = differs || (beside === undefined && saysSomething(own));
  if (better.length === 0 && !isEmpty) return removeAttribute(given).map(fix => ({ ...fix, preferred: !isLost }));
  if (better.length > 0 && isWanted(given)) return better;
  return [...better, ...removeAttribute(given).map(fix => ({ ...fix, preferred: false }))];
}

/** True for an attribute with a value under a name that EWS has: it may be meant for another place. */
function saysSomething(attribute: XmlAttribute | undefined): boolean {
  if (!attribute || isBlank(attribute.value) || namespaceOf(attribute).form === 'foreign') return false;
  return isKnownAttribute(attribute.local) || isKnownElement(attribute.local);
}

/** True where something required would be missing without the attribute. */
function isWanted(given: ElementCase): boolean {
  const suggestion = wordOf(given, 'suggestion');
  if (suggestion === undefined) return true;
  const declaration = declarationOf(given.element);
  const attributes = declaration?.kind === 'element' ? declaration.particle.type.attributes : [];
  return attributes.some(({ name, use }) => name === suggestion && use === 'required');
}

function asText(given: ElementCase): readonly Fix[] {
  const { element, problem, request } = given;
  const attribute = attributeAt(element, problem.from);
  if (!attribute || problem.data['text'] !== true) return [];
  const tag = request.text.slice(element.startTag.from, attribute.from).trimEnd();
  const rest = request.text.slice(attribute.to, element.startTag.to).replace(/\s*\/?>$/, '');
  const text = `${tag}${rest}>${escapeXml(attribute.value)}</${element.name}>`;
  return likely('Put the value between the tags', replace(element, text));
}

function asChild(given: ElementCase): readonly Fix[] {
  const { element, problem, request } = given;
  const attribute = attributeAt(element, problem.from);
  const declaration = declarationOf(element);
  if (!attribute || !declaration || problem.data['child'] === undefined) return [];
  const particles = particlesOf(declaration);
  const own = saidOnParent(attribute, particles);
  const [outer, particle] = [own?.way[0], own?.way.at(-1)];
  if (!own || !outer || !particle) return [];
  const naming = new Naming(request.text, element);
  const all = element.attributes.flatMap(other => {
    const said = saidOnParent(other, particles);
    return said && (other === attribute || areOfOneChild(said, own)) ? [{ other, said }] : [];
  });
  const name = naming.nameOf(particle.name);
  const attributes = all.flatMap(({ other, said }) =>
    said.attribute === undefined ? [] : [` ${said.attribute}="${escapeXml(other.value)}"`],
  );
  const text = own.way
    .slice(0, -1)
    .reduceRight(
      (inner, { name }) => within(naming.nameOf(name), inner),
      own.attribute === undefined
        ? `<${name}>${escapeXml(attribute.value)}</${name}>`
        : `<${name}${attributes.join('')}/>`,
    );
  const child = insertInOrder(request, element, text, outer.name);
  const removed = all.map(({ other }) => replace(withGap(request, other), ''));
  return likely(`Write it as <${name}>`, ...removed, ...child, ...naming.declarations());
}

function asHeader({ element, problem, request }: ElementCase): readonly Fix[] {
  const attribute = attributeAt(element, problem.from);
  const { header } = problem.data;
  const edits = attribute && header !== undefined ? withVersion(request, attribute.value) : [];
  if (!attribute || edits.length === 0) return [];
  return likely(`Write it as <${header}>`, replace(withGap(request, attribute), ''), ...edits);
}

function within(name: string, child: string): string {
  return `<${name}>\n\t${child}\n</${name}>`;
}

/** An attribute and the white space before it. */
function withGap({ text }: RequestDocument, { from, to }: XmlAttribute): Range {
  return { from: text.slice(0, from).trimEnd().length, to };
}
