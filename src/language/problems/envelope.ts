import { requestHeaders } from '../../ews/headers.ts';
import { operationMeant } from '../../ews/operationMeant.ts';
import { findOperation, operationNames } from '../../ews/operationNames.ts';
import { one, optional, sequence } from '../../ews/schema.ts';
import { withoutPrefix } from '../../ews/wrongNames.ts';
import { descendants, elementsOf, type Range, trimmedRange, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, mostSimilar, namespaceOf } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { operationNamed, type RequestDocument } from '../request.ts';
import { isOperation, operationsTaking } from '../vocabulary.ts';
import { checkAttributes, checkSoapAttributes } from './attributes.ts';
import { checkMisplaced, isPart, matchChildren, type Reading } from './children.ts';
import { checkContactsAndGroups } from './contactsAndGroups.ts';
import { checkChildren, checkNoText } from './content.ts';
import { type Check, isFinished, nameHere } from './context.ts';
import { fragmentIn } from './fragment.ts';
import { reportFurtherOperation } from './furtherOperation.ts';
import { checkHeader } from './headers.ts';
import { checkEnvelopeNamespace } from './namespaces.ts';
import { type OtherOperation, otherOperation } from './otherOperation.ts';
import { reportWrongNamespace } from './wrongNamespace.ts';

/** Checks a request from the Envelope down. */
export function checkEnvelope(check: Check): void {
  const { xml, envelope } = check.request;
  const root = xml.root;
  if (!root) return;
  if (!envelope) {
    if (root.name !== '') reportNoEnvelope(check, root);
    return;
  }
  if (checkWrapped(check, envelope)) return;
  if (envelope.local !== 'Envelope') {
    check.reporter.report('child.wrong-case', envelope.nameRange, {
      child: envelope.name,
      expected: envelope.name.replace(/envelope$/i, 'Envelope'),
    });
  }
  checkEnvelopeNamespace(check, envelope);
  checkSoapAttributes(check, envelope);
  checkNoText(check, envelope);
  for (const { child } of matchChildren(check, envelope, envelopeParticles, readingIn(check, envelope))) {
    checkSoapAttributes(check, child);
    const hasText = checkNoText(check, child);
    if (child.local === 'Header') checkHeader(check, child);
    else checkBody(check, child, hasText);
  }
}

function reportNoEnvelope(check: Check, root: XmlElement): void {
  if (checkWrapped(check, root)) return;
  const fragment = fragmentIn(check.request)?.kind;
  const suggestion = envelopeMeant(root);
  check.reporter.report('envelope.missing', root.nameRange, {
    found: root.name,
    ...(fragment && { fragment }),
    ...(suggestion && { suggestion }),
  });
}

/** The name of the Envelope, where that of the outermost element is nearly it. */
function envelopeMeant(root: XmlElement): string | undefined {
  const plain = withoutPrefix(root.local);
  if (!mostSimilar(plain, ['Envelope'])) return undefined;
  return plain === root.local ? root.name.replace(/[^:]*$/, 'Envelope') : nameHere(root, 'soap:Envelope');
}

/** An Envelope that is not the outermost element: a trace, a page or another envelope stands around it. */
function checkWrapped(check: Check, root: XmlElement): boolean {
  const named = check.request.text.indexOf('Envelope', root.startTag.to);
  if (named < 0 || named >= (root.endTag?.from ?? root.to)) return false;
  const inner = [...descendants(root)].filter(element => element !== root && isEnvelope(element));
  const sections = inner.length > 0 ? [] : envelopeSections(check.request, root);
  const [only, ...further] = [...inner.map(({ nameRange }) => nameRange), ...sections];
  if (!only || further.length > 0) return false;
  const related = [{ from: only.from, to: only.to, message: 'The Envelope is here.' }];
  const data = { around: root.name, ...(sections.length > 0 && { inSection: true as const }) };
  check.reporter.report('envelope.wrapped', root.nameRange, data, related);
  return true;
}

/** What stands in the CDATA sections that hold an envelope; in a request such a section is a text like others. */
function envelopeSections(request: RequestDocument, root: XmlElement): readonly Range[] {
  const { text, envelope } = request;
  if (envelope || fragmentIn(request)) return [];
  return [...descendants(root)]
    .flatMap(({ children }) => children.filter(({ kind }) => kind === 'cdata'))
    .map(({ from, to }) => trimmedRange(text, { from: from + '<![CDATA['.length, to: to - ']]>'.length }))
    .filter(({ from, to }) => beginsEnvelope.test(text.slice(from, to)));
}

const beginsEnvelope = /^(?:<\?xml[^<>]*\?>\s*)?<(?:[^\s<>:/]+:)?Envelope[\s>]/;

function isEnvelope(element: XmlElement): boolean {
  return element.local === 'Envelope' && namespaceOf(element).key === 'soap';
}

/** Header and Body follow the Envelope into a wrong namespace; an operation beside them belongs into the Body. */
function readingIn(check: Check, envelope: XmlElement): Reading {
  const { body, header } = check.request;
  const wrong = namespaceOf(envelope).key !== 'soap';
  const inHeader = header ? elementsOf(header) : [];
  return {
    elsewhere: inHeader.some(element => isOperation(element) || isPart(element, 'Body')) ? ['soap:Body'] : [],
    isMisplaced: child => body !== undefined && isOperation(child) && reportBesideBody(check, child, body),
    nameOf: child => (wrong && child.uri === envelope.uri ? `soap:${child.local}` : ewsNameOf(child)),
    isInside: (child, { name }) => name === 'soap:Body' && findOperation(child.local) !== undefined,
  };
}

