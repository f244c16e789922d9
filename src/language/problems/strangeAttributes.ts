import { readChangeKey } from '../../ews/itemId.ts';
import type { Attribute, ComplexType, EwsName } from '../../ews/schema.ts';
import { elementsOf, isBlank, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, mostSimilar, namespaceOf } from '../names.ts';
import { isPlaceholder } from '../placeholders.ts';
import { type Check, nameHere } from './context.ts';
import { saysVersion } from './headerMeant.ts';
import { saidAsText } from './meant.ts';
import { type Said, saidOnParent } from './onParent.ts';
import type { ProblemData } from './table.ts';
import { valueFault } from './values.ts';

/**
 * Reports attributes that the type does not declare, each with what it is meant as: an attribute of another name, a child
 * or the text of the element. `intended` has the declared attributes that are there; those that are meant are added.
 */
export function checkStrangers(
  check: Check,
  element: XmlElement,
  type: ComplexType,
  strangers: readonly XmlAttribute[],
  intended: Set<string>,
): void {
  const unclear = strangers.filter(attribute => !checkName(check, element, type, attribute, intended));
  const lacking = type.attributes.filter(({ name, use }) => use === 'required' && !intended.has(name));
  const [only, ...further] = unclear;
  const [wanted, ...others] = lacking;
  if (only && wanted && further.length === 0 && others.length === 0 && fits(only, wanted)) {
    intended.add(wanted.name);
    report(check, element, only, { suggestion: wanted.name });
    return;
  }
  const present = new Set(unclear.length === 0 ? [] : elementsOf(element).map(ewsNameOf));
  const asText = type.content.kind === 'text' ? saidAsText(element) : undefined;
  /** The attribute that was told first, by the way to its child. */
  const told = new Map<string, string>();
  for (const attribute of unclear) {
    const said = meantAsChild(attribute, type, present);
    // The id and the ChangeKey of one child are one problem.
    if (said?.attribute !== undefined) {
      const way = said.way.map(({ name }) => name).join(' ');
      const first = told.get(way) ?? said.attribute;
      if (first !== said.attribute) continue;
      told.set(way, first);
    }
    const child = said?.way.at(-1);
    const text = attribute === asText;
    const header = !child && saysVersion(check.request, attribute);
    report(check, element, attribute, {
      ...(child && { child: nameHere(element, child.name) }),
      ...(text && { text }),
      ...(header && { header: nameHere(element, 't:RequestServerVersion') }),
    });
  }
}

/** Reports an attribute whose name is nearly a declared one; false when it is not. */
function checkName(
  check: Check,
  element: XmlElement,
  type: ComplexType,
  attribute: XmlAttribute,
  intended: Set<string>,
): boolean {
  if (attribute.uri !== '' && namespaceOf(attribute).key === undefined) return false;
  const names = type.attributes.map(({ name }) => name);
  const same = names.find(name => name.toLowerCase() === attribute.local.toLowerCase());
  const meant = same ?? mostSimilar(attribute.local, names) ?? (isKey(attribute) ? names.find(isKeyName) : undefined);
  if (meant === undefined) return false;
  if (intended.has(meant)) {
    if (same === undefined || attribute.uri !== '') return false;
    report(check, element, attribute, { beside: same });
    return true;
  }
  intended.add(meant);
  if (same && attribute.uri === '') {
    check.reporter.report('attribute.wrong-case', attribute.nameRange, { attribute: attribute.name, expected: same });
  } else {
    report(check, element, attribute, { suggestion: meant });
  }
  return true;
}

/** True for what is named or made as a ChangeKey. */
function isKey({ local, value }: XmlAttribute): boolean {
  return /key$/i.test(local) || readChangeKey(value) !== undefined;
}

function isKeyName(name: string): boolean {
  return name === 'ChangeKey';
}

/** Whether the value of an attribute can be that of another one, whatever its name. */
function fits({ local, uri, value }: XmlAttribute, { type }: Attribute): boolean {
  if (uri !== '' || isBlank(value) || valueFault(type, value)) return false;
  // Anything is a string; of these attributes, all are ids.
  const isAny = type.base === 'string' && !type.enumeration && type.pattern === undefined;
  return !isAny || isPlaceholder(value) || /id$/i.test(local) || /^[^\s@<>]{16,}$/.test(value);
}

function meantAsChild(
  attribute: XmlAttribute,
  { content }: ComplexType,
  present: ReadonlySet<EwsName | undefined>,
): Said | undefined {
  const said = content.kind === 'elements' ? saidOnParent(attribute, content.particles) : undefined;
  return present.has(said?.way[0]?.name) ? undefined : said;
}

function report(
  check: Check,
  element: XmlElement,
  attribute: XmlAttribute,
  meant: Omit<ProblemData<'attribute.unknown'>, 'element' | 'attribute'>,
): void {
  const names = { element: element.name, attribute: attribute.name };
  check.reporter.report('attribute.unknown', attribute.nameRange, { ...names, ...meant });
}
