import { applyEdits, type TextEdit } from '../../xml/index.ts';
import { type Problem, type ProblemCode, problemsIn } from '../problems/index.ts';
import { mapping, mendingOf } from '../problems/slips/mended.ts';
import { type RequestDocument, readRequest } from '../request.ts';
import { addScheme, keepAddress, nameUserOtherwise, swapTexts } from './addresses.ts';
import { keepOne } from './choices.ts';
import { exchangeIdAndKey, repairId } from './damagedIds.ts';
import { keepEnvelope } from './envelope.ts';
import { type Case, caseOf, type ElementCase, type Fix, isOfElement, otherwise, wordOf } from './fix.ts';
import { wrapInEnvelope } from './fragments.ts';
import * as ids from './ids.ts';
import { placeAttribute } from './instead.ts';
import * as misplaced from './misplaced.ts';
import { moveIntoPart, removeRepeated } from './moving.ts';
import { correctAttribute, correctDeclaration, correctName, correctNamespace, declarePrefix } from './naming.ts';
import { moveChild, moveOut } from './order.ts';
import { besideSlip, isSlip, mendSlip, offered } from './slips.ts';
import * as structure from './structure.ts';
import * as syntax from './syntax.ts';
import * as texts from './texts.ts';
import * as values from './values.ts';

export type { Fix } from './fix.ts';

/**
 * What mends a problem, the best first. Found by its code and its facts, never by its sentence. Each is tried: in badly broken
 * text what should help may miss, and what does not take the problem away, or breaks the syntax, is not offered. A large text
 * is spared the readings that this takes.
 */
export function fixesFor(request: RequestDocument, problem: Problem): readonly Fix[] {
  const candidates = candidatesFor(request, problem);
  return request.text.length > mostTried ? candidates : candidates.filter(fix => mends(request, problem, fix));
}

/** In UTF-16 units: ten times what requests of people have. */
const mostTried = 30_000;

function mends(request: RequestDocument, problem: Problem, { edits }: Fix): boolean {
  const next = readRequest(applyEdits(request.text, edits), request);
  const isBroken = next.flaw !== undefined && request.flaw === undefined;
  return !isBroken && missedBy([problem], edits, problemsIn(next)).length === 0;
}

function candidatesFor(request: RequestDocument, problem: Problem): readonly Fix[] {
  const mending = mendingOf(request);
  if (mending && !isSlip(mending, problem)) return besideSlip(mending, problem, candidatesFor);
  const ofSlip = mending && offered(mending);
  if (ofSlip) return ofSlip;
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
  let mended = request;
  let futile: readonly Problem[] = [];
  const seen = new Set([request.text]);
  for (let round = 0; round < mostRoundsIn(request); round++) {
    const applied = safeFixes(
      mended,
      problemsOf(mended).filter(problem => !futile.some(other => isSame(problem, other))),
    );
    if (applied.length === 0) break;
    const edits = applied.flatMap(({ fix }) => fix.edits);
    const next = readRequest(applyEdits(mended.text, edits), mended);
    // In text that is badly broken a fix may miss, and no fix may break what was well-formed: that is left to the author.
    const breaks = next.flaw !== undefined && mended.flaw === undefined;
    const tried = applied.map(({ problem }) => problem);
    const missed = breaks ? tried : missedBy(tried, edits, problemsOf(next));
    if (missed.length === 0) {
      // What leads back to where it was is no mending.
      if (seen.has(next.text)) break;
      seen.add(next.text);
      mended = next;
    }
    futile = missed.length === 0 ? [] : [...futile, ...missed];
  }
  return mended.text === request.text ? [] : [difference(request.text, mended.text)];
}

/** Whether Fix all mends more than one of these problems. */
export function mendsSeveral(request: RequestDocument, problems: readonly Problem[]): boolean {
  return safeFixes(request, problems).length > 1;
}

/**
 * One fix can make room for another; no request of a person needs so many rounds. Each takes up to ten readings of the text,
 * so a long one gets fewer: what is left is still shown, and can be fixed by asking again.
 */
function mostRoundsIn({ text }: RequestDocument): number {
  return Math.min(50, Math.max(5, Math.floor(100_000 / text.length)));
}

type Fixes<Given extends Case> = Readonly<Partial<Record<ProblemCode, (given: Given) => readonly Fix[]>>>;

