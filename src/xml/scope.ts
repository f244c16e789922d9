/**
 * What is declared at a place, by prefix: what an element declares itself, and what the elements around it do. An inner
 * scope shares what the outer one knows, so that neither elements inside each other nor those side by side copy it.
 */
export class Scope<Value> {
  /** Of the nearest element around that declares something. */
  readonly outer: Scope<Value> | undefined;
  /** What is declared at this very place. */
  readonly own: ReadonlyMap<string, Value>;
  private readonly numbers: Map<string, number>;
  private readonly top: Cell<Value> | undefined;

  constructor(own: ReadonlyMap<string, Value> = new Map(), outer?: Scope<Value>) {
    this.outer = outer;
    this.own = own;
    let top = outer?.top;
    // What declares nothing may be around elements of many documents.
    this.numbers = (top && outer?.numbers) ?? new Map();
    for (const [prefix, value] of own) top = withValue(top, this.numberOf(prefix), value);
    this.top = top;
  }

  /** What a prefix stands for; undefined where nothing declares it. */
  get(prefix: string): Value | undefined {
    const number = this.numbers.get(prefix);
    if (number === undefined) return undefined;
    let cell = this.top;
    for (let way = number; way > 1 && cell; way >>= 1) cell = cell.halves[way & 1];
    return cell?.value;
  }

  /** Whether a prefix is declared. */
  has(prefix: string): boolean {
    return this.get(prefix) !== undefined;
  }

  /** Every prefix with what it stands for, those declared furthest outside first. */
  [Symbol.iterator](): Iterator<readonly [prefix: string, value: Value]> {
    const scopes: Scope<Value>[] = [];
    for (let scope: Scope<Value> | undefined = this; scope; scope = scope.outer) scopes.push(scope);
    return new Map(scopes.reverse().flatMap(({ own }) => [...own]))[Symbol.iterator]();
  }

  /** Each prefix of a document has a number from 1 on, in the order in which they are met. */
  private numberOf(prefix: string): number {
    const known = this.numbers.get(prefix);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(prefix, number);
    return number;
  }
}

/** A tree in which the bits of a number, from the lowest on, are the way to its value; it is never changed. */
interface Cell<Value> {
  readonly value: Value | undefined;
  readonly halves: readonly [even: Cell<Value> | undefined, odd: Cell<Value> | undefined];
}

function withValue<Value>(cell: Cell<Value> | undefined, number: number, value: Value): Cell<Value> {
  const [even, odd] = cell?.halves ?? [undefined, undefined];
  if (number === 1) return { value, halves: [even, odd] };
  const halves: Cell<Value>['halves'] =
    number & 1 ? [even, withValue(odd, number >> 1, value)] : [withValue(even, number >> 1, value), odd];
  return { value: cell?.value, halves };
}
