/** Whether a value read from storage has a shape; the smallest vocabulary that the exchanges need. */
export type Shape = (value: unknown) => boolean;

/** Any string. */
export const text: Shape = value => typeof value === 'string';

/** Bytes in base64, padded to their end. */
export const base64: Shape = value => typeof value === 'string' && isBase64(value);

/** A finite number. */
export const number: Shape = value => typeof value === 'number' && Number.isFinite(value);

/** One of these strings. */
export function oneOf(...allowed: readonly string[]): Shape {
  return value => typeof value === 'string' && allowed.includes(value);
}

/** The shape, or absent. */
export function absentOr(shape: Shape): Shape {
  return value => value === undefined || shape(value);
}

/** A list in which every item has the shape. */
export function listOf(shape: Shape): Shape {
  return value => Array.isArray(value) && value.every(shape);
}

/** A list of at least one. */
export function someOf(shape: Shape): Shape {
  return value => Array.isArray(value) && value.length > 0 && value.every(shape);
}

/** A name and its value. */
export const pair: Shape = value => Array.isArray(value) && value.length === 2 && value.every(text);

/** An object with these members; others are of no concern. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  return value => isObject(value) && Object.entries(members).every(([name, shape]) => shape(value[name]));
}

/** At least one of the shapes. */
export function anyOf(...shapes: readonly Shape[]): Shape {
  return value => shapes.some(shape => shape(value));
}

/** Whether it is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The length is looked at apart: a pattern for whole groups of four would exhaust the stack on a long text. */
function isBase64(value: string): boolean {
  return value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
}
