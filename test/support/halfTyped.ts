import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Completion, completionsAt, problemsIn, problemTable, readRequest } from '../../src/language/index.ts';
import { contentRange, descendants, type Range, type XmlElement } from '../../src/xml/index.ts';
import { accepted } from '../unit/language/caret.ts';
import { anyEnvelope, anyStyle, write } from './generatedRequests.ts';

/** A valid envelope in which one thing is typed by half. */
export interface HalfTyped {
  readonly text: string;
  readonly caret: number;
  /** The envelope without that thing; with its old value where a value is typed. */
  readonly without: string;
  /** What completion calls the thing, where it must be offered. */
  readonly label: string | undefined;
  /** Only a name is typed anew: the content or value that it had is still there, whatever name it gets. */
  readonly keepsContent: boolean;
}

/** Any valid envelope with a name, a value or a text cut short, and the caret at the cut. */
export const anyHalfTyped: fc.Arbitrary<HalfTyped> = fc
  .record({
    envelope: anyEnvelope(),
    style: anyStyle,
    kind: fc.constantFrom(...(['tag', 'word', 'name', 'attribute', 'attributeName', 'value', 'text'] as const)),
    which: fc.nat(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    ending: fc.nat({ max: 3 }),
    bare: fc.boolean(),
  })
  .map(({ envelope, style, kind, bare, ...choice }) => {
    const text = write(envelope, style);
    const made = cuts[kind](text, choice) ?? cutTag(text, choice);
    return bare && !made.keepsContent ? withoutUnused(made) : made;
  });

/** Without the declarations that nothing but the half-typed thing needs: they have to come with it. */
function withoutUnused(made: HalfTyped): HalfTyped {
  const [, ...declarations] = /^<[^\s>]+(?: xmlns[^\s>]+)*/.exec(made.without)?.[0].split(/(?= xmlns)/) ?? [];
  const unused = declarations.filter(declaration => {
    const prefix = /^ xmlns:([^=]+)=/.exec(declaration)?.[1];
    return prefix !== undefined && !made.without.includes(`<${prefix}:`);
  });
  const drop = (text: string) => unused.reduce((rest, declaration) => rest.replace(declaration, ''), text);
  const shift = unused.reduce((sum, { length }) => sum + length, 0);
  // Under which prefix is up to completion then.
  const label = unused.length > 0 ? undefined : made.label;
  return { ...made, label, text: drop(made.text), without: drop(made.without), caret: made.caret - shift };
}

/** What completion puts in the place of what is typed brings no error, and what was meant is among it. */
export function assertReplacementsFit({ text, caret, without, label, keepsContent }: HalfTyped): void {
  const completions = completionsAt(readRequest(text), caret);
  const labels = completions.map(completion => completion.label);
  assert.ok(label === undefined || labels.includes(label), `${label} is not offered`);
  for (const completion of completions) {
    const made = accepted(text, completion);
    const added = newErrors(without, made);
    const errors = keepsContent
      ? [...errorsAt(made, completion), ...added.filter(code => code.startsWith('xml.'))]
      : added;
    assert.deepEqual(
      errors.filter(code => !unfinished.has(code)),
      [],
      completion.label,
    );
  }
}

/** What the author has yet to write, and a version in the Header that is older than the operation, which the list says. */
const unfinished: ReadonlySet<string> = new Set([
  'operation.missing',
  'child.missing',
  'choice.missing',
  'attribute.missing',
  'extended-property.combination',
  'value.empty',
  'version.too-old',
]);

/** The errors at the very name that was put there: what is in it was meant for another one. */
function errorsAt(made: string, { range, insert }: Completion): readonly string[] {
  const to = range.from + insert.length;
  return errorsOf(made).flatMap(problem => (problem.from < to && range.from < problem.to ? [problem.code] : []));
}

function newErrors(before: string, after: string): readonly string[] {
  const count = (text: string, code: string) => errorsOf(text).filter(problem => problem.code === code).length;
  return [...new Set(errorsOf(after).map(({ code }) => code))].filter(code => count(after, code) > count(before, code));
}

function errorsOf(text: string) {
  return problemsIn(readRequest(text)).filter(({ code }) => problemTable[code].severity === 'error');
}

interface Choice {
  readonly which: number;
  /** How much of it is typed, from 0 to 1. */
  readonly share: number;
  /** What stands behind it. */
  readonly ending: number;
}

const cuts = {
  tag: cutTag,
  word: cutWord,
  name: cutName,
  attribute: cutAttribute,
  attributeName: cutAttributeName,
  value: cutValue,
  text: cutText,
};

function cutTag(text: string, choice: Choice): HalfTyped {
  const { name, from, to } = chosen(elementsIn(text), choice);
  const typed = `<${part(name, choice)}`;
  const rest = ['', '>', '/>', `></${typed.slice(1)}>`][typed === '<' ? 0 : choice.ending] ?? '';
  return halfTyped(text, { from, to }, typed, { rest, label: name });
}

function cutWord(text: string, choice: Choice): HalfTyped {
  const { name, local, from, to } = chosen(elementsIn(text), choice);
  return halfTyped(text, { from, to }, part(local, choice), { label: name });
}

/** A name that somebody goes back to: in both tags, as linked editing leaves it, or in the first one alone. */
function cutName(text: string, choice: Choice): HalfTyped | undefined {
  const { name, from, to, nameRange, endNameRange } = chosen(elementsIn(text), choice);
  const typed = part(name, choice) || name.slice(0, 1);
  const ended = endNameRange && choice.ending % 2 === 0 ? replaced(text, endNameRange, typed) : text;
  return {
    ...halfTyped(ended, nameRange, typed, { label: name }),
    without: replaced(text, { from, to }, ''),
    keepsContent: true,
  };
}

function cutAttribute(text: string, choice: Choice): HalfTyped | undefined {
  const attribute = chosen(attributesIn(text), choice);
  return attribute && halfTyped(text, attribute, part(attribute.name, choice), labelOf(attribute.name));
}

function cutAttributeName(text: string, choice: Choice): HalfTyped | undefined {
  const attribute = chosen(attributesIn(text), choice);
  if (!attribute) return undefined;
  const { name, nameRange } = attribute;
  return {
    ...halfTyped(text, nameRange, part(name, choice) || name.slice(0, 1), labelOf(name)),
    without: replaced(text, attribute, ''),
    keepsContent: true,
  };
}

/** The schema lets attributes stand together that name a property in ways that exclude each other: none is offered then. */
function labelOf(name: string): { readonly label?: string } {
  return /^(?:Distinguished)?Property(?!Type)/.test(name) ? {} : { label: name };
}

/** With both quotes, with the first one, and with none. */
function cutValue(text: string, choice: Choice): HalfTyped | undefined {
  const { value = '', valueRange } = chosen(attributesIn(text), choice) ?? {};
  if (!valueRange) return undefined;
  const range = {
    from: valueRange.from - (choice.ending === 2 ? 1 : 0),
    to: valueRange.to + (choice.ending === 0 ? 0 : 1),
  };
  return { ...halfTyped(text, range, wordIn(part(value, choice))), without: text };
}

function cutText(text: string, choice: Choice): HalfTyped | undefined {
  const element = chosen(
    elementsIn(text).filter(({ children }) => children.length > 0 && children.every(({ kind }) => kind === 'text')),
    choice,
  );
  const range = element && contentRange(element);
  return range && { ...halfTyped(text, range, wordIn(part(text.slice(range.from, range.to), choice))), without: text };
}

function halfTyped(
  text: string,
  range: Range,
  typed: string,
  { rest = '', label }: { readonly rest?: string; readonly label?: string } = {},
): HalfTyped {
  return {
    text: replaced(text, range, typed + rest),
    caret: range.from + typed.length,
    without: replaced(text, range, ''),
    label,
    keepsContent: false,
  };
}

function elementsIn(text: string): readonly XmlElement[] {
  const { envelope } = readRequest(text);
  return envelope ? [...descendants(envelope)].slice(1) : [];
}

function attributesIn(text: string) {
  return elementsIn(text).flatMap(({ attributes }) => attributes);
}

function chosen<T>(from: readonly T[], { which }: Choice): T {
  return from[which % from.length] as T;
}

function part(whole: string, { share }: Choice): string {
  return whole.slice(0, Math.floor(share * whole.length));
}

/** Completion replaces a word. */
function wordIn(text: string): string {
  return /^[\w.:-]*/.exec(text)?.[0] ?? '';
}

function replaced(text: string, { from, to }: Range, insert: string): string {
  return text.slice(0, from) + insert + text.slice(to);
}