const fixesOfElements: Fixes<ElementCase> = {
  'namespace.https': correctNamespace,
  'namespace.wrong': correctNamespace,
  'namespace.prefix-undeclared': declarePrefix,
  'namespace.declaration': correctDeclaration,
  'envelope.soap12': correctNamespace,
  'envelope.soap-draft': correctNamespace,
  'envelope.wrapped': keepEnvelope,
  'envelope.missing': wrapInEnvelope,
  'operation.missing': structure.insertOperation,
  'operation.repeated': structure.removeSpareOperation,
  'operation.unknown': misplaced.placeOperation,
  'child.missing': structure.insertMissing,
  'child.unknown': misplaced.placeChild,
  'child.misplaced': given => (given.problem.data['beside'] === true ? moveOut(given) : moveIntoPart(given)),
  'child.repeated': removeRepeated,
  'child.out-of-order': moveChild,
  'child.wrong-namespace': correctName,
  'child.wrong-case': correctName,
  'choice.missing': structure.insertChoice,
  'choice.several': keepOne,
  'content.not-empty': texts.placeContent,
  'content.text': texts.placeText,
  'id.wrapped': ids.unwrapId,
  'id.unwrapped': ids.wrapId,
  'id.swapped': ids.swapIds,
  'id.white-space': repairId,
  'id.damaged': repairId,
  'id.url-safe': repairId,
  'id.key-wrong': repairId,
  'id.change-key': exchangeIdAndKey,
  'address.no-at-sign': nameUserOtherwise,
  'address.not-bare': keepAddress,
  'address.sid-form': nameUserOtherwise,
  'address.swapped': swapTexts,
  'attribute.missing': given => otherwise(insertAttribute(given), structure.leaveOut(given)),
  'attribute.unknown': placeAttribute,
  'attribute.wrong-case': correctAttribute,
  'header.unknown': given => [...correctName(given), ...lessPreferred(given, structure.removeElement(given))],
  'header.of-answers': structure.replaceByVersion,
  'header.repeated': misplaced.placeSpare,
  'header.not-bound': structure.removeElement,
  'header.must-understand': structure.removeAttribute,
  'type.substituted': given => otherwise(structure.leaveOut(given), structure.removeAttribute(given)),
  'value.empty': given => otherwise(values.fillIn(given), structure.leaveOut(given)),
  'xml.not-closed': syntax.closeElement,
  'xml.attribute-repeated': structure.removeTwin,
};

const fixesOfText: Fixes<Case> = {
  'namespace.declaration-misspelt': mendSlip,
  'value.not-in-enumeration': values.chooseValue,
  'value.wrong-form': values.correctForm,
  'version.missing': values.insertVersion,
  'version.too-old': values.chooseVersion,
  'version.undocumented': values.chooseVersion,
  'version.from-server': values.chooseVersion,
  'address.no-tel': addScheme('tel:'),
  'address.no-sip': addScheme('sip:'),
  'placeholder.refused': values.replacePlaceholder,
  'extended-property.type': values.choosePropertyType,
  'encoding.not-utf-8': values.declareUtf8,
  'dtd.present': syntax.removeNode,
  'instruction.present': syntax.removeNode,
  'xml.not-well-formed': syntax.separateHyphens,
  'xml.raw-ampersand': syntax.escapeAmpersand,
  'document.escaped': mendSlip,
  'xml.odd-blank': mendSlip,
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
  'xml.declaration-misplaced': syntax.placeDeclaration,
  'xml.outside-root': given => (given.problem.data['element'] === true ? [] : structure.removeTextOutside(given)),
  'xml.version': syntax.declareVersion,
};

/** Adds a required attribute with a placeholder, behind the others. */
function insertAttribute(given: ElementCase): readonly Fix[] {
  const { element } = given;
  const name = wordOf(given, 'attribute');
  if (name === undefined) return [];
  const at = element.attributes.at(-1)?.to ?? element.nameRange.to;
  return syntax.fillIn(name, element, 'sure', value => ({ from: at, to: at, insert: ` ${name}="${value}"` }));
}

/** Removing is the last resort where a name can be mended. */
function lessPreferred({ problem }: ElementCase, offered: readonly Fix[]): readonly Fix[] {
  return problem.data['suggestion'] === undefined ? offered : offered.map(fix => ({ ...fix, preferred: false }));
}

interface Applied {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** The safe fixes that can be made at once, none touching what another changes. */
function safeFixes(request: RequestDocument, problems: readonly Problem[]): readonly Applied[] {
  const applied: Applied[] = [];
  const touched: TextEdit[] = [];
  for (const problem of problems) {
    const fix = candidatesFor(request, problem).find(({ safe, preferred }) => safe && preferred);
    if (!fix || fix.edits.some(edit => touched.some(other => edit.from <= other.to && other.from <= edit.to))) continue;
    for (const edit of fix.edits) touched.push(edit);
    applied.push({ problem, fix });
  }
  return applied;
}

/** The problems that are still at their place; one of the same kind elsewhere was only hidden by them. */
function missedBy(
  tried: readonly Problem[],
  edits: readonly TextEdit[],
  after: readonly Problem[],
): readonly Problem[] {
  const move = mapping([...edits].sort((a, b) => a.from - b.from));
  return tried.filter(problem => {
    const moved = { ...problem, from: move(problem.from), to: move(problem.to) };
    return after.some(other => isSame(moved, other));
  });
}

/** The same at the same place; what is inserted at an end of the place moves the other end only. */
function isSame(problem: Problem, other: Problem): boolean {
  const isThere = problem.from === other.from || problem.to === other.to;
  return isThere && problem.code === other.code && problem.message === other.message;
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
