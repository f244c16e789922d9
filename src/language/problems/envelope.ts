import { findOperation, operationNames } from '../../ews/operationNames.ts';
import { one, optional, sequence } from '../../ews/schema.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, mostSimilar, namespaceOf } from '../names.ts';
import { operationNamed } from '../request.ts';
import { checkAttributes, checkSoapAttributes } from './attributes.ts';
import { checkMisplacedHeader, matchChildren, type Reading } from './children.ts';
import { checkChildren, checkNoText } from './content.ts';
import { type Check, isFinished, nameHere } from './context.ts';
import { checkHeader, isOperation } from './headers.ts';
import { checkPair } from './meanings.ts';
import { checkEnvelopeNamespace } from './namespaces.ts';
import { reportWrongNamespace } from './wrongNamespace.ts';

/** Checks a request from the Envelope down. */
export function checkEnvelope(check: Check): void {
  const { xml, envelope } = check.request;
  const root = xml.root;
  if (!root) return;
  if (!envelope) {
    if (root.name === '') return;
    const operation = findOperation(root.local) !== undefined;
    check.reporter.report('envelope.missing', root.nameRange, { found: root.name, operation });
    return;
  }
  if (envelope.local !== 'Envelope') {
    check.reporter.report('child.wrong-case', envelope.nameRange, {
      child: envelope.name,
      expected: envelope.name.replace(/envelope$/i, 'Envelope'),
    });
  }
  checkEnvelopeNamespace(check, envelope);
  checkSoapAttributes(check, envelope);
  checkNoText(check, envelope);
  for (const { child } of matchChildren(
    check,
    envelope,
    envelopeParticles,
    readingIn(envelope, check.request.header),
  )) {
    checkSoapAttributes(check, child);
    const hasText = checkNoText(check, child);
    if (child.local === 'Header') checkHeader(check, child);
    else checkBody(check, child, hasText);
  }
}

/** Header and Body follow the Envelope into a wrong namespace; an operation beside them belongs into the Body. */
function readingIn(envelope: XmlElement, header: XmlElement | undefined): Reading {
  const wrong = namespaceOf(envelope).key !== 'soap';
  return {
    elsewhere: header && elementsOf(header).some(isOperation) ? ['soap:Body'] : [],
    nameOf: child => (wrong && child.uri === envelope.uri ? `soap:${child.local}` : ewsNameOf(child)),
    isInside: (child, { name }) => name === 'soap:Body' && findOperation(child.local) !== undefined,
  };
}

const soapPart = sequence('soap:Envelope', []);
const envelopeParticles = [
  optional('soap:Header', soapPart, 'Headers: version, culture, impersonation.'),
  one('soap:Body', soapPart, 'Holds the one operation of the request.'),
];

function checkBody(check: Check, body: XmlElement, hasText: boolean): void {
  const headers = elementsOf(body).filter(element => checkMisplacedHeader(check, element));
  const elements = elementsOf(body).filter(element => !headers.includes(element));
  const payload = elements.find(({ local }) => findOperation(local)) ?? elements[0];
  // Without an operation, what stands in the Body is what an operation would hold.
  const further = payload && findOperation(payload.local) ? elements : [];
  for (const element of further) {
    if (!payload || element === payload || !element.complete) continue;
    const related = [{ ...payload.nameRange, message: 'The operation is here.' }];
    check.reporter.report('operation.repeated', element.nameRange, { name: element.name }, related);
  }
  if (payload) {
    if (payload.name !== '' && payload.complete) checkOperation(check, payload);
  } else if (isFinished(body) && !isElsewhere(check, hasText))
    check.reporter.report('operation.missing', body.nameRange, {});
}

/** Text in the place of the operation, or the operation in the Header: it is not missing as well. */
function isElsewhere({ request: { header } }: Check, hasText: boolean): boolean {
  return hasText || (header !== undefined && elementsOf(header).some(isOperation));
}

function checkOperation(check: Check, payload: XmlElement): void {
  const known = findOperation(payload.local);
  if (known?.requestElement !== payload.local) {
    reportUnknown(check, payload);
    return;
  }
  if (namespaceOf(payload).key !== 'messages') {
    reportWrongNamespace(check, payload, `m:${payload.local}`);
  }
  const operation = operationNamed(payload.local);
  if (!operation) {
    check.reporter.report('operation.not-checked', payload.nameRange, { name: known.name });
    return;
  }
  const content = { kind: 'elements', particles: operation.request } as const;
  checkAttributes(check, payload, { name: `m:${operation.name}Type`, attributes: [], content });
  checkChildren(check, payload, operation.request);
  checkPair(check, payload);
}

function reportUnknown(check: Check, payload: XmlElement): void {
  const names = operationNames();
  const sameButCase = names.find(name => name.toLowerCase() === payload.local.toLowerCase());
  if (sameButCase && namespaceOf(payload).key === 'messages') {
    const expected = nameHere(payload, `m:${sameButCase}`);
    check.reporter.report('child.wrong-case', payload.nameRange, { child: payload.name, expected });
    return;
  }
  const similar = sameButCase ?? findOperation(payload.local)?.requestElement ?? mostSimilar(payload.local, names);
  const suggestion = similar && nameHere(payload, `m:${similar}`);
  check.reporter.report('operation.unknown', payload.nameRange, {
    name: payload.name,
    ...(suggestion && { suggestion }),
  });
}
