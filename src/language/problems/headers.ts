import { requestHeaders, unboundHeaders } from '../../ews/headers.ts';
import { findOperation } from '../../ews/operationNames.ts';
import type { EwsName } from '../../ews/schema.ts';
import { serverVersionNames, serverVersions } from '../../ews/versions.ts';
import { descendants, elementsOf, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, mostSimilar, namespaceOf, splitEwsName } from '../names.ts';
import { checkElement } from './content.ts';
import { type Check, nameHere } from './context.ts';
import { reportWrongNamespace } from './wrongNamespace.ts';

/** Checks the headers: known ones to the depth of the schema, any order, each at most once. */
export function checkHeader(check: Check, header: XmlElement): void {
  const first = new Map<string, XmlElement>();
  for (const element of elementsOf(header).filter(({ complete }) => complete)) {
    const name = ewsNameOf(element);
    const known = requestHeaders.find(candidate => candidate.name === name);
    const earlier = name && first.get(name);
    if (earlier) {
      const related = [{ ...earlier.nameRange, message: 'The first one is here.' }];
      check.reporter.report('header.repeated', element.nameRange, { name: element.name }, related);
    } else if (known) checkElement(check, element, known);
    else if (element.name !== '') checkOther(check, element);
    if (name && !earlier) first.set(name, element);
  }
}

/** Checks that the version suits the operation; without the header a server assumes an old one. */
export function checkVersion(check: Check): void {
  const { request, reporter } = check;
  const { operation, header, envelope } = request;
  if (!operation || !envelope) return;
  const element =
    (header && elementsOf(header).find(child => isVersionHeader(child.local))) ??
    [...descendants(envelope)].find(({ local }) => local === 'RequestServerVersion');
  const version = element?.attributes.find(({ name }) => name === 'Version');
  if (!element) {
    // The version that an answer told was meant for it.
    if (reporter.problems.some(({ code }) => code === 'header.of-answers')) return;
    // A start tag that is being typed may become the version.
    if (header && elementsOf(header).some(({ complete }) => !complete)) return;
    // A Header with a slip in its name may well hold the version.
    if (
      !header &&
      reporter.problems.some(({ data }) => /(?:^|:)Header$/.test(`${data['suggestion'] ?? data['expected']}`))
    )
      return;
    reporter.report('version.missing', (header ?? envelope).nameRange, {
      since: operation.since,
      operation: operation.name,
    });
    return;
  }
  const fact = serverVersions.find(({ name }) => name === version?.value);
  const range = version?.valueRange;
  if (!fact || !range) return;
  if (serverVersionNames.indexOf(fact.name) < serverVersionNames.indexOf(operation.since)) {
    reporter.report('version.too-old', range, { value: fact.name, since: operation.since, operation: operation.name });
  } else if (fact.workingName || fact.name.startsWith('V20')) {
    reporter.report('version.undocumented', range, { value: fact.name });
  }
}

/** True for the request of an operation; in the Header it is out of place. */
export function isOperation(element: XmlElement): boolean {
  return findOperation(element.local)?.requestElement === element.local && namespaceOf(element).form !== 'foreign';
}

/** Also misspelt: what is there under another name is not missing. */
function isVersionHeader(local: string): boolean {
  return mostSimilar(local, ['RequestServerVersion', 'RequestVersion']) !== undefined;
}

function checkOther(check: Check, element: XmlElement): void {
  const { key, form } = namespaceOf(element);
  if (isOperation(element)) {
    const wanted = nameHere(element, 'soap:Body');
    check.reporter.report('child.misplaced', element.nameRange, { child: element.name, wanted });
    return;
  }
  const all = [...requestHeaders.map(({ name }) => name), ...unboundHeaders];
  const same = all.find(name => splitEwsName(name).local.toLowerCase() === element.local.toLowerCase());
  if (key === 'types' && same && splitEwsName(same).local === element.local) {
    const { payload } = check.request;
    const operation = payload && findOperation(payload.local);
    if (!operation || operation.furtherHeaders.includes(same)) return;
    check.reporter.report('header.not-bound', element.nameRange, { name: element.name, operation: operation.name });
  } else if (same && form !== 'foreign') {
    checkMisnamed(check, element, same);
  } else if (element.local === 'ServerVersionInfo') {
    const named = elementsOf(check.request.header ?? element).some(other => isVersionHeader(other.local));
    const suggestion = named ? undefined : nameHere(element, 't:RequestServerVersion');
    check.reporter.report('header.of-answers', element.nameRange, {
      name: element.name,
      ...(suggestion && { suggestion }),
    });
  } else if (form === 'foreign') check.reporter.report('header.foreign', element.nameRange, { name: element.name });
  else {
    const similar =
      customarySlips[element.local] ??
      mostSimilar(
        element.local,
        all.map(name => splitEwsName(name).local),
      );
    const suggestion = similar && nameHere(element, `t:${similar}`);
    check.reporter.report('header.unknown', element.nameRange, {
      name: element.name,
      ...(suggestion && { suggestion }),
    });
  }
}

/** A header in another case, or in another namespace: then what it holds is read as it was meant. */
function checkMisnamed(check: Check, element: XmlElement, name: EwsName): void {
  if (namespaceOf(element).key === 'types') {
    const expected = nameHere(element, name);
    check.reporter.report('child.wrong-case', element.nameRange, { child: element.name, expected });
    return;
  }
  reportWrongNamespace(check, element, name);
  const known = requestHeaders.find(header => header.name === name);
  if (known && splitEwsName(name).local === element.local) checkElement(check, element, known);
}

/** The WSDL calls the part of RequestServerVersion by this name, which is no element. */
const customarySlips: Readonly<Record<string, string>> = {
  RequestVersion: 'RequestServerVersion',
  Impersonation: 'ExchangeImpersonation',
};
