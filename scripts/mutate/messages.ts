/** Each test by its full title, the milliseconds it takes, and the conditions it reaches; the fastest first. */
export type Baseline = readonly (readonly [title: string, milliseconds: number, conditions: readonly number[]])[];

/** What a worker is to do. */
export interface Order {
  readonly numbers: readonly number[];
  /** Measured by an earlier worker; without one, this worker measures. */
  readonly baseline?: Baseline;
  /** The condition is flipped from the beginning, so that nothing remembered from a sound run hides it. */
  readonly alone?: number;
}

/** What became of a condition that was flipped. */
export type Verdict =
  /** A test failed; `spoilt` when it fails now without the flip too. */
  | { readonly kind: 'killed'; readonly by: string; readonly spoilt: boolean }
  | { readonly kind: 'survived' }
  /** No test came to it: what it decides was remembered from a sound run. */
  | { readonly kind: 'remembered' }
  /** No fast test ever comes to it. */
  | { readonly kind: 'unreached' }
  | { readonly kind: 'endless' };

/** What a worker tells. */
export type Message =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'begins'; readonly number: number }
  | { readonly kind: 'ended'; readonly number: number; readonly verdict: Verdict };
