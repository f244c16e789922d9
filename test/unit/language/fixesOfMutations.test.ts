import assert from 'node:assert/strict';
import { namespaces } from '../../../src/ews/namespaces.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  envelopeFor,
  fixesFor,
  type Problem,
  problemsIn,
  problemTable,
  readRequest,
} from '../../../src/language/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import {
  applyEdits,
  descendants,
  elementsOf,
  type TextEdit,
  type XmlAttribute,
  type XmlElement,
} from '../../../src/xml/index.ts';

const mailbox = initialContent.mailboxes[0]!;
const contact = { Id: mailbox.contacts[0]!.id, ChangeKey: mailbox.contacts[0]!.changeKey };
const group = { Id: mailbox.groups[0]!.id, ChangeKey: mailbox.groups[0]!.changeKey };

/** Ways in which people lay out and name the same envelope. */
const styles: Readonly<Record<string, (text: string) => string>> = {
  'as a snippet': text => text,
  'with CRLF and tabs': text =>
    text.replace(/^ +/gm, blanks => '\t'.repeat(blanks.length / 2)).replaceAll('\n', '\r\n'),
  'on one line': text =>
    text
      .replace(/>\s+</g, '><')
      .replace(/\s*\n\s*/g, ' ')
      .trimEnd(),
  'with other prefixes': text =>
    text.replace(
      /(xmlns:|<\/?)(soap|m|t)(?=[:=])/g,
      (_, before: string, prefix: string) => `${before}${others[prefix]}`,
    ),
  'with a default namespace': text => text.replace('xmlns:m=', 'xmlns=').replace(/(<\/?)m:/g, '$1'),
};
const others: Readonly<Record<string, string>> = { soap: 's', m: 'msg', t: 'typ' };

interface Mutation {
  readonly name: string;
  readonly text: string;
}

suite('language: quick fixes of mutated requests', () => {
  for (const operation of operations) {
    const valid = envelopeFor(operation, { ContactId: contact, GroupId: group, DisplayName: 'Lunch' });
    for (const [style, lay] of Object.entries(styles)) {
      test(`${operation.name} ${style}: a preferred fix ends its problem and begins no other`, () => {
        const sound = lay(valid);
        assert.deepEqual(errorsOf(sound), []);
        const complaints = mutationsOf(sound).map(complaintsOf);
        assert.deepEqual(
          complaints.flat().filter(complaint => complaint !== ''),
          [],
        );
        assert.ok(complaints.flat().length > 80, 'too few fixes are offered to say anything');
      });
    }
  }
});

/** A Body that was absent needs an operation then, and only the author knows which. */
function isNextStep({ code, data }: Problem): boolean {
  return code === 'child.missing' && /Body$/.test(String(data['child']));
}

/** What is wrong with the text after each preferred fix; empty when nothing is. */
function complaintsOf({ name, text }: Mutation): readonly string[] {
  const request = readRequest(text);
  const problems = problemsIn(request);
  const before = countOf(problems);
  return problems
    .filter(problem => !isNextStep(problem))
    .flatMap(problem => {
      const preferred = fixesFor(request, problem).filter(fix => fix.preferred);
      return preferred.map(({ title, edits }) => {
        const mended = readRequest(applyEdits(text, edits), request);
        const after = countOf(problemsIn(mended));
        const fresh = [...after.keys()].filter(code => isError(code) && count(after, code) > count(before, code));
        const faults = [
          ...(count(after, problem.code) < count(before, problem.code) ? [] : ['it stays']),
          ...fresh.map(code => `${code} is new`),
          ...(/\n./.test(text) || !/\n./.test(mended.text) ? [] : ['a line break among none']),
          ...(text.includes('\r\n') && /[^\r]\n/.test(mended.text) ? ['LF among CRLF'] : []),
        ];
        return faults.length === 0 ? '' : `${name} | ${problem.code} | ${title} | ${faults.join(', ')}`;
      });
    });
}

function count(counts: ReadonlyMap<string, number>, code: string): number {
  return counts.get(code) ?? 0;
}

