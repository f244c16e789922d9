import { requestHeaders } from '../../ews/headers.ts';
import { findOperation } from '../../ews/operationNames.ts';
import type { EwsName } from '../../ews/schema.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { namespaceOf, splitEwsName } from '../names.ts';
import { isOperation, wayThroughHeaders } from '../vocabulary.ts';
import { isPart } from './children.ts';
import { checkElement } from './content.ts';
import { type Check, nameHere } from './context.ts';
import { reportFurtherOperation } from './furtherOperation.ts';
import { headerMeant, isVersionHeader, knownHeaders } from './headerMeant.ts';
import { reportWrongNamespace } from './wrongNamespace.ts';

/** Checks what stands in the Header and is none of the headers that every operation takes. */
export function checkOtherHeader(check: Check, element: XmlElement): void {
  // In a Header that is not closed, what follows it looks as if it stood inside.
  if (isPart(element, 'Body') && !element.parent?.endTag) return;
  const { payload } = check.request;
  if (isOperation(element) && payload && isOperation(payload)) {
    reportFurtherOperation(check, element, payload);
    return;
  }
  const wanted = placeOf(element);
  if (wanted !== undefined) {
    check.reporter.report('child.misplaced', element.nameRange, { child: element.name, wanted });
    return;
  }
  const { key, form } = namespaceOf(element);
  const same = knownHeaders.find(name => splitEwsName(name).local.toLowerCase() === element.local.toLowerCase());
  if (key === 'types' && same && splitEwsName(same).local === element.local) checkUnbound(check, element, same);
  else if (same && form !== 'foreign') checkMisnamed(check, element, same);
  else if (element.local === 'ServerVersionInfo') reportOfAnswers(check, element);
  else if (form === 'foreign') checkForeign(check, element);
  else reportUnknown(check, element);
}

/** Where an element belongs that is no header at all: a part of SOAP, an operation, or what a header holds. */
function placeOf(element: XmlElement): string | undefined {
  if (isOperation(element)) return nameHere(element, 'soap:Body');
  if (isPart(element, 'Header') || isPart(element, 'Body')) return nameHere(element, 'soap:Envelope');
  const [outermost] = namespaceOf(element).key === 'types' ? wayThroughHeaders(`t:${element.local}`) : [];
  return outermost && nameHere(element, outermost.name);
}

function checkUnbound(check: Check, element: XmlElement, name: EwsName): void {
  const { payload } = check.request;
  const operation = payload && findOperation(payload.local);
  if (!operation || operation.furtherHeaders.includes(name)) return;
  check.reporter.report('header.not-bound', element.nameRange, { name: element.name, operation: operation.name });
}

/** A header in another case, or in another namespace: then what it holds is read as it was meant. */
function checkMisnamed(check: Check, element: XmlElement, name: EwsName): void {
  if (namespaceOf(element).key === 'types') {
    const expected = nameHere(element, name);
    check.reporter.report('child.wrong-case', element.nameRange, { child: element.name, expected });
    return;
  }
  reportWrongNamespace(check, element, name);
  const header = requestHeaders.find(candidate => candidate.name === name);
  if (header && splitEwsName(name).local === element.local) checkElement(check, element, header);
}

function reportOfAnswers(check: Check, element: XmlElement): void {
  const isNamed = elementsOf(check.request.header ?? element).some(other => isVersionHeader(other.local));
  // The header that takes its place does not see what it declares for itself.
  const suggestion = isNamed ? undefined : nameHere(element.parent ?? element, 't:RequestServerVersion');
  check.reporter.report('header.of-answers', element.nameRange, {
    name: element.name,
    ...(suggestion && { suggestion }),
  });
}

function checkForeign(check: Check, element: XmlElement): void {
  const { attributes, name, nameRange } = element;
  const mustBeKnown = attributes.find(
    attribute =>
      attribute.local === 'mustUnderstand' && namespaceOf(attribute).key === 'soap' && attribute.value.trim() === '1',
  );
  if (mustBeKnown) check.reporter.report('header.must-understand', mustBeKnown, { name });
  else check.reporter.report('header.foreign', nameRange, { name });
}

function reportUnknown(check: Check, element: XmlElement): void {
  const similar = headerMeant(element.local);
  const suggestion = similar && nameHere(element, `t:${similar}`);
  check.reporter.report('header.unknown', element.nameRange, {
    name: element.name,
    ...(suggestion && { suggestion }),
  });
}
