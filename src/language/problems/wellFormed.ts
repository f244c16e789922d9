import { descendants, isBlank, isElement, lineIndex } from '../../xml/index.ts';
import type { Check } from './context.ts';
import { checkLeaves, checkOutside, doctypeRange, halfCharacter } from './markup.ts';
import { checkAttributeSyntax, checkEndTags, checkTags, excusedIn } from './tags.ts';

/** More than that many faults of syntax are the consequence of one. */
const mostFaults = 15;

/** Reports what keeps the text from being well-formed XML: exactly when the strict parser says that it is not. */
export function checkWellFormed(check: Check): void {
  const { flaw, text } = check.request;
  const { reporter } = check;
  if (!flaw) return;
  if (isBlank(text.replace(/^\ufeff/, ''))) {
    reporter.report('document.empty', { from: 0, to: text.length }, {});
    return;
  }
  const doctype = doctypeRange(check.request);
  if (doctype) reporter.report('dtd.present', doctype, {});
  const before = reporter.problems.length;
  const unterminated = checkLeaves(check);
  if (!unterminated) checkEndTags(check);
  checkElements(check, unterminated);
  if (reporter.problems.length === before) checkOutside(check, doctype);
  // A prefix that is not declared is a flaw too, and has been reported by then.
  if (reporter.problems.length === before && !doctype && !reporter.problems.some(isNamespaceFlaw)) reportFlaw(check);
}

function checkElements(check: Check, unterminated: boolean): void {
  const limit = check.reporter.problems.length + mostFaults;
  const excused = excusedIn(check);
  for (const top of check.request.xml.children) {
    if (!isElement(top)) continue;
    for (const element of descendants(top)) {
      if (check.reporter.problems.length >= limit) return;
      checkTags(check, element, unterminated, excused);
      checkAttributeSyntax(check, element);
    }
  }
}

function isNamespaceFlaw({ code }: { readonly code: string }): boolean {
  return code === 'namespace.prefix-undeclared' || code === 'namespace.declaration' || code === 'xml.version';
}

/** What no rule has a name for, where the strict parser noticed it. */
function reportFlaw({ request: { flaw, text }, reporter }: Check): void {
  if (!flaw) return;
  const half = text.search(halfCharacter);
  if (half >= 0) {
    const reason = 'half a character stands here (a lone surrogate)';
    reporter.report('xml.not-well-formed', { from: half, to: half + 1 }, { reason });
    return;
  }
  const at = Math.max(0, Math.min(flaw.offset, text.length) - 1);
  const reason = flaw.isTooDeep ? 'elements are nested deeper than in any request' : reasonAt(text, at);
  reporter.report('xml.not-well-formed', { from: at, to: Math.min(text.length, at + 1) }, { reason });
}

/** Why a text is refused at an offset, in words of ours: those of the parser are for the people who write parsers. */
function reasonAt(text: string, at: number): string {
  const instruction = text.lastIndexOf('<?', at);
  if (instruction >= 0 && !text.slice(instruction, at).includes('?>')) {
    return /^<\?xml\b/.test(text.slice(instruction, instruction + 6))
      ? 'the XML declaration is written <?xml version="1.0" encoding="utf-8"?>'
      : 'an instruction has a name right behind <? and ends in ?>';
  }
  const { line, column } = lineIndex(text)(at);
  return `what stands at line ${line}, column ${column} cannot stand there`;
}
