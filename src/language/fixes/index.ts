import { applyEdits, type TextEdit } from '../../xml/index.ts';
import { type Problem, type ProblemCode, problemsIn } from '../problems/index.ts';
import { mapping, mendingOf } from '../problems/mended.ts';
import { type RequestDocument, readRequest } from '../request.ts';
import { type Case, caseOf, type ElementCase, type Fix, isOfElement, sure, wordOf } from './fix.ts';
import * as ids from './ids.ts';
import { placeAttribute } from './instead.ts';
import * as misplaced from './misplaced.ts';
import { moveIntoPart } from './moving.ts';
import { correctAttribute, correctDeclaration, correctName, correctNamespace, declarePrefix } from './naming.ts';
import { moveChild, moveOut } from './order.ts';
import { besideSlip, isSlip, mendSlip } from './slips.ts';
import * as structure from './structure.ts';
import * as syntax from './syntax.ts';
import * as texts from './texts.ts';
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
  let mended = request;
  let futile: readonly Problem[] = [];
  const seen = new Set([request.text]);
  for (let round = 0; round < mostRounds; round++) {
    const applied = safeFixes(
      mended,
      problemsOf(mended).filter(problem => !futile.some(other => isSame(problem, other))),
    );
    if (applied.length === 0) break;
    const edits = applied.flatMap(({ fix }) => fix.edits);
    const next = readRequest(applyEdits(mended.text, edits), mended);
    // In text that is badly broken a fix may miss: what it does not mend is left to the author.
    const missed = missedBy(applied, edits, problemsOf(next));
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
  'child.misplaced': given => (given.problem.data['beside'] === true ? moveOut(given) : moveIntoPart(given)),
  'child.repeated': misplaced.placeSpare,
  'child.out-of-order': moveChild,
  'child.wrong-namespace': correctName,
  'child.wrong-case': correctName,
  'choice.missing': structure.insertChoice,
  'choice.several': structure.removeElement,
  'content.not-empty': texts.placeContent,
  'content.text': texts.placeText,
  'id.wrapped': ids.unwrapId,
  'id.unwrapped': ids.wrapId,
  'id.swapped': ids.swapIds,
  'attribute.missing': insertAttribute,
  'attribute.unknown': placeAttribute,
  'attribute.wrong-case': correctAttribute,
  'header.unknown': given => [...correctName(given), ...lessPreferred(given, structure.removeElement(given))],
  'header.of-answers': structure.replaceByVersion,
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
  'value.empty': values.fillIn,
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

interface Applied {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** The safe fixes that can be made at once, none touching what another changes. */
function safeFixes(request: RequestDocument, problems: readonly Problem[]): readonly Applied[] {
  const applied: Applied[] = [];
  const touched: TextEdit[] = [];
  for (const problem of problems) {
    const fix = fixesFor(request, problem).find(({ safe, preferred }) => safe && preferred);
    if (!fix || fix.edits.some(edit => touched.some(other => edit.from <= other.to && other.from <= edit.to))) continue;
    touched.push(...fix.edits);
    applied.push({ problem, fix });
  }
  return applied;
}

/** The problems that are still at their place; one of the same kind elsewhere was only hidden by them. */
function missedBy(
  applied: readonly Applied[],
  edits: readonly TextEdit[],
  after: readonly Problem[],
): readonly Problem[] {
  const move = mapping([...edits].sort((a, b) => a.from - b.from));
  return applied
    .map(({ problem }) => problem)
    .filter(problem => {
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