/** An operation beside the Body: it belongs into it, or is one too many. */
function reportBesideBody(check: Check, operation: XmlElement, body: XmlElement): true {
  const { payload } = check.request;
  if (payload && isOperation(payload)) reportFurtherOperation(check, operation, payload);
  else check.reporter.report('child.misplaced', operation.nameRange, { child: operation.name, wanted: body.name });
  return true;
}

/** Header and Body under another name are known by what they hold. */
const operationParticles = operationNames().map(name => optional(`m:${name}`, sequence(name, []), 'An operation.'));
const envelopeParticles = [
  optional('soap:Header', sequence('soap:Header', requestHeaders), 'Headers: version, culture, impersonation.'),
  one('soap:Body', sequence('soap:Body', operationParticles), 'Holds the one operation of the request.'),
];

function checkBody(check: Check, body: XmlElement, hasText: boolean): void {
  const elements = elementsOf(body).filter(element => !checkMisplaced(check, element));
  const payload = elements.find(({ local }) => findOperation(local)) ?? elements[0];
  // Without an operation, what stands in the Body is what an operation would hold.
  const further = payload && findOperation(payload.local) ? elements : [];
  const outside = payload ? lackingOutside(payload, further) : [];
  for (const element of outside)
    check.reporter.report('child.misplaced', element.nameRange, { child: element.name, wanted: payload?.name ?? '' });
  for (const element of further) {
    if (payload && element !== payload && element.complete && !outside.includes(element))
      reportFurtherOperation(check, element, payload);
  }
  if (payload) {
    if (payload.name !== '' && payload.complete) checkOperation(check, payload, outside);
  } else if (isFinished(body) && !isElsewhere(check, body, hasText))
    check.reporter.report('operation.missing', body.nameRange, {});
}

/** Text in the place of the operation, a Body in the Body, the operation in the Header or beside the Body. */
function isElsewhere({ request: { envelope, header } }: Check, body: XmlElement, hasText: boolean): boolean {
  if (hasText || elementsOf(body).some(element => isPart(element, 'Body'))) return true;
  return [envelope, header].some(part => part && elementsOf(part).some(isOperation));
}

/** The elements beside an operation that it takes and does not have. */
function lackingOutside(payload: XmlElement, elements: readonly XmlElement[]): readonly XmlElement[] {
  const operation = operationNamed(payload.local);
  if (!operation || elements.length < 2) return [];
  const present = new Set(elementsOf(payload).map(ewsNameOf));
  const taken = optionsOf(operation.request).map(({ name }) => name);
  return elements.filter(element => {
    const name = element === payload ? undefined : ewsNameOf(element);
    return name !== undefined && element.complete && taken.includes(name) && !present.has(name);
  });
}

function checkOperation(check: Check, payload: XmlElement, outside: readonly XmlElement[]): void {
  const known = findOperation(payload.local);
  if (known?.requestElement !== payload.local) {
    reportUnknown(check, payload);
    return;
  }
  const { key, form } = namespaceOf(payload);
  // Of a prefix that is not declared, that is said already.
  const isUndeclared = form === 'assumed' && key === undefined;
  if (key !== 'messages' && !isUndeclared) reportWrongNamespace(check, payload, `m:${payload.local}`);
  const operation = operationNamed(payload.local);
  if (!operation) {
    check.reporter.report('operation.not-checked', payload.nameRange, { name: known.name });
    return;
  }
  const content = { kind: 'elements', particles: operation.request } as const;
  checkAttributes(check, payload, { name: `m:${operation.name}Type`, attributes: [], content });
  const elsewhere = outside.map(ewsNameOf).filter(name => name !== undefined);
  const other = outside.length === 0 ? otherOperation(payload, operation) : undefined;
  if (other) reportOtherOperation(check, payload, other);
  checkChildren(check, payload, (other?.operation ?? operation).request, { elsewhere, isGuess: other !== undefined });
  checkContactsAndGroups(check, payload);
}

/** What stands in the operation is read as children of the one that was meant. */
function reportOtherOperation(
  check: Check,
  payload: XmlElement,
  { operation, further, child, place }: OtherOperation,
): void {
  check.reporter.report('child.unknown', child.nameRange, {
    parent: payload.name,
    child: child.name,
    allowed: [],
    operations: [operation, ...further].map(({ name }) => nameHere(payload, `m:${name}`)),
    ...(place && { suggestion: nameHere(child, place) }),
  });
}

function reportUnknown(check: Check, payload: XmlElement): void {
  const names = operationNames();
  const sameButCase = names.find(name => name.toLowerCase() === payload.local.toLowerCase());
  if (sameButCase && namespaceOf(payload).key === 'messages') {
    const expected = nameHere(payload, `m:${sameButCase}`);
    check.reporter.report('child.wrong-case', payload.nameRange, { child: payload.name, expected });
    return;
  }
  const similar = sameButCase ?? operationMeant(payload.local, elementsOf(payload).length === 0);
  const suggestion = similar && nameHere(payload, `m:${similar}`);
  const takers = suggestion ? [] : takersOf(check, payload);
  const isRequestOf = findOperation(payload.local) !== undefined;
  check.reporter.report('operation.unknown', payload.nameRange, {
    name: payload.name,
    takers,
    ...(suggestion && { suggestion }),
    ...(isRequestOf && { isRequestOf }),
  });
}

/** The operations that take what stands in the Body, where their own element was left out around it. */
function takersOf({ request: { body } }: Check, payload: XmlElement): readonly string[] {
  const names = (body ? elementsOf(body) : []).map(ewsNameOf).filter(name => name !== undefined);
  return names.length > 0 && new Set(names).size === names.length
    ? operationsTaking(names).map(name => nameHere(payload, `m:${name}`))
    : [];
}
