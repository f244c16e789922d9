import { descendants, isElement, type SyntaxSlip, type XmlElement } from '../../xml/index.ts';
import type { Check } from './context.ts';

/** More than that many slips are the consequence of one. */
const mostSlips = 20;

/** Reports what keeps the text from being well-formed XML: exactly when the strict parser says that it is not. */
export function checkWellFormed(check: Check): void {
  const { flaw, text, xml } = check.request;
  if (!flaw) return;
  if (text.replace(/^\ufeff/, '').trim() === '') {
    check.reporter.report('document.empty', { from: 0, to: text.length }, {});
    return;
  }
  const before = check.reporter.problems.length;
  checkDoctype(check);
  for (const slip of xml.slips.slice(0, mostSlips)) checkSlip(check, slip);
  checkElements(check);
  // A prefix that is not declared is a flaw too, and has been reported by then.
  if (check.reporter.problems.length > before || check.reporter.problems.some(isNamespaceFlaw)) return;
  const at = Math.max(0, Math.min(flaw.offset, text.length) - 1);
  check.reporter.report(
    'xml.not-well-formed',
    { from: at, to: Math.min(text.length, at + 1) },
    { reason: flaw.reason.replace(/\.$/, '') },
  );
}

function isNamespaceFlaw({ code }: { readonly code: string }): boolean {
  return code === 'namespace.prefix-undeclared';
}

function checkDoctype(check: Check): void {
  const doctype = check.request.xml.children.find(({ kind }) => kind === 'doctype');
  if (doctype) check.reporter.report('dtd.present', doctype, {});
  else if (check.request.flaw?.isDoctype) {
    const from = check.request.text.search(/<!DOCTYPE/);
    check.reporter.report('dtd.present', { from: Math.max(0, from), to: check.request.flaw.offset }, {});
  }
}

function checkSlip(check: Check, slip: SyntaxSlip): void {
  const { reporter, request } = check;
  if (slip.kind === 'rawAmpersand') reporter.report('xml.raw-ampersand', { from: slip.from, to: slip.from + 1 }, {});
  else if (slip.kind === 'mismatchedEndTag') {
    const name = /^<\/\s*([^\s>]*)/.exec(request.text.slice(slip.from, slip.to))?.[1] ?? '';
    const from = slip.from + request.text.slice(slip.from, slip.to).indexOf(name);
    const open = slip.element && !slip.element.endTag ? slip.element : undefined;
    const related = open ? [{ ...open.nameRange, message: `<${open.name}> is opened here.` }] : [];
    reporter.report(
      'xml.end-tag-mismatched',
      { from, to: from + name.length },
      { found: name, ...(open && { expected: open.name }) },
      related,
    );
  }
}

function checkElements(check: Check): void {
  const mismatched = new Set(
    check.request.xml.slips.filter(slip => slip.kind === 'mismatchedEndTag').map(slip => slip.element),
  );
  let reported = 0;
  for (const top of check.request.xml.children) {
    if (!isElement(top)) continue;
    for (const element of descendants(top)) {
      if (reported >= mostSlips) return;
      const before = check.reporter.problems.length;
      checkTags(check, element, mismatched.has(element));
      checkAttributeSyntax(check, element);
      checkReferences(check, element);
      reported += check.reporter.problems.length - before;
    }
  }
}

function checkTags(check: Check, element: XmlElement, mismatched: boolean): void {
  const { reporter } = check;
  if (!element.complete) {
    if (element.attributes.every(attribute => attribute.quoteClosed)) {
      const range = element.name === '' ? { from: element.from, to: element.from + 1 } : element.nameRange;
      reporter.report('xml.tag-unfinished', range, { name: element.name });
    }
  } else if (!element.selfClosing && !element.endTag && !mismatched) {
    reporter.report('xml.not-closed', element.nameRange, { name: element.name });
  }
}

function checkAttributeSyntax(check: Check, element: XmlElement): void {
  const { reporter } = check;
  const seen = new Map<string, (typeof element.attributes)[number]>();
  for (const attribute of element.attributes) {
    const name = attribute.name;
    if (!attribute.quoteClosed) reporter.report('xml.value-unquoted', attribute.valueRange ?? attribute, { name });
    else if (!attribute.valueRange && element.complete)
      reporter.report('xml.attribute-without-value', attribute.nameRange, { name });
    const expanded = attribute.uri ? `{${attribute.uri}}${attribute.local}` : name;
    const earlier = seen.get(expanded);
    if (earlier)
      reporter.report('xml.attribute-repeated', attribute.nameRange, { name }, [
        { ...earlier.nameRange, message: 'The first one is here.' },
      ]);
    else seen.set(expanded, attribute);
  }
}

const namedReference = /&([\p{L}_:][\p{L}\p{N}._:-]*);/gu;
const knownReferences: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

function checkReferences(check: Check, element: XmlElement): void {
  const places = element.children.filter(({ kind }) => kind === 'reference');
  const values = element.attributes.flatMap(({ valueRange }) => (valueRange ? [valueRange] : []));
  for (const { from, to } of [...places, ...values]) {
    for (const match of check.request.text.slice(from, to).matchAll(namedReference)) {
      const name = match[1] ?? '';
      if (knownReferences.has(name)) continue;
      const at = from + match.index;
      check.reporter.report('xml.entity-unknown', { from: at, to: at + match[0].length }, { name });
    }
  }
}
