import { readItemId } from '../../ews/itemId.ts';
import { findOperation } from '../../ews/operationNames.ts';
import type { ElementParticle, EwsName } from '../../ews/schema.ts';
import { elementsOf, escapeXml, textOf, trimmedRange, type XmlElement } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf, particlesOf } from '../declarations.ts';
import { ewsNameOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../problems/children.ts';
import {
  type ElementCase,
  type Fix,
  indentationAt,
  indentStep,
  likely,
  newlineOf,
  possible,
  replace,
  wordOf,
  wordsIn,
} from './fix.ts';
import { correctName } from './naming.ts';
import { emptyElement, listWithId, removeElement, unwrapped, withIdOf } from './structure.ts';

/** Mends an element that is unknown where it stands: what is wanted around it, the name that was meant, or without it. */
export function placeChild(given: ElementCase): readonly Fix[] {
  const inner = withoutWrapper(given);
  if (inner.length > 0) return otherwise(inner, removeElement(given));
  const around = surround(given);
  const named = around.length > 0 ? [] : renameId(given);
  const names = named.length > 0 ? named : around.length > 0 ? [] : correctName(given);
  const text = keepText(given);
  return otherwise([...around, ...names, ...text], removeElement(given));
}

/** Mends what stands in the Body instead of an operation: the one inside of it, or the name that was meant. */
export function placeOperation(given: ElementCase): readonly Fix[] {
  const takers = wordsIn(given, 'takers');
  if (takers.length > 0) return takers.map(name => gathered(given, name));
  const [inner, ...further] = elementsOf(given.element);
  const operation = inner && further.length === 0 && findOperation(inner.local)?.requestElement === inner.local;
  return operation ? unwrapped(given) : correctName(given);
}

/** An operation around all that stands in the Body. */
function gathered({ request, element }: ElementCase, name: string): Fix {
  const siblings = elementsOf(element.parent ?? element);
  const [first, last] = [siblings[0] ?? element, siblings.at(-1) ?? element];
  const indent = indentationAt(request.text, first.from);
  const newline = newlineOf(request);
  const step = indentStep(request);
  const inner = request.text.slice(first.from, last.to).replaceAll(`\n${indent}`, `\n${indent}${step}`);
  const text = `<${name}>${newline}${newline && indent + step}${inner}${newline}${newline && indent}</${name}>`;
  return possible(`Put it into <${name}>`, { from: first.from, to: last.to, insert: text });
}

/** Puts stray text where it was meant to be, or removes it. */
export function placeText(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  // Without the text, the Body would lack its operation.
  const isAlone = element === request.body && elementsOf(element).length === 0;
  if (isAlone) return removeTexts(given).map(fix => ({ ...fix, preferred: false }));
  return otherwise(textIntoElement(given), removeTexts(given));
}

/** Makes an element empty that must be: its text becomes the attribute that it lacks. */
export function placeContent(given: ElementCase): readonly Fix[] {
  return otherwise(textIntoAttribute(given), emptyElement(given));
}

/** Several fixes, of which the later ones are the last resort. */
function otherwise(better: readonly Fix[], last: readonly Fix[]): readonly Fix[] {
  return better.length === 0 ? last : [...better, ...last.map(fix => ({ ...fix, preferred: false }))];
}

/** An element around what its parent wants, such as m:Request. */
function withoutWrapper(given: ElementCase): readonly Fix[] {
  const parent = given.element.parent;
  const inner = elementsOf(given.element);
  const absent = new Set((parent ? absentIn(parent) : []).map(({ name }) => name));
  const wanted = inner.length > 0 && inner.every(child => absent.has(ewsNameOf(child) ?? 'm:'));
  return wanted ? unwrapped(given) : [];
}

/** The element between this one and its parent was left out. */
function surround({ element, request }: ElementCase): readonly Fix[] {
  const { parent } = element;
  const between = parent && absentIn(parent).find(particle => mayHold(particle, element));
  if (!between) return [];
  const name = new Naming(request.text, parent).nameOf(between.name);
  const text = request.text.slice(element.from, element.to);
  const indent = indentationAt(request.text, element.from);
  const ownLine = request.text.slice(0, element.from).endsWith(`\n${indent}`);
  const line = ownLine ? newlineOf(request) + indent : '';
  const step = ownLine ? indentStep(request) : '';
  const inner = `${line}${step}${text}${line}`;
  return likely(`Put <${element.name}> into <${name}>`, replace(element, `<${name}>${inner}</${name}>`));
}

/** The children that a parent may have and has not. */
function absentIn(parent: XmlElement): readonly ElementParticle[] {
  const declaration = declarationOf(parent);
  const present = new Set(elementsOf(parent).map(ewsNameOf));
  return declaration ? optionsOf(particlesOf(declaration)).filter(({ name }) => !present.has(name)) : [];
}

function mayHold({ name, type }: ElementParticle, child: XmlElement): boolean {
  if (name === 'soap:Body') return findOperation(child.local) !== undefined;
  const own = ewsNameOf(child);
  return type.content.kind === 'elements' && optionsOf(type.content.particles).some(option => option.name === own);
}

/** A list of ids where one id is wanted, or one id where a list is: the name changes, and the id moves. */
function renameId(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const suggestion = wordOf(given, 'suggestion');
  const local = suggestion?.replace(/^.*:/, '');
  const meant = element.parent && absentIn(element.parent).find(({ name }) => splitEwsName(name).local === local);
  if (!meant || suggestion === undefined) return [];
  const title = `Change to <${suggestion}>`;
  const hasId = element.attributes.some(({ name }) => name === 'Id');
  const [inner, ...further] = elementsOf(element);
  if (meant.type.content.kind === 'elements' && hasId && !inner)
    return likely(title, ...listWithId(request, element, suggestion));
  const isItem = inner?.attributes.some(({ name }) => name === 'Id') && further.length === 0;
  if (meant.type.name !== 't:ItemIdType' || hasId || !inner || !isItem) return [];
  return likely(title, withIdOf(request, element, inner, suggestion));
}

/** An element around text where the text alone is wanted. */
function keepText({ element, request }: ElementCase): readonly Fix[] {
  const declaration = element.parent && declarationOf(element.parent);
  const isText = declaration?.kind === 'element' && declaration.particle.type.content.kind === 'text';
  const text = textOf(request.xml, element).trim();
  if (!isText || text === '') return [];
  return likely(`Keep the text of <${element.name}> only`, replace(element, escapeXml(text)));
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
  const particle = options.find(({ name }) => name === `t:${kindOfUser(text)}`) ?? options[0];
  const { endTag, startTag } = element;
  if (!particle || !endTag) return [];
  const naming = new Naming(request.text, element);
  const name = naming.nameOf(particle.name);
  const content = trimmedRange(request.text, { from: startTag.to, to: endTag.from });
  const edit = replace(content, `<${name}>${request.text.slice(content.from, content.to)}</${name}>`);
  return likely(`Put the text into <${name}>`, edit, ...naming.declarations());
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
  const edits = texts.map(node => replace(trimmedRange(request.text, node), ''));
  return likely('Remove the text', ...edits.filter(({ from, to }) => from < to));
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
