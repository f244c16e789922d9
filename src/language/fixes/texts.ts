import { readItemId } from '../../ews/itemId.ts';
import type { ElementParticle, EwsName } from '../../ews/schema.ts';
import {
  elementsOf,
  escapeXml,
  isBlank,
  type Range,
  textOf,
  trimmedRange,
  unescapeXml,
  type XmlElement,
  type XmlNode,
} from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf, lackingIn, particlesOf } from '../declarations.ts';
import { ewsNameOf } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { emptyIn, saidByText } from '../problems/meant.ts';
import type { RequestDocument } from '../request.ts';
import { wayThroughHeaders } from '../vocabulary.ts';
import { type ElementCase, type Fix, likely, otherwise, possible, replace } from './fix.ts';
import { emptyElement } from './ids.ts';
import { insertInOrder, tagsOf } from './insertion.ts';

/** Puts stray text where it was meant to be, or removes it. */
export function placeText(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  // Without the text, the Body would lack its operation.
  const isAlone = element === request.body && elementsOf(element).length === 0;
  if (isAlone) return [...asMarkup(given), ...removeTexts(given).map(fix => ({ ...fix, preferred: false }))];
  const better = [
    ...asMarkup(given),
    ...textIntoElement(given),
    ...textIntoEmpty(given),
    ...textIntoMissing(given, element),
  ];
  return better.length > 0 && elementsOf(element).length > 0 ? better : otherwise(better, removeTexts(given));
}

/** Makes an element empty that must be: its text becomes the attribute that it lacks. */
export function placeContent(given: ElementCase): readonly Fix[] {
  const { parent } = given.element;
  const better = [...textIntoAttribute(given), ...(parent ? textIntoMissing(given, parent) : [])];
  return otherwise(better, emptyElement(given));
}

/** Elements in a CDATA section, or with references for their angle brackets: they are elements again. */
function asMarkup({ element, request }: ElementCase): readonly Fix[] {
  const sections = element.children.filter(({ kind }) => kind === 'cdata');
  const [section] = sections;
  if (!section) return escapedMarkup({ element, request });
  const inner = request.text.slice(section.from + 9, section.to - 3);
  return sections.length === 1 && isMarkup(inner) ? likely('Remove the CDATA marks', replace(section, inner)) : [];
}

function escapedMarkup({ element, request }: Pick<ElementCase, 'element' | 'request'>): readonly Fix[] {
  const place = placeOfText(request, element);
  const inner = place ? unescapeXml(request.text.slice(place.from, place.to)) : '';
  return place && isMarkup(inner) ? likely('Write < for &lt; and the like', replace(place, inner)) : [];
}

function isMarkup(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith('<') && trimmed.endsWith('>');
}

/** Puts stray text into the one child that is empty and should hold text. */
function textIntoEmpty({ element, request }: ElementCase): readonly Fix[] {
  const empty = emptyIn(element);
  const declaration = empty && declarationOf(empty);
  const place = placeOfText(request, element);
  if (!empty || !place || declaration?.kind !== 'element' || declaration.particle.type.content.kind !== 'text')
    return [];
  const tag = request.text.slice(empty.startTag.from, empty.startTag.to).replace(/\s*\/>$/, '>');
  const filled = `${tag}${request.text.slice(place.from, place.to)}</${empty.name}>`;
  return likely(`Put the text into <${empty.name}>`, replace(place, ''), replace(empty, filled));
}

/** Puts stray text into the one text child that a parent lacks. */
function textIntoMissing(given: ElementCase, parent: XmlElement): readonly Fix[] {
  const { element, request } = given;
  const text = textOf(request.xml, element).trim();
  const wanted = isKnown(parent) ? saidByText(text, lackingIn(parent)) : undefined;
  const place = placeOfText(request, element);
  if (!wanted || !place || elementsOf(parent).length === 0) return [];
  const naming = new Naming(request.text, parent);
  const name = naming.nameOf(wanted.name);
  const child =
    wanted.type.content.kind === 'text'
      ? `<${name}>${request.text.slice(place.from, place.to)}</${name}>`
      : `<${name} Id="${escapeXml(text)}"/>`;
  const removed = parent === element ? [replace(place, '')] : emptyElement(given).flatMap(({ edits }) => edits);
  const added = [...insertInOrder(request, parent, child, wanted.name), ...naming.declarations()];
  return likely(`Put the text into <${name}>`, ...removed, ...added);
}

