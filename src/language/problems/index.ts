import type { XmlNode } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import type { Check } from './context.ts';
import { checkEnvelope } from './envelope.ts';
import { checkVersion } from './headers.ts';
import { checkNamespaces } from './namespaces.ts';
import { checkIsText } from './notText.ts';
import { type Problem, Reporter } from './report.ts';
import { type Mending, mendingOf } from './slips/mended.ts';
import type { ProblemCode } from './table.ts';
import { checkWellFormed } from './wellFormed.ts';

export { problemPageLine, problemsPage } from './page.ts';
export type { Problem } from './report.ts';
export { type ProblemCode, problemCodes, problemTable, type Severity } from './table.ts';

/** Everything wrong with a request, in the order of the text. An answer has no request problems. Never throws. */
export function problemsIn(request: RequestDocument): readonly Problem[] {
  const mending = mendingOf(request);
  return mending ? [...behindSlip(request.text, mending)].sort(byPlace) : problemsAsItIs(request);
}

/** The slip, and what is wrong apart from it: what is left when it is mended. */
function behindSlip(text: string, { slip, request, toOriginal }: Mending): readonly Problem[] {
  const reporter = new Reporter();
  const { code, data } = slip;
  reporter.report(code, slip, data as never);
  if (slip.hidesRest) return reporter.problems;
  const others = problemsIn(request).map(problem => ({
    ...problem,
    from: toOriginal(problem.from),
    to: toOriginal(problem.to),
    related: problem.related.map(({ from, to, message }) => ({ from: toOriginal(from), to: toOriginal(to), message })),
  }));
  // What stands around the slip is read as it was meant; of the slip itself nothing further is said.
  const further = others.filter(({ from, to }) => (from < slip.from && to <= slip.from) || from >= slip.to);
  // Where the text ends early, its author is about to write what is missing.
  const isCutOff = slip.code === 'xml.not-closed' && slip.data['others'] !== undefined;
  return [...reporter.problems, ...further.filter(problem => !isCutOff || !isAboutToCome(text, problem))];
}

/** What is missing, or is wrong with a value that is the last thing in the text. */
function isAboutToCome(text: string, { code, to }: Problem): boolean {
  return code.endsWith('.missing') || (/^(?:value|address|id)\./.test(code) && !/[<>]/.test(text.slice(to)));
}

function problemsAsItIs(request: RequestDocument): readonly Problem[] {
  const check: Check = {
    request,
    reporter: new Reporter(),
    misnamed: new Map(),
    misdeclared: new Set(),
    outside: new Set(),
  };
  if (request.kind === 'answer' || checkIsText(check)) return check.reporter.problems;
  checkNamespaces(check);
  checkProlog(check);
  checkWellFormed(check);
  checkEnvelope(check);
  checkVersion(check);
  return withoutConsequences(check.reporter.problems, request.text)
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || byPlace(a, b))
    .slice(0, mostProblems)
    .sort(byPlace);
}

/** Nobody reads further, and an editor should not have to show more; of more than that the errors stay. */
const mostProblems = 100;

function byPlace(a: Problem, b: Problem): number {
  return a.from - b.from || a.to - b.to;
}

/**
 * Where the syntax is broken, what is read there means nothing: other problems that touch such a place are dropped. Where
 * the name of a start tag is wrong already, that its end tag has another name is no further problem.
 */
function withoutConsequences(problems: readonly Problem[], text: string): Problem[] {
  const broken = problems.filter(({ code }) => code.startsWith('xml.'));
  const touches = ({ from, to }: Problem) => broken.some(other => from <= other.to + 1 && to >= other.from - 1);
  const unfinished = problems.filter(({ code, data }) => code === 'xml.tag-unfinished' && data['name'] !== '');
  // Where a tag is not finished, its rest is read as text.
  const isRest = ({ code, from }: Problem) =>
    code === 'content.text' && unfinished.some(({ to }) => to <= from && !text.slice(to, from).includes('<'));
  // Without the envelope, the prefixes are declared where the envelope is, and a Header and a Body stand in it together.
  const fragment = problems.find(({ code }) => code === 'envelope.missing')?.data['fragment'];
  // What stands around the Envelope, or cannot stand anywhere, is removed in any case.
  const isWrapped = problems.some(({ code }) => code === 'envelope.wrapped');
  const character = problems.find(({ code }) => code === 'xml.character');
  const isBehindCharacter = ({ from }: Problem) => character !== undefined && character.from < from;
  const misnamed = new Set(problems.filter(({ code }) => aboutNames.includes(code)).map(({ from }) => from));
  return problems.filter(problem => {
    if (problem.code === 'namespace.prefix-undeclared' && problem.data['uri'] !== undefined)
      return fragment === undefined;
    if (problem.code === 'xml.declaration-misplaced') return !isWrapped && !isBehindCharacter(problem);
    if (problem.code === 'xml.outside-root' && problem.data['element'] === true) return fragment !== 'parts';
    if (problem.code === 'xml.end-tag-mismatched') return !problem.related.some(({ from }) => misnamed.has(from));
    return isSyntax(problem.code) || !(touches(problem) || isRest(problem));
  });
}

/** Errors that stand on the name in a start tag. */
const aboutNames: readonly ProblemCode[] = [
  'namespace.prefix-undeclared',
  'envelope.missing',
  'operation.unknown',
  'header.unknown',
  'child.unknown',
  'child.wrong-case',
  'child.wrong-namespace',
];

function isSyntax(code: string): boolean {
  return /^(?:xml|namespace|dtd|document|envelope)\./.test(code);
}

/** The XML declaration and processing instructions. */
function checkProlog(check: Check): void {
  for (const node of check.request.xml.children) checkInstructions(check, node);
}

function checkInstructions(check: Check, top: XmlNode): void {
  const waiting = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'element') for (const child of node.children) waiting.push(child);
    else if (node.kind === 'instruction') checkInstruction(check, node);
  }
}

function checkInstruction(check: Check, node: XmlNode): void {
  const raw = check.request.text.slice(node.from, node.to);
  if (!/^<\?xml[\s?]/i.test(raw)) {
    check.reporter.report('instruction.present', node, {});
    return;
  }
  checkXmlVersion(check, node.from, raw);
  const encoding = /encoding\s*=\s*(["'])(.*?)\1/.exec(raw);
  const value = encoding?.[2] ?? '';
  if (!encoding || /^utf-8$/i.test(value)) return;
  const from = node.from + encoding.index + encoding[0].indexOf(encoding[1] ?? '') + 1;
  const misspelt = /^utf.{0,2}8/i.test(value);
  check.reporter.report('encoding.not-utf-8', { from, to: from + value.length }, { encoding: value, misspelt });
}

/** .NET, which Exchange uses, reads XML 1.0 alone. */
function checkXmlVersion(check: Check, start: number, raw: string): void {
  const version = /^<\?xml\s+version\s*=\s*(["'])(.*?)\1/.exec(raw);
  const value = version?.[2] ?? '';
  if (!version || value === '1.0') return;
  const from = start + version[0].length - 1 - value.length;
  check.reporter.report('xml.version', { from, to: from + value.length }, { version: value });
}
