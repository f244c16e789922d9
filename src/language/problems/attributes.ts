import type { Attribute, ComplexType } from '../../ews/schema.ts';
import { frequentPropertyTypes } from '../../ews/types.ts';
import { serverVersionNames, serverVersions } from '../../ews/versions.ts';
import { isBlank, type Range, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { isDeclaration, mostSimilar, namespaceOf } from '../names.ts';
import { isPlaceholder } from '../placeholders.ts';
import { arePropertyTypes, propertyTypeMeant } from '../propertyTypes.ts';
import { type Check, nameHere } from './context.ts';
import { saysVersion } from './headerMeant.ts';
import { checkStrangers } from './strangeAttributes.ts';
import { checkInstanceAttribute, schemaInstance } from './substitution.ts';
import { type ValueFault, valueFault } from './values.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Checks the attributes of an element against its type: unknown, missing, and their values. */
export function checkAttributes(check: Check, element: XmlElement, type: ComplexType): void {
  const intended = new Set<string>();
  const strangers: XmlAttribute[] = [];
  for (const attribute of element.attributes) {
    if (isDeclaration(attribute)) continue;
    const known = attribute.uri === '' ? type.attributes.find(({ name }) => name === attribute.name) : undefined;
    if (known) {
      intended.add(known.name);
      checkValue(check, attribute, known);
    } else if (!checkQualified(check, element, attribute, type)) strangers.push(attribute);
  }
  if (strangers.length > 0) checkStrangers(check, element, type, strangers, intended);
  if (!element.complete) return;
  for (const { name, use } of type.attributes) {
    if (use === 'required' && !intended.has(name)) {
      check.reporter.report('attribute.missing', element.nameRange, { element: element.name, attribute: name });
    }
  }
}

/** Envelope, Header and Body: soap:encodingStyle and attributes of any other namespace (the SOAP schema, and libxml2). */
export function checkSoapAttributes(check: Check, element: XmlElement): void {
  for (const attribute of element.attributes) {
    if (isDeclaration(attribute) || attribute.uri === undefined) continue;
    if (attribute.uri === schemaInstance) checkInstanceAttribute(check, element, attribute, undefined);
    else if (attribute.uri === xmlNamespace) checkXmlAttribute(check, attribute);
    const ofSoap = namespaceOf(attribute).key === 'soap';
    if (attribute.uri !== '' && !(ofSoap && attribute.local !== 'encodingStyle')) continue;
    check.reporter.report('attribute.unknown', attribute.nameRange, {
      element: element.name,
      attribute: attribute.name,
      ...(saysVersion(check.request, attribute) && { header: nameHere(element, 't:RequestServerVersion') }),
    });
  }
}

/** Reports a value that its simple type refuses, or a placeholder left in it; true when it is fit for further checks. */
export function reportValue(
  check: Check,
  place: { readonly from: number; readonly to: number },
  value: string,
  name: string,
  fault: ValueFault | undefined,
): boolean {
  const placeholder = isPlaceholder(value, idAttributes.includes(name) ? 'id' : 'text') ? value.trim() : undefined;
  if (fault && placeholder !== undefined) {
    check.reporter.report('placeholder.refused', place, { placeholder, allowed: allowedBy(fault) });
  } else if (fault) reportFault(check, place, value, name, fault);
  else if (placeholder !== undefined) check.reporter.report('placeholder.unfilled', place, { placeholder });
  return fault === undefined && placeholder === undefined;
}

const idAttributes: readonly string[] = ['Id', 'ChangeKey', 'RecurringMasterId', 'OccurrenceId'];

function allowedBy(fault: ValueFault): readonly string[] {
  if (fault.facet === 'enumeration') return fault.allowed;
  return fault.facet === 'form' && fault.wanted.startsWith('true, false') ? ['true', 'false'] : [];
}

function reportFault(
  check: Check,
  place: { from: number; to: number },
  value: string,
  name: string,
  fault: ValueFault,
): void {
  if (fault.facet === 'minLength' || isBlank(value)) {
    const allowed = fault.facet === 'enumeration' ? fault.allowed : [];
    check.reporter.report('value.empty', place, { name, allowed });
  } else if (fault.facet === 'form') check.reporter.report('value.wrong-form', place, { value, wanted: fault.wanted });
  else if (fault.allowed.includes('Exchange2013') && looksLikeServerVersion(value))
    check.reporter.report('version.from-server', place, { value });
  else {
    const { allowed } = fault;
    const useful = usefulValues(check, allowed);
    const suggestion = meantValue(value, allowed, useful);
    check.reporter.report('value.not-in-enumeration', place, {
      value,
      allowed,
      useful,
      ...(suggestion && { suggestion }),
    });
  }
}

/** Of many allowed values those that make sense: documented versions that have the operation, frequent types of properties. */
function usefulValues({ request }: Check, allowed: readonly string[]): readonly string[] {
  if (arePropertyTypes(allowed)) return frequentPropertyTypes;
  if (!allowed.includes('Exchange2013')) return allowed;
  const oldest = serverVersionNames.indexOf(request.operation?.since ?? serverVersionNames[0]);
  return serverVersions
    .filter(({ name, documented }) => documented && serverVersionNames.indexOf(name) >= oldest)
    .map(({ name }) => name);
}

/** The allowed value that was meant. */
function meantValue(value: string, allowed: readonly string[], useful: readonly string[]): string | undefined {
  const word = value.trim();
  if (arePropertyTypes(allowed)) return propertyTypeMeant(word) ?? mostSimilar(word, allowed);
  if (!allowed.includes('Exchange2013')) return mostSimilar(word, allowed);
  // Products after 2013 have no value of their own.
  const isLater = /20(?:1[4-9]|[2-9]\d)|SE\b|online/i.test(value);
  return isLater ? useful.at(-1) : mostSimilar(word, useful);
}

/** Builds (`15.2.1544.4`) and service names (`V2_68`, `V2018_01_08`), which ServerVersionInfo tells and no request may carry. */
export function looksLikeServerVersion(value: string): boolean {
  return /^(?:V\d[\d_.]*|(?:Version )?\d+\.\d[\d. ()Build]*)$/.test(value.trim());
}

function checkValue(check: Check, attribute: XmlAttribute, declared: Attribute): void {
  if (!attribute.valueRange || !attribute.quoteClosed) return;
  reportValue(
    check,
    placeOfValue(attribute),
    attribute.value,
    attribute.name,
    valueFault(declared.type, attribute.value),
  );
}

/** Attributes that are none of EWS: of XML, SOAP and XML Schema, and those of an undeclared prefix. True for one of these. */
function checkQualified(check: Check, element: XmlElement, attribute: XmlAttribute, type: ComplexType): boolean {
  if (attribute.uri === undefined) return true;
  if (attribute.uri === schemaInstance) checkInstanceAttribute(check, element, attribute, type);
  else if (namespaceOf(attribute).key === 'soap' && type.soapAttributes) checkSoapAttribute(check, element, attribute);
  else return false;
  return true;
}
function checkSoapAttribute(check: Check, element: XmlElement, attribute: XmlAttribute): void {
  const { local, value } = attribute;
  if (local === 'actor') checkUri(check, attribute);
  if (local === 'actor' || local === 'encodingStyle') return;
  if (local !== 'mustUnderstand') {
    check.reporter.report('attribute.unknown', attribute.nameRange, {
      element: element.name,
      attribute: attribute.name,
    });
  } else if (!/^[\t\n\r ]*[01][\t\n\r ]*$/.test(value)) {
    check.reporter.report('value.wrong-form', placeOfValue(attribute), { value, wanted: '1 or 0' });
  }
}

/** An address as .NET reads it: almost anything, but where a host should stand there must be one. */
function checkUri(check: Check, attribute: XmlAttribute): void {
  const value = attribute.value.trim();
  const authority = /^https?:\/\/([^/?#\\]*)/i.exec(value)?.[1];
  const wanted = 'a URI such as http://schemas.xmlsoap.org/soap/actor/next';
  const isPath = /^[a-z]:(?![/\\])/i.test(value);
  const isBlankOnly = value === '' && attribute.value !== '';
  if (isBlankOnly || isPath || (authority !== undefined && !isAuthority(authority)))
    check.reporter.report('value.wrong-form', placeOfValue(attribute), { value: attribute.value, wanted });
}

function isAuthority(text: string): boolean {
  const [, host = '', port = ''] =
    /^(?:[^@\s]*@)?(\[[0-9a-f:.]+\]|[^\s@:[\]<>"{}|^`%]+)(?::([0-9]*))?$/i.exec(text) ?? [];
  return host !== '' && Number(port) <= 65535;
}

/** xml:lang and xml:space have forms of their own; the SOAP elements take any attribute of another namespace. */
function checkXmlAttribute(check: Check, attribute: XmlAttribute): void {
  const { local, value } = attribute;
  const language = value === '' || valueFault({ name: 'xs:language', base: 'language' }, value) === undefined;
  if (local === 'lang' && !language) {
    const wanted = 'a language tag such as en-US, with a hyphen';
    check.reporter.report('value.wrong-form', placeOfValue(attribute), { value, wanted });
  } else if (local === 'space' && value !== 'default' && value !== 'preserve') {
    check.reporter.report('value.wrong-form', placeOfValue(attribute), { value, wanted: 'default or preserve' });
  }
}

/** Where a problem of a value is shown: the value, or the whole attribute when there is nothing between the quotes. */
function placeOfValue(attribute: XmlAttribute): Range {
  const { valueRange } = attribute;
  return valueRange && valueRange.from < valueRange.to ? valueRange : attribute;
}
