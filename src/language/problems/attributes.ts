import type { Attribute, ComplexType } from '../../ews/schema.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { isDeclaration, mostSimilar, namespaceOf } from '../names.ts';
import { isPlaceholder } from '../placeholders.ts';
import { type Check, isFinished } from './context.ts';
import { type ValueFault, valueFault } from './values.ts';

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Checks the attributes of an element against its type: unknown, missing, and their values. */
export function checkAttributes(check: Check, element: XmlElement, type: ComplexType): void {
  const intended = new Set<string>();
  for (const attribute of element.attributes) {
    if (isDeclaration(attribute)) continue;
    const known = attribute.uri === '' ? type.attributes.find(({ name }) => name === attribute.name) : undefined;
    if (known) checkValue(check, attribute, known);
    const meant = known?.name ?? checkUndeclared(check, element, attribute, type);
    if (meant !== undefined) intended.add(meant);
  }
  if (!element.complete && !isFinished(element)) return;
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
    const ofSoap = namespaceOf(attribute).key === 'soap';
    if (attribute.uri !== '' && !(ofSoap && attribute.local !== 'encodingStyle')) continue;
    check.reporter.report('attribute.unknown', attribute.nameRange, {
      element: element.name,
      attribute: attribute.name,
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
  if (fault) {
    reportFault(check, place, value, name, fault);
    return false;
  }
  if (!isPlaceholder(value)) return true;
  check.reporter.report('placeholder.unfilled', place, { placeholder: value.trim() });
  return false;
}

function reportFault(
  check: Check,
  place: { from: number; to: number },
  value: string,
  name: string,
  fault: ValueFault,
): void {
  if (fault.facet === 'minLength' || value === '') check.reporter.report('value.empty', place, { name });
  else if (fault.facet === 'form') check.reporter.report('value.wrong-form', place, { value, wanted: fault.wanted });
  else if (looksLikeServerVersion(value, fault.allowed)) check.reporter.report('version.from-server', place, { value });
  else {
    const suggestion = mostSimilar(value.trim(), fault.allowed);
    check.reporter.report('value.not-in-enumeration', place, {
      value,
      allowed: fault.allowed,
      ...(suggestion && { suggestion }),
    });
  }
}

/** Builds (`15.2.1544.4`) and service names (`V2_68`, `V2018_01_08`), which ServerVersionInfo tells and no request may carry. */
function looksLikeServerVersion(value: string, allowed: readonly string[]): boolean {
  return allowed.includes('Exchange2013') && /^(?:V\d[\d_.]*|(?:Version )?\d+\.\d+[\d. ()Build]*)$/.test(value.trim());
}

function checkValue(check: Check, attribute: XmlAttribute, declared: Attribute): void {
  if (!attribute.valueRange || !attribute.quoteClosed) return;
  const range = attribute.valueRange.from < attribute.valueRange.to ? attribute.valueRange : attribute;
  reportValue(check, range, attribute.value, attribute.name, valueFault(declared.type, attribute.value));
}

/** Reports an attribute that the type does not declare; gives the declared name it stands for, if one is meant. */
function checkUndeclared(
  check: Check,
  element: XmlElement,
  attribute: XmlAttribute,
  type: ComplexType,
): string | undefined {
  if (attribute.uri === undefined) return undefined;
  if (attribute.uri === schemaInstance) return checkInstanceAttribute(check, attribute, type);
  if (namespaceOf(attribute).key === 'soap' && type.soapAttributes)
    return checkSoapAttribute(check, element, attribute);
  const names = type.attributes.map(({ name }) => name);
  const inEws = attribute.uri === '' || namespaceOf(attribute).key !== undefined;
  const sameButCase = inEws ? names.find(name => name.toLowerCase() === attribute.local.toLowerCase()) : undefined;
  if (sameButCase && attribute.uri === '') {
    check.reporter.report('attribute.wrong-case', attribute.nameRange, {
      attribute: attribute.name,
      expected: sameButCase,
    });
    return sameButCase;
  }
  const suggestion = sameButCase ?? (inEws ? mostSimilar(attribute.local, names) : undefined);
  const free = suggestion && !element.attributes.some(({ name }) => name === suggestion) ? suggestion : undefined;
  check.reporter.report('attribute.unknown', attribute.nameRange, {
    element: element.name,
    attribute: attribute.name,
    ...(free && { suggestion: free }),
  });
  return free;
}

/** The four attributes of XML Schema itself: locations are always allowed, nil never here, type only the declared one. */
function checkInstanceAttribute(check: Check, attribute: XmlAttribute, type: ComplexType): undefined {
  if (attribute.local === 'schemaLocation' || attribute.local === 'noNamespaceSchemaLocation') return;
  const named = attribute.value.trim().replace(/^[^:]*:/, '');
  if (attribute.local === 'type' && type.name.replace(/^[^:]*:/, '') === named) return;
  check.reporter.report('type.substituted', attribute, { type: `${attribute.name}="${attribute.value}"` });
}

function checkSoapAttribute(check: Check, element: XmlElement, attribute: XmlAttribute): undefined {
  const { local, value } = attribute;
  if (local === 'actor' || local === 'encodingStyle') return;
  if (local !== 'mustUnderstand') {
    check.reporter.report('attribute.unknown', attribute.nameRange, {
      element: element.name,
      attribute: attribute.name,
    });
  } else if (!/^\s*[01]\s*$/.test(value)) {
    check.reporter.report('value.wrong-form', attribute.valueRange ?? attribute, { value, wanted: '1 or 0' });
  }
}

/** Attributes of the xml: namespace (xml:lang, xml:space) belong to XML itself; only the SOAP elements take them. */
export function isXmlAttribute(attribute: XmlAttribute): boolean {
  return attribute.uri === xmlNamespace;
}