/** True where none of the children may stand for the one that is lacking. */
function isKnown(parent: XmlElement): boolean {
  const declaration = declarationOf(parent);
  const names = optionsOf(declaration ? particlesOf(declaration) : []).map(({ name }) => name);
  return elementsOf(parent).every(child => names.some(name => name === ewsNameOf(child)));
}

/** Where the text of an element stands, if it is in one piece. */
function placeOfText({ text }: RequestDocument, { children }: XmlElement): Range | undefined {
  const isText = ({ kind }: XmlNode) => kind === 'text' || kind === 'reference' || kind === 'cdata';
  const own = children.filter(node => isText(node) && !isBlank(text.slice(node.from, node.to)));
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return undefined;
  const isWhole = children.every(node => isText(node) || node.to <= first.from || node.from >= last.to);
  return isWhole ? trimmedRange(text, { from: first.from, to: last.to }) : undefined;
}

function textIntoElement(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const declaration = declarationOf(element);
  if (!declaration || elementsOf(element).length > 0) return [];
  const text = textOf(request.xml, element).trim();
  const all = optionsOf(particlesOf(declaration));
  const options = all.filter(({ type }) => type.content.kind === 'text');
  const ofId = all.find(({ type }) => type.name === 't:ItemIdType');
  if (ofId && (options.length === 0 || readItemId(text).health === 'ok')) return textIntoId(given, ofId.name, text);
  const ofUser: EwsName = `t:${kindOfUser(text)}`;
  const particle = options.find(({ name }) => name === ofUser) ?? options[0];
  const way = particle ? [particle] : wayFrom(ewsNameOf(element), ofUser);
  const { endTag, startTag } = element;
  if (way.length === 0 || !endTag) return [];
  const naming = new Naming(request.text, element);
  const names = way.map(({ name }) => naming.nameOf(name));
  const content = trimmedRange(request.text, { from: startTag.to, to: endTag.from });
  const { open, close } = tagsOf(names);
  const edit = replace(content, open + request.text.slice(content.from, content.to) + close);
  return likely(`Put the text into ${open}`, edit, ...naming.declarations());
}

/** What leads from a header to an element deep in it, that one included. */
function wayFrom(header: EwsName | undefined, name: EwsName): readonly ElementParticle[] {
  const [first, ...further] = wayThroughHeaders(name);
  return first?.name === header ? further : [];
}

/** An id that was written as text: an element around it that carries it. */
function textIntoId({ element, request }: ElementCase, wanted: EwsName, text: string): readonly Fix[] {
  const { endTag, startTag } = element;
  if (!endTag || /\s/.test(text)) return [];
  const naming = new Naming(request.text, element);
  const name = naming.nameOf(wanted);
  const content = trimmedRange(request.text, { from: startTag.to, to: endTag.from });
  const edit = replace(content, `<${name} Id="${escapeXml(text)}"/>`);
  return likely(`Put the id into <${name}>`, edit, ...naming.declarations());
}

/** How ExchangeImpersonation names such a user. */
function kindOfUser(text: string): string {
  if (/^S-1-/i.test(text)) return 'SID';
  return text.includes('@') ? 'PrimarySmtpAddress' : 'PrincipalName';
}

function removeTexts({ element, request }: ElementCase): readonly Fix[] {
  const texts = element.children.filter(({ kind }) => kind === 'text' || kind === 'cdata' || kind === 'reference');
  const edits = texts.map(node => replace(trimmedRange(request.text, node), '')).filter(({ from, to }) => from < to);
  // As in a diff, what stands behind a - may be what is to go, and without the mark it would be sent.
  const mayBeOld = edits.some(({ from, to }) => request.text.slice(from, to) === '-');
  const title = 'Remove the text';
  return mayBeOld && elementsOf(element).length > 0 ? [possible(title, ...edits)] : likely(title, ...edits);
}

function textIntoAttribute({ element, request }: ElementCase): readonly Fix[] {
  const declaration = declarationOf(element);
  if (!element.endTag || declaration?.kind !== 'element' || elementsOf(element).length > 0) return [];
  const [lacking] = declaration.particle.type.attributes.filter(
    ({ name, use }) => use === 'required' && !element.attributes.some(attribute => attribute.name === name),
  );
  const text = textOf(request.xml, element).trim();
  if (!lacking || text === '') return [];
  const tag = request.text.slice(element.startTag.from, element.startTag.to - 1).trimEnd();
  const edit = replace(element, `${tag} ${lacking.name}="${escapeXml(text)}"/>`);
  return likely(`Put the text into the attribute ${lacking.name}`, edit);
}