function countOf(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function isError(code: string): boolean {
  return problemTable[code as Problem['code']].severity === 'error';
}

function errorsOf(text: string): readonly string[] {
  return problemsIn(readRequest(text))
    .map(({ code }) => code)
    .filter(isError);
}

/** Every text that is one slip away from a sound one. */
function mutationsOf(text: string): readonly Mutation[] {
  const root = readRequest(text).xml.root!;
  return [
    ...[...descendants(root)].flatMap(element => [
      ...[...slipsOfElement(text, element), ...slipsOfAttributes(element)].map(([name, ...edits]) => ({
        name: `<${element.name}> ${name}`,
        text: applyEdits(text, edits),
      })),
    ]),
    { name: 'document type', text: text.replace('<soap:', '<!DOCTYPE x>\n<soap:') },
    { name: 'instruction', text: text.replace(/(<\w+:Body)/, '<?style x?>$1') },
    { name: 'encoding', text: text.replace(/utf-8/i, 'iso-8859-1') },
    { name: 'stray text behind', text: `${text}stray` },
  ];
}

type Slip = readonly [string, ...TextEdit[]];

function slipsOfElement(text: string, element: XmlElement): readonly Slip[] {
  const { nameRange, endNameRange, endTag, startTag, local, parent } = element;
  const whole = text.slice(element.from, element.to);
  const names = [nameRange, ...(endNameRange ? [endNameRange] : [])];
  const renamed = (name: string, to: string): Slip => [
    name,
    ...names.map(({ to: end }) => ({ from: end - local.length, to: end, insert: to })),
  ];
  const next = parent && elementsOf(parent).find(({ from }) => from >= element.to);
  const isText = elementsOf(element).length === 0 && local !== 'ImListMigrationCompleted';
  const inner = endTag && { from: startTag.to, to: startTag.to };
  return [
    ...(parent ? [['removed', { from: element.from, to: element.to, insert: '' }] as Slip] : []),
    ...(parent ? [['twice', { from: element.to, to: element.to, insert: whole }] as Slip] : []),
    renamed('in lower case', local.toLowerCase()),
    renamed('misspelt', `${local.slice(0, 2)}${local[3]}${local[2]}${local.slice(4)}`),
    ['in the types namespace', ...names.map(range => ({ ...range, insert: prefixed(text, 'types', local) }))],
    ['in the messages namespace', ...names.map(range => ({ ...range, insert: prefixed(text, 'messages', local) }))],
    ...(inner ? [['with text', { ...inner, insert: 'stray' }] as Slip] : []),
    ...(inner && isText ? [['with an ampersand', { ...inner, insert: 'R & D' }] as Slip] : []),
    ...(inner && isText ? [['with an entity', { ...inner, insert: '&nbsp;' }] as Slip] : []),
    ...(inner ? [['with a child', { ...inner, insert: '<Extra/>' }] as Slip] : []),
    ...(endTag ? [['without its end tag', { ...endTag, insert: '' }] as Slip] : []),
    ...(endNameRange ? [['with another end tag', { ...endNameRange, insert: 'other' }] as Slip] : []),
    ...(endTag ? [['with half an end tag', { from: endTag.to - 1, to: endTag.to, insert: '' }] as Slip] : []),
    ['with half a start tag', { from: startTag.to - (element.selfClosing ? 2 : 1), to: startTag.to, insert: '' }],
    ...(element.selfClosing
      ? [['with white space', { from: startTag.to - 2, to: startTag.to, insert: `> </${element.name}>` }] as Slip]
      : []),
    ...(element.selfClosing ? [['not closed', { from: startTag.to - 2, to: startTag.to, insert: '>' }] as Slip] : []),
    ...(next
      ? [
          [
            'behind the next',
            { from: element.from, to: element.to, insert: text.slice(next.from, next.to) },
            { from: next.from, to: next.to, insert: whole },
          ] as Slip,
        ]
      : []),
    ['with an unknown attribute', { from: nameRange.to, to: nameRange.to, insert: ' Extra="1"' }],
  ];
}

function prefixed(text: string, key: 'types' | 'messages', local: string): string {
  const prefix = new RegExp(`xmlns(?::(\\w+))?="${namespaces[key]}"`).exec(text)?.[1];
  return prefix ? `${prefix}:${local}` : local;
}

function slipsOfAttributes({ attributes }: XmlElement): readonly Slip[] {
  return attributes.flatMap((attribute, index) => slipsOfAttribute(attribute, index === 0));
}

function slipsOfAttribute({ from, to, name, nameRange, valueRange, value }: XmlAttribute, first: boolean): Slip[] {
  const slips: [string, TextEdit][] = [];
  const add = (what: string, edit: TextEdit) => slips.push([`attribute ${name} ${what}`, edit]);
  assert.ok(valueRange);
  add('removed', { from: from - 1, to, insert: '' });
  add('twice', { from: to, to, insert: ` ${name}="${value}"` });
  add('with one quote', { from: to - 1, to, insert: '' });
  add('without value', { from: nameRange.to, to, insert: '' });
  add('empty', { ...valueRange, insert: '' });
  if (!first) add('joined', { from: from - 1, to: from, insert: '' });
  if (!value.includes(' ')) add('unquoted', { from: valueRange.from - 1, to, insert: value });
  if (name.startsWith('xmlns')) {
    add('with https', { ...valueRange, insert: value.replace('http:', 'https:') });
    add('misspelt', { ...valueRange, insert: value.slice(0, -1) });
  } else {
    add('in lower case', { ...nameRange, insert: name.toLowerCase() });
    add('misspelt', { ...nameRange, insert: `${name}s` });
    add('with white space', { ...valueRange, insert: `${value.slice(0, 9)} ${value.slice(9)}` });
    add('with another value', { ...valueRange, insert: `${value}x` });
  }
  return slips;
}
