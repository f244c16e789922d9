import type { ComplexType, ElementParticle, Particle } from '../../ews/schema.ts';
import { contentRange, elementsOf, textOf, type XmlElement } from '../../xml/index.ts';
import { namespaceOf } from '../names.ts';
import { checkAttributes, reportValue } from './attributes.ts';
import { matchChildren } from './children.ts';
import { type Check, isFinished, valueRange } from './context.ts';
import { checkMeaning } from './meanings.ts';
import { valueFault } from './values.ts';

/** Checks an element whose declaration is known: attributes, content, and everything below. */
export function checkElement(check: Check, element: XmlElement, particle: ElementParticle): void {
  const before = check.reporter.problems.length;
  checkContent(check, element, particle.type);
  const wrapped = check.reporter.problems.slice(before).some(({ code }) => code === 'id.wrapped');
  checkAttributes(check, element, wrapped ? withoutRequired(particle.type) : particle.type);
  const sound = check.reporter.problems.length === before;
  if (particle.meaning) checkMeaning(check, element, particle.meaning, sound);
}

/** An id that stands one level too deep is missing here as a consequence. */
function withoutRequired(type: ComplexType): ComplexType {
  return { ...type, attributes: type.attributes.map(attribute => ({ ...attribute, use: 'optional' as const })) };
}

/** Checks what stands between the tags of an element against its type. */
export function checkContent(check: Check, element: XmlElement, type: ComplexType): void {
  const { content } = type;
  if (content.kind === 'empty') checkEmpty(check, element, type);
  else if (content.kind === 'elements') checkChildren(check, element, content.particles);
  else {
    const children = elementsOf(element);
    if (children.length > 0) for (const child of children) reportUnknown(check, element, child, []);
    else if (isFinished(element)) {
      const value = textOf(check.request.xml, element);
      reportValue(check, valueRange(element), value, `<${element.name}>`, valueFault(content.type, value));
    }
  }
}

/** Checks child elements against particles, and that no text stands between them. */
export function checkChildren(check: Check, element: XmlElement, particles: readonly Particle[]): void {
  checkNoText(check, element);
  for (const { child, particle } of matchChildren(check, element, particles)) checkElement(check, child, particle);
}

/** Reports text in an element that holds elements only. */
export function checkNoText(check: Check, element: XmlElement): void {
  if (!element.complete) return;
  for (const child of element.children) {
    if (child.kind !== 'text' && child.kind !== 'reference' && child.kind !== 'cdata') continue;
    const raw = check.request.text.slice(child.from, child.to);
    const visible = raw.search(/\S/);
    if (visible < 0) continue;
    const range = { from: child.from + visible, to: child.from + raw.trimEnd().length };
    check.reporter.report('content.text', range, { name: element.name });
    return;
  }
}

/** Reports a child where none may be. */
function reportUnknown(check: Check, parent: XmlElement, child: XmlElement, allowed: readonly string[]): void {
  check.reporter.report('child.unknown', child.nameRange, { parent: parent.name, child: child.name, allowed });
}

function checkEmpty(check: Check, element: XmlElement, type: ComplexType): void {
  const children = elementsOf(element);
  for (const child of children) {
    const wrapped = type.name === 't:ItemIdType' && /Id$/i.test(child.local) && namespaceOf(child).form !== 'foreign';
    if (wrapped) check.reporter.report('id.wrapped', child.nameRange, { name: element.name, child: child.name });
    else reportUnknown(check, element, child, []);
  }
  const content = isFinished(element) ? contentRange(element) : undefined;
  const text = element.children.some(({ kind }) => kind === 'text' || kind === 'cdata' || kind === 'reference');
  if (children.length > 0 || !content || !text) return;
  const blank = check.request.text.slice(content.from, content.to).trim() === '';
  check.reporter.report('content.not-empty', content, { name: element.name, blank });
}
