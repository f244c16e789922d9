import type { XmlNode } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import type { Check } from './context.ts';
import { checkEnvelope } from './envelope.ts';
import { checkVersion } from './headers.ts';
import { checkNamespaces } from './namespaces.ts';
import { type Problem, Reporter } from './report.ts';
import { checkWellFormed } from './wellFormed.ts';

export type { Problem, RelatedPlace } from './report.ts';
export { type ProblemCode, type ProblemData, problemCodes, problemTable, type Severity } from './table.ts';

/** Everything wrong with a request, in the order of the text. An answer has no request problems. Never throws. */
export function problemsIn(request: RequestDocument): readonly Problem[] {
  const check: Check = { request, reporter: new Reporter() };
  if (request.kind === 'answer') return [];
  checkNamespaces(check);
  checkWellFormed(check);
  checkProlog(check);
  checkEnvelope(check);
  checkVersion(check);
  return check.reporter.problems.sort((a, b) => a.from - b.from || a.to - b.to);
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
  if (!/^<\?xml\s/.test(raw)) {
    check.reporter.report('instruction.present', node, {});
    return;
  }
  const encoding = /encoding\s*=\s*(["'])(.*?)\1/.exec(raw);
  if (!encoding || /^utf-?8$/i.test(encoding[2] ?? '')) return;
  const from = node.from + encoding.index + encoding[0].indexOf(encoding[1] ?? '') + 1;
  const value = encoding[2] ?? '';
  check.reporter.report('encoding.not-utf-8', { from, to: from + value.length }, { encoding: value });
}
