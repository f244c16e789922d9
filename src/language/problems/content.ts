import type { ComplexType, ElementParticle, Particle } from '../../ews/schema.ts';
import { elementsOf, isBlank, textOf, trimmedRange, unescapeXml, type XmlElement } from '../../xml/index.ts';
import { optionsOf } from '../particles.ts';
import { checkAttributes, reportValue } from './attributes.ts';
import { matchChildren, type Reading } from './children.ts';
import { type Check, isFinished, nameHere, valueRange } from './context.ts';
import { checkEmpty, reportUnknown } from './empty.ts';
import { checkMeaning } from './meanings.ts';
import { emptyIn, isBare, saidAsText } from './meant.ts';
import { effectiveType, isNil, saysAbsent } from './substitution.ts';
import { valueFault } from './values.ts';

/** Checks an element whose declaration is known: attributes, content, and everything below. */
export function checkElement(check: Check, element: XmlElement, particle: ElementParticle): void {
  const before = check.reporter.problems.length;
  const type = effectiveType(element, particle.type);
  if (checkUnwrapped(check, element, type)) return;
  if (saysAbsent(element)) {
    // What it lacks is absent on purpose.
    checkAttributes(check, element, withoutRequired(type));
    return;
  }
  checkContent(check, element, type);
  const elsewhere = check.reporter.problems.slice(before).some(({ code, data }) => isElsewhere(code, data));
  checkAttributes(check, element, elsewhere ? withoutRequired(type) : type);
  const sound = check.reporter.problems.length === before;
  if (particle.meaning && !isSaidBeside(check, element)) checkMeaning(check, element, particle.meaning, sound);
}

/** A list of ids that carries an id itself. */
function checkUnwrapped(check: Check, element: XmlElement, type: ComplexType): boolean {
  const isList = type.content.kind === 'elements' && type.attributes.length === 0;
  if (!isList || elementsOf(element).length > 0) return false;
  const item = optionsOf(type.content.kind === 'elements' ? type.content.particles : []).find(isItemId);
  if (!item || !element.attributes.some(({ name }) => name === 'Id' || name === 'ChangeKey')) return false;
  const child = nameHere(element, item.name);
  check.reporter.report('id.unwrapped', element.nameRange, { name: element.name, child });
  return true;
}

/** What the attributes lack stands one level too deep, or as text between the tags. */
function isElsewhere(code: string, data: Readonly<Record<string, unknown>>): boolean {
  if (code === 'id.wrapped' || (data['attribute'] !== undefined && code === 'child.unknown')) return true;
  return code === 'content.not-empty' && data['blank'] === false && data['attribute'] !== undefined;
}

function isItemId(particle: ElementParticle): boolean {
  return particle.type.name === 't:ItemIdType';
}

/** What is somewhere else is not missing as well. */
function withoutRequired(type: ComplexType): ComplexType {
  return { ...type, attributes: type.attributes.map(attribute => ({ ...attribute, use: 'optional' as const })) };
}

/** Checks what stands between the tags of an element against its type. */
function checkContent(check: Check, element: XmlElement, type: ComplexType): void {
  const { content } = type;
  if (content.kind === 'empty') checkEmpty(check, element, type);
  else if (content.kind === 'elements') checkChildren(check, element, content.particles);
  else {
    const children = elementsOf(element).filter(child => !check.outside.has(child));
    if (children.length > 0) for (const child of children) reportUnknown(check, element, child);
    else if (isFinished(element) && !isSaidElsewhere(element) && !isSaidBeside(check, element)) {
      const value = textOf(check.request.xml, element);
      reportValue(check, valueRange(element), value, `<${element.name}>`, valueFault(content.type, value));
    }
  }
}

/** The text stands in an attribute, or xsi:nil says that there is none: either is reported, and the text is not missing too. */
function isSaidElsewhere(element: XmlElement): boolean {
  return element.children.length === 0 && (saidAsText(element) !== undefined || element.attributes.some(isNil));
}

/** The text stands beside the element, which alone is empty: that is reported, and the text is not missing too. */
function isSaidBeside({ request }: Check, element: XmlElement): boolean {
  const { parent } = element;
  return (
    parent !== undefined && isBare(element) && emptyIn(parent) === element && !isBlank(textOf(request.xml, parent))
  );
}

/** Checks child elements against particles, and that no text stands between them; those `elsewhere` are not missing. */
export function checkChildren(
  check: Check,
  element: XmlElement,
  particles: readonly Particle[],
  reading: Pick<Reading, 'elsewhere' | 'isGuess'> = {},
): void {
  // Text in the place of an element: that the element is missing is a consequence.
  const text = checkNoText(check, element);
  if (text && elementsOf(element).length === 0) return;
  const stray = text ? textOf(check.request.xml, element) : '';
  for (const { child, particle } of matchChildren(check, element, particles, { ...reading, text: stray }))
    checkElement(check, child, particle);
}

/** Reports text in an element that holds elements only; true when there was some. */
export function checkNoText(check: Check, element: XmlElement): boolean {
  if (!element.complete) return false;
  for (const child of element.children) {
    if (child.kind !== 'text' && child.kind !== 'reference' && child.kind !== 'cdata') continue;
    const raw = check.request.text.slice(child.from, child.to);
    // The white space of a CDATA section counts as text, to the letter of the schema.
    if (child.kind !== 'cdata' && isBlank(unescapeXml(raw))) continue;
    check.reporter.report('content.text', trimmedRange(check.request.text, child), { name: element.name });
    return true;
  }
  return false;
}
