import { parseSync } from 'oxc-parser';

/** A condition that can be flipped. */
export interface Point {
  /** Offsets of the condition in the source. */
  readonly from: number;
  readonly to: number;
  /** Counted from 1. */
  readonly line: number;
  /** The condition as written. */
  readonly text: string;
}

/**
 * The conditions of a source: comparisons, and whatever else an `if`, a `?`, a loop, `&&`, `||` or `!` asks for. Of a
 * condition that consists of others only the others count.
 */
export function pointsOf(source: string): readonly Point[] {
  const points: Point[] = [];
  const visit = (value: unknown, parents: readonly Node[]): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, parents);
    if (!isNode(value)) return;
    if (isPoint(value, parents)) {
      const { start: from, end: to } = value;
      points.push({ from, to, line: source.slice(0, from).split('\n').length, text: source.slice(from, to) });
    }
    for (const child of Object.values(value)) visit(child, [value, ...parents]);
  };
  visit(parseSync('source.ts', source).program, []);
  return points.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The source with each condition handed through a function that can flip it, with its number counted from `first`. */
export function instrumented(source: string, points: readonly Point[], first: number): string {
  const begins = points.map(({ from, to }, index) => ({
    at: from,
    to,
    text: `globalThis.__condition(${first + index}, `,
  }));
  const ends = points.map(({ to }) => ({ at: to, to, text: ')' }));
  // Where one ends and another begins the end comes first; of several that begin together the longest.
  const inserts = [...ends, ...begins].sort(
    (a, b) => a.at - b.at || Number(a.text !== ')') - Number(b.text !== ')') || b.to - a.to,
  );
  let text = '';
  let done = 0;
  for (const { at, text: insert } of inserts) {
    text += source.slice(done, at) + insert;
    done = at;
  }
  return text + source.slice(done);
}

/** A node of ESTree, as far as conditions go. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly operator?: string;
  readonly test?: Node | null;
  readonly left?: Node;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function isPoint(node: Node, parents: readonly Node[]): boolean {
  if (isWrapper(node) || isLogical(node) || isNegation(node)) return false;
  return isComparison(node) || isAsked(node, parents);
}

function isComparison({ type, operator = '' }: Node): boolean {
  return type === 'BinaryExpression' && /^(?:[=!]==|[<>]=?)$/.test(operator);
}

/** Whether something asks for the truth of the expression; the value behind `&&` and `||` may be wanted as it is. */
function isAsked(node: Node, [parent, ...further]: readonly Node[]): boolean {
  if (!parent) return false;
  if (isWrapper(parent)) return isAsked(parent, further);
  if (isNegation(parent) || parent.test === node) return true;
  return isLogical(parent) && (parent.left === node || isAsked(parent, further));
}

/** Parentheses, and the end of a chain with `?.`. */
function isWrapper({ type }: Node): boolean {
  return type === 'ParenthesizedExpression' || type === 'ChainExpression';
}

function isLogical({ type, operator }: Node): boolean {
  return type === 'LogicalExpression' && operator !== '??';
}

function isNegation({ type, operator }: Node): boolean {
  return type === 'UnaryExpression' && operator === '!';
}
