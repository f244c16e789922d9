import fc from 'fast-check';
import { type Tree, tree } from './generatedRequests.ts';

/**
 * A change of one element of an envelope, by its name for reports; the element may stay as it is. Each change makes of `at`
 * a place among what it counts: children, attributes or letters.
 */
type Mutation = readonly [name: string, change: (element: Tree, at: number, value: string) => Tree];

/** One change at one place of an envelope. */
export interface Mutated {
  readonly what: string;
  readonly root: Tree;
}

/** A single mutation of a valid envelope. */
export function anyMutation(root: Tree): fc.Arbitrary<Mutated> {
  const count = countOf(root);
  return fc
    .record({
      mutation: fc.constantFrom(...mutations),
      place: fc.integer({ min: 0, max: count - 1 }),
      // Every place among up to six has the same chance.
      at: fc.nat({ max: 59 }),
      value: fc.constantFrom(...pool),
    })
    .map(({ mutation: [name, change], place, at, value }) => ({
      what: `${name} ${at} "${value}" at element ${place}`,
      root: changed(root, place, element => change(element, at, value)),
    }));
}

/** Values that are right for some types and wrong for others. */
const pool = [
  '',
  ' ',
  '\n',
  'x',
  'true',
  'TRUE',
  '1',
  '0',
  '-0',
  '+1',
  '007',
  '65536',
  '2147483648',
  '0x10000',
  '0x',
  'en_US',
  'en-',
  'exchange2013',
  'Exchange2013',
  'String',
  'string',
  'Address',
  '{00062004-0000-0000-c000-000000000046}',
  '2026-02-30T00:00:00Z',
  '2026-01-31T08:00:00Z',
  '\u00a0',
  'a\u0301',
  '&#9;',
  '&amp;',
] as const;

const unknown = tree('m:Unknown');

const mutations: readonly Mutation[] = [
  ['drop child', (element, at) => with_(element, { children: replacedAt(element.children, at, () => []) })],
  ['double child', (element, at) => with_(element, { children: replacedAt(element.children, at, it => [it, it]) })],
  ['turn children round', element => with_(element, { children: element.children.toReversed() })],
  ['add child first', element => with_(element, { children: [unknown, ...element.children] })],
  ['add child last', element => with_(element, { children: [...element.children, unknown] })],
  [
    'wrap children',
    element => with_(element, { children: element.children.length > 0 ? [tree('t:ItemId', element.children)] : [] }),
  ],
  ['unwrap children', element => with_(element, { children: element.children.flatMap(child => child.children) })],
  ['put an id inside', element => with_(element, { children: [tree('t:ItemId', [], [['Id', 'AAAA']])] })],
  [
    'other namespace',
    element =>
      with_(element, {
        name: element.name.startsWith('m:')
          ? element.name.replace('m:', 't:')
          : element.name.replace(/^(?:t|soap):/, 'm:'),
      }),
  ],
  ['no namespace known', element => with_(element, { name: element.name.replace(/^\w+:/, 'soap:') })],
  ['lower case', element => with_(element, { name: element.name.toLowerCase() })],
  ['letter lost', (element, at) => with_(element, { name: withoutLetter(element.name, at) })],
  ['letter more', element => with_(element, { name: `${element.name}s` })],
  ['drop attribute', (element, at) => with_(element, { attributes: replacedAt(element.attributes, at, () => []) })],
  [
    'attribute value',
    (element, at, value) =>
      with_(element, { attributes: replacedAt(element.attributes, at, ([name]) => [[name, value]]) }),
  ],
  [
    'attribute in lower case',
    element =>
      with_(element, { attributes: element.attributes.map(([name, value]) => [name.toLowerCase(), value] as const) }),
  ],
  [
    'attribute twice',
    (element, at) => with_(element, { attributes: replacedAt(element.attributes, at, it => [it, it]) }),
  ],
  ['attribute more', element => with_(element, { attributes: [...element.attributes, ['Extra', 'x']] })],
  ['text', (element, _at, value) => with_(element, { text: value })],
  ['text more', (element, _at, value) => with_(element, { text: `${element.text}${value}` })],
  ['CDATA', (element, _at, value) => with_(element, { text: `${element.text}<![CDATA[${value}x]]>` })],
  ['comment', element => with_(element, { text: `${element.text}<!-- x -->` })],
];

function with_(element: Tree, change: Partial<Tree>): Tree {
  return { ...element, ...change };
}

/** The list with other members in the place of the one that `at` names. */
function replacedAt<T>(list: readonly T[], at: number, by: (member: T) => readonly T[]): readonly T[] {
  return list.flatMap((member, index) => (index === at % list.length ? by(member) : [member]));
}

function withoutLetter(name: string, at: number): string {
  const local = name.slice(name.indexOf(':') + 1);
  const index = name.length - local.length + (at % Math.max(1, local.length));
  return local.length < 2 ? name : name.slice(0, index) + name.slice(index + 1);
}

function countOf({ children }: Tree): number {
  return children.reduce((sum, child) => sum + countOf(child), 1);
}

/** Replaces the element that has the given number in document order. */
function changed(root: Tree, place: number, change: (element: Tree) => Tree): Tree {
  let number = -1;
  const visit = (element: Tree): Tree => {
    number += 1;
    if (number === place) {
      number = Number.NEGATIVE_INFINITY;
      return change(element);
    }
    return { ...element, children: element.children.map(visit) };
  };
  return visit(root);
}
