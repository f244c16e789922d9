import { applyEdits, type TextEdit } from '../../xml/index.ts';
import { type Problem, type ProblemCode, problemsIn } from '../problems/index.ts';
import { mendingOf } from '../problems/mended.ts';
import { type RequestDocument, readRequest } from '../request.ts';
import { type Case, caseOf, type ElementCase, type Fix, isOfElement, sure, wordOf } from './fix.ts';
import * as misplaced from './misplaced.ts';
import { moveIntoPart } from './moving.ts';
import { correctAttribute, correctDeclaration, correctName, correctNamespace, declarePrefix } from './naming.ts';
import { besideSlip, isSlip, mendSlip } from './slips.ts';
import * as structure from './structure.ts';
import * as syntax from './syntax.ts';
import * as values from './values.ts';

export type { Fix } from './fix.ts';

/** What mends a problem, the best first. Found by its code and its facts, never by its sentence. */
export function fixesFor(request: RequestDocument, problem: Problem): readonly Fix[] {
  const mending = mendingOf(request);
  if (mending && !isSlip(mending, problem)) return besideSlip(mending, problem, fixesFor);
  const given = caseOf(request, problem);
  const found = isOfElement(given) ? fixesOfElements[problem.code]?.(given) : undefined;
  return found ?? fixesOfText[problem.code]?.(given) ?? [];
}

/** The codes for which there is a fix. */
export function fixableCodes(): readonly string[] {
  return [...Object.keys(fixesOfElements), ...Object.keys(fixesOfText)];
}

/**
 * Mends everything that can be mended without losing anything: one edit over what changes, or none.
 * `problemsOf` says what counts, such as without the codes that the user has switched off.
 */
export function fixAll(
  request: RequestDocument,
  problemsOf: (request: RequestDocument) => readonly Problem[] = problemsIn,
): readonly TextEdit[] {
  const futile = new Set<string>();
  let mended = request;
  for (let round = 0; round < mostRounds; round++) {
    const problems = problemsOf(mended);
    const { codes, edits } = safeFixes(
      mended,
      problems.filter(({ code }) => !futile.has(code)),
    );
    if (edits.length === 0) break;
    const next = readRequest(applyEdits(mended.text, edits), mended);
    // In text that is badly broken a fix may miss: what ends no problem is left to the author.
    const after = problemsOf(next);
    const missed = [...codes].filter(code => countOf(after, code) >= countOf(problems, code));
    for (const code of missed) futile.add(code);
    if (missed.length === 0) mended = next;
  }
  return mended.text === request.text ? [] : [difference(request.text, mended.text)];
}

/** One fix can make room for another; no document needs more rounds than it has problems. */
const mostRounds = 50;

type Fixes<Given extends Case> = Readonly<Partial<Record<ProblemCode, (given: Given) => readonly Fix[]>>>;

const fixesOfElements: Fixes<ElementCase> = {
  'namespace.https': correctNamespace,
  'namespace.wrong': correctNamespace,
  'namespace.prefix-undeclared': declarePrefix,
  'namespace.declaration': correctDeclaration,
  'envelope.soap12': correctNamespace,
  'envelope.soap-draft': correctNamespace,
  'operation.missing': structure.insertOperation,
  'operation.repeated': structure.removeElement,
  'operation.unknown': misplaced.placeOperation,
  'child.missing': structure.insertMissing,
  'child.unknown': misplaced.placeChild,
  'child.misplaced': moveIntoPart,
  'child.repeated': structure.removeElement,
  'child.out-of-order': structure.moveChild,
  'child.wrong-namespace': correctName,
  'child.wrong-case': correctName,
  'choice.missing': structure.insertChoice,
  'choice.several': structure.removeElement,
  'content.not-empty': misplaced.placeContent,
  'content.text': misplaced.placeText,
  'id.wrapped': structure.unwrapId,
  'id.unwrapped': structure.wrapId,
  'id.swapped': structure.swapIds,
  'attribute.missing': insertAttribute,
  'attribute.unknown': given => [...correctAttribute(given), ...structure.removeAttribute(given)],
  'attribute.wrong-case': correctAttribute,
  'header.unknown': given => [...correctName(given), ...lessPreferred(given, structure.removeElement(given))],
  'header.repeated': structure.removeElement,
  'header.not-bound': structure.removeElement,
  'type.substituted': structure.removeAttribute,
  'xml.not-closed': syntax.closeElement,
  'xml.attribute-repeated': structure.removeAttribute,
};

const fixesOfText: Fixes<Case> = {
  'namespace.declaration-misspelt': mendSlip,
  'envelope.missing': structure.wrapInEnvelope,
  'id.white-space': values.joinId,
  'value.not-in-enumeration': values.chooseValue,
  'value.wrong-form': values.correctForm,
  'version.missing': values.insertVersion,
  'version.too-old': values.chooseVersion,
  'version.undocumented': values.chooseVersion,
  'version.from-server': values.chooseVersion,
  'address.no-tel': values.addScheme('tel:'),
  'address.no-sip': values.addScheme('sip:'),
  'encoding.not-utf-8': values.declareUtf8,
  'dtd.present': syntax.removeNode,
  'instruction.present': syntax.removeNode,
  'xml.raw-ampersand': syntax.escapeAmpersand,
  'xml.raw-less-than': mendSlip,
  'xml.quotes': mendSlip,
  'xml.tag-misspelt': mendSlip,
  'xml.entity-unknown': syntax.replaceEntity,
  'xml.end-tag-mismatched': syntax.correctEndTag,
  'xml.tag-unfinished': syntax.finishTag,
  'xml.value-unquoted': syntax.addQuote,
  'xml.attribute-without-value': syntax.addValue,
  'xml.attributes-unseparated': syntax.separateAttributes,
  'xml.character': syntax.removeNode,
  'xml.declaration-misplaced': syntax.removeNode,
  'xml.outside-root': given => (given.problem.data['element'] === true ? [] : structure.removeText(given)),
  'xml.version': syntax.declareVersion,
};

/** Adds a required attribute with a placeholder, behind the others. */
function insertAttribute(given: ElementCase): readonly Fix[] {
  const { element } = given;
  const name = wordOf(given, 'attribute');
  if (name === undefined) return [];
  const at = element.attributes.at(-1)?.to ?? element.nameRange.to;
  return sure(`Add ${name}="…"`, { from: at, to: at, insert: ` ${name}="${syntax.sampleValue(name)}"` });
}

/** Removing is the last resort where a name can be mended. */
function lessPreferred({ problem }: ElementCase, offered: readonly Fix[]): readonly Fix[] {
  return problem.data['suggestion'] === undefined ? offered : offered.map(fix => ({ ...fix, preferred: false }));
}

/** The safe fixes that can be made at once, none touching what another changes, and the codes that they mend. */
function safeFixes(
  request: RequestDocument,
  problems: readonly Problem[],
): { readonly codes: ReadonlySet<string>; readonly edits: readonly TextEdit[] } {
  const codes = new Set<string>();
  const edits: TextEdit[] = [];
  for (const problem of problems) {
    const fix = fixesFor(request, problem).find(({ safe, preferred }) => safe && preferred);
    if (!fix || fix.edits.some(edit => edits.some(other => edit.from <= other.to && other.from <= edit.to))) continue;
    for (const edit of fix.edits) edits.push(edit);
    codes.add(problem.code);
  }
  return { codes, edits };
}

function countOf(problems: readonly Problem[], code: string): number {
  return problems.filter(problem => problem.code === code).length;
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
