import { descendants, isElement, type SyntaxSlip, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import type { Check } from './context.ts';

/** More than that many slips are the consequence of one. */
const mostSlips = 15;

/** Reports bare ampersands, and end tags that match nothing. */
export function checkEndTags(check: Check): void {
  const unclosed = new Map<string, XmlElement>();
  for (const top of check.request.xml.children) {
    if (!isElement(top)) continue;
    for (const element of descendants(top)) if (isUnclosed(element)) unclosed.set(element.name, element);
  }
  for (const slip of check.request.xml.slips.slice(0, mostSlips)) {
    if (slip.kind === 'rawAmpersand') {
      const [reference] = withoutSemicolon.exec(check.request.text.slice(slip.from, slip.from + 12)) ?? [];
      check.reporter.report(
        'xml.raw-ampersand',
        { from: slip.from, to: slip.from + 1 },
        reference ? { reference } : {},
      );
    } else if (slip.kind === 'mismatchedEndTag') checkEndTag(check, slip, unclosed);
  }
}

/** A reference that lacks nothing but its semicolon. */
const withoutSemicolon = /^&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+)(?![\w;.-])/;

/**
 * The elements that are not closed because of something else: they hold an end tag of another name, whose slip is all that is
 * wrong with them, or a tag that is not finished, such as one that is being typed.
 */
export function excusedIn({ request: { xml } }: Check): ReadonlySet<XmlElement | undefined> {
  const slips = xml.slips.filter(({ kind }) => kind === 'mismatchedEndTag');
  const excused = new Set(slips.map(({ element }) => element));
  for (const top of xml.children.filter(isElement)) {
    for (const { complete, parent } of descendants(top)) {
      if (complete) continue;
      for (let around = parent; around && !around.endTag && !excused.has(around); around = around.parent)
        excused.add(around);
    }
  }
  return excused;
}

/** Reports a start tag or end tag that is not finished, and an element that is never closed and not `excused`. */
export function checkTags(
  check: Check,
  element: XmlElement,
  unterminated: boolean,
  excused: ReadonlySet<XmlElement | undefined>,
): void {
  const { reporter, request } = check;
  const { name, nameRange } = element;
  if (name === '' || nameRange.from !== element.from + 1) {
    reporter.report('xml.tag-unfinished', { from: element.from, to: element.from + 1 }, { name: '' });
  } else if (!element.complete) {
    if (element.attributes.every(attribute => attribute.quoteClosed))
      reporter.report('xml.tag-unfinished', nameRange, { name });
  } else {
    checkName(check, name, nameRange);
    if (element.endTag) {
      const finished = request.text[element.endTag.to - 1] === '>';
      if (!finished && !unterminated)
        reporter.report('xml.tag-unfinished', element.endNameRange ?? element.endTag, { name, end: true });
    } else if (isUnclosed(element) && !unterminated && !excused.has(element)) reportUnclosed(check, element);
  }
}

/** Reports values without quotes, attributes without value, blanks between, and attributes that stand twice. */
export function checkAttributeSyntax(check: Check, element: XmlElement): void {
  const seen = new Map<string, Map<string, XmlAttribute>>();
  let previous: XmlAttribute | undefined;
  for (const attribute of element.attributes) {
    checkOne(check, element, attribute);
    if (previous?.to === attribute.from && previous.quoteClosed)
      check.reporter.report('xml.attributes-unseparated', attribute.nameRange, { name: attribute.name });
    checkTwice(check, attribute, seen);
    previous = attribute;
  }
}

function checkEndTag(check: Check, slip: SyntaxSlip, unclosed: ReadonlyMap<string, XmlElement>): void {
  const raw = check.request.text.slice(slip.from, slip.to);
  const name = /^<\/\s*([^\s>]*)/.exec(raw)?.[1] ?? '';
  const from = slip.from + raw.indexOf(name, 2);
  const open = slip.element && !slip.element.endTag ? slip.element : undefined;
  // The element is reported as never closed, and points here.
  if (!open && unclosed.has(name)) return;
  const related = open ? [{ ...open.nameRange, message: `<${open.name}> is opened here.` }] : [];
  const range = name === '' ? { from: slip.from, to: slip.from + 2 } : { from, to: from + name.length };
  const data = { found: name, ...(open && { expected: open.name }) };
  check.reporter.report('xml.end-tag-mismatched', range, data, related);
}

function isUnclosed(element: XmlElement): boolean {
  return element.complete && !element.selfClosing && !element.endTag;
}

function reportUnclosed(check: Check, element: XmlElement): void {
  const { slips } = check.request.xml;
  const stray = slips.find(
    ({ kind, from, to }) =>
      kind === 'mismatchedEndTag' &&
      from > element.from &&
      check.request.text.slice(from, to).replace(/[\s</>]/g, '') === element.name,
  );
  const related = stray ? [{ from: stray.from, to: stray.to, message: 'An end tag of that name is here.' }] : [];
  check.reporter.report('xml.not-closed', element.nameRange, { name: element.name }, related);
}

const qualifiedName = /^(?:[\p{L}_][\p{L}\p{M}\p{N}._·-]*:)?[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u;

function checkName(check: Check, name: string, range: { readonly from: number; readonly to: number }): void {
  if (qualifiedName.test(name)) return;
  const reason = `${name} is no name in XML: a name has one colon at most, and letters on both sides of it`;
  check.reporter.report('xml.not-well-formed', range, { reason });
}

function checkOne(check: Check, element: XmlElement, attribute: XmlAttribute): void {
  const { reporter, request } = check;
  const { name, nameRange, prefix, local } = attribute;
  if (name !== '') checkName(check, name, nameRange);
  if (!attribute.quoteClosed) {
    const range = attribute.valueRange ?? attribute;
    reporter.report('xml.value-unquoted', range, { name, half: /["']/.test(request.text.charAt(range.from - 1)) });
  } else if (!attribute.valueRange) {
    if (element.complete) reporter.report('xml.attribute-without-value', nameRange, { name });
  } else if (prefix === 'xmlns' && !mayDeclare(local, attribute.value)) {
    reporter.report('namespace.declaration', attribute, { prefix: local, empty: attribute.value === '' });
  }
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const declarationNamespace = 'http://www.w3.org/2000/xmlns/';

/** Namespaces in XML 1.0, sections 2.2 and 3. */
function mayDeclare(prefix: string, uri: string): boolean {
  if (prefix === 'xml') return uri === xmlNamespace;
  return prefix !== 'xmlns' && uri !== '' && uri !== xmlNamespace && uri !== declarationNamespace;
}

/** `seen`: the attributes before it, by namespace and name. */
function checkTwice(check: Check, attribute: XmlAttribute, seen: Map<string, Map<string, XmlAttribute>>): void {
  const { name, local, uri = '' } = attribute;
  const alike = seen.get(uri) ?? new Map<string, XmlAttribute>();
  seen.set(uri, alike);
  const expanded = uri === '' ? name : local;
  const earlier = alike.get(expanded);
  if (!earlier) {
    alike.set(expanded, attribute);
    return;
  }
  const related = [{ ...earlier.nameRange, message: 'The first one is here.' }];
  check.reporter.report('xml.attribute-repeated', attribute.nameRange, { name }, related);
}
