import { requestHeaders } from '../../ews/headers.ts';
import { serverVersionNames, serverVersions } from '../../ews/versions.ts';
import { attributeNamed, elementsOf, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf } from '../names.ts';
import { checkElement } from './content.ts';
import type { Check } from './context.ts';
import { versionElement } from './headerMeant.ts';
import { checkOtherHeader } from './otherHeaders.ts';

/** Checks the headers: known ones to the depth of the schema, any order, each at most once. */
export function checkHeader(check: Check, header: XmlElement): void {
  const first = new Map<string, XmlElement>();
  for (const element of elementsOf(header).filter(({ complete }) => complete)) {
    const name = ewsNameOf(element);
    const known = requestHeaders.find(candidate => candidate.name === name);
    const key = name?.toLowerCase();
    const earlier = key && first.get(key);
    if (earlier) {
      const related = [{ ...earlier.nameRange, message: 'The first one is here.' }];
      check.reporter.report('header.repeated', element.nameRange, { name: element.name }, related);
    } else if (known) checkElement(check, element, known);
    else if (element.name !== '') checkOtherHeader(check, element);
    if (key && !earlier) first.set(key, element);
  }
}

/** Checks that the version suits the operation; without the header a server assumes an old one. */
export function checkVersion(check: Check): void {
  const { request, reporter } = check;
  const { operation, header, envelope } = request;
  if (!operation || !envelope) return;
  const element = versionElement(request);
  const version = attributeNamed(element, 'Version');
  if (!element) {
    // The version that an answer told was meant for it, or that an attribute names.
    if (reporter.problems.some(({ code, data }) => code === 'header.of-answers' || data['header'] !== undefined))
      return;
    // A start tag that is being typed may become the version.
    if ([header, envelope].some(part => part && elementsOf(part).some(({ complete }) => !complete))) return;
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
  } else if (fact.name.startsWith('V20')) {
    reporter.report('version.undocumented', range, { value: fact.name });
  }
}
