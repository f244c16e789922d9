import fc from 'fast-check';
import { requestHeaders } from '../../src/ews/headers.ts';
import { namespaces } from '../../src/ews/namespaces.ts';
import { operations } from '../../src/ews/operations/index.ts';
import type { ComplexType, ElementParticle, Operation, Particle, SimpleType } from '../../src/ews/schema.ts';

/** An element as it will be written: its name has the prefix of the facts, `m:`, `t:` or `soap:`. */
export interface Tree {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly Tree[];
  /** Escaped text before the children. */
  readonly text: string;
}

/** How an envelope is written: nothing of it matters to a validator. */
export interface Style {
  readonly prefixes: Readonly<Record<'soap' | 'm' | 't', string>>;
  readonly quote: '"' | "'";
  readonly lineEnd: '\n' | '\r\n' | '';
  readonly comments: boolean;
  readonly selfClosing: boolean;
}

/** A valid envelope with any operation, any of its optional children and any headers, made from the facts alone. */
export function anyEnvelope(): fc.Arbitrary<Tree> {
  const headers = fc.option(anyHeaders(), { nil: undefined });
  return fc
    .record({ body: fc.constantFrom(...operations).chain(anyOperation), headers })
    .map(parts =>
      tree('soap:Envelope', [
        ...(parts.headers ? [tree('soap:Header', parts.headers)] : []),
        tree('soap:Body', [parts.body]),
      ]),
    );
}

/** Any way of writing an envelope. */
export const anyStyle: fc.Arbitrary<Style> = fc.record({
  prefixes: fc.constantFrom(
    { soap: 'soap', m: 'm', t: 't' },
    { soap: 'SOAP-ENV', m: 'msg', t: 'typ' },
    { soap: '', m: 'm', t: 't' },
    { soap: 's', m: '', t: 't' },
    { soap: 's', m: 'm', t: '' },
  ),
  quote: fc.constantFrom('"' as const, "'" as const),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const, '' as const),
  comments: fc.boolean(),
  selfClosing: fc.boolean(),
});

/** Writes an envelope; the three namespaces are declared on the root. */
export function write(root: Tree, style: Style): string {
  const { prefixes, quote } = style;
  const declarations = Object.entries({ soap: namespaces.soap, m: namespaces.messages, t: namespaces.types }).map(
    ([key, uri]) => {
      const prefix = prefixes[key as keyof typeof prefixes];
      return ` xmlns${prefix && `:${prefix}`}=${quote}${uri}${quote}`;
    },
  );
  return writeElement(root, style, declarations.join(''), '');
}

/** An element. */
export function tree(
  name: string,
  children: readonly Tree[] = [],
  attributes: Tree['attributes'] = [],
  text = '',
): Tree {
  return { name, attributes, children, text };
}

function writeElement(element: Tree, style: Style, extra: string, indentation: string): string {
  const { quote, lineEnd, comments, selfClosing } = style;
  const name = element.name.replace(/^(soap|m|t):/, (_, key: 'soap' | 'm' | 't') => {
    const prefix = style.prefixes[key];
    return prefix && `${prefix}:`;
  });
  const attributes = element.attributes.map(([key, value]) => ` ${key}=${quote}${value}${quote}`).join('');
  if (element.children.length === 0) {
    if (element.text === '' && selfClosing) return `<${name}${extra}${attributes}/>`;
    return `<${name}${extra}${attributes}>${element.text}</${name}>`;
  }
  const inner = `${indentation}  `;
  const children = element.children.map(child => {
    const comment = comments ? `${lineEnd}${lineEnd && inner}<!-- & <x> -->` : '';
    return `${comment}${lineEnd}${lineEnd && inner}${writeElement(child, style, '', inner)}`;
  });
  const last = `${lineEnd}${lineEnd && indentation}`;
  return `<${name}${extra}${attributes}>${element.text}${children.join('')}${last}</${name}>`;
}

function anyOperation(operation: Operation): fc.Arbitrary<Tree> {
  return anyChildren(operation.request).map(children => tree(`m:${operation.name}`, children));
}

function anyHeaders(): fc.Arbitrary<readonly Tree[]> {
  return fc.tuple(...requestHeaders.map(header => fc.option(anyElement(header), { nil: undefined }))).chain(headers =>
    fc.shuffledSubarray(
      headers.filter(header => header !== undefined),
      { minLength: headers.filter(header => header !== undefined).length },
    ),
  );
}

function anyChildren(particles: readonly Particle[]): fc.Arbitrary<readonly Tree[]> {
  return fc.tuple(...particles.map(anyOccurrences)).map(lists => lists.flat());
}

function anyOccurrences(particle: Particle): fc.Arbitrary<readonly Tree[]> {
  const one = particle.kind === 'element' ? anyElement(particle) : fc.oneof(...particle.options.map(anyElement));
  const maxLength = particle.occurs.max === 1 ? 1 : 3;
  return fc.array(one, { minLength: particle.occurs.min, maxLength });
}

function anyElement({ name, type }: ElementParticle): fc.Arbitrary<Tree> {
  return fc
    .tuple(anyAttributes(type), anyContent(type))
    .map(([attributes, { children, text }]) => tree(name, children, attributes, text));
}

function anyAttributes(type: ComplexType): fc.Arbitrary<Tree['attributes']> {
  return fc
    .tuple(
      ...type.attributes.map(({ name, type: simple, use }) => {
        const pair = anyValue(simple).map(value => [name, value] as const);
        return use === 'required' ? pair : fc.option(pair, { nil: undefined });
      }),
    )
    .map(pairs => pairs.filter(pair => pair !== undefined));
}

function anyContent({ content }: ComplexType): fc.Arbitrary<{ children: readonly Tree[]; text: string }> {
  if (content.kind === 'empty') return fc.constant({ children: [], text: '' });
  if (content.kind === 'text') return anyValue(content.type).map(text => ({ children: [], text }));
  return anyChildren(content.particles).map(children => ({ children, text: '' }));
}

const anyText = fc
  .array(fc.constantFrom('a', 'Z', '9', '/', '+', '=', '@', ':', '-', ' ', 'é', '😀', '&amp;', '&lt;', '&#x41;'), {
    minLength: 1,
    maxLength: 12,
  })
  .map(parts => parts.join(''));

/** A valid value of a simple type, escaped. */
function anyValue(type: SimpleType): fc.Arbitrary<string> {
  if (type.enumeration) return fc.constantFrom(...type.enumeration);
  if (type.name === 't:GuidType') return fc.uuid();
  const own = values[type.base];
  return type.or ? fc.oneof(own, fc.constantFrom('0x1', '0XaBcD', '0x3001')) : own;
}

const values: Readonly<Record<SimpleType['base'], fc.Arbitrary<string>>> = {
  string: anyText,
  boolean: fc.constantFrom('true', 'false', '0', '1'),
  int: fc.integer().map(String),
  unsignedShort: fc.integer({ min: 0, max: 65535 }).map(String),
  dateTime: fc.constantFrom('2026-01-31T08:00:00Z', '2024-02-29T23:59:59.5+14:00', '0001-01-01T00:00:00'),
  language: fc.constantFrom('de', 'en-US', 'zh-Hans-CN', 'x-a1'),
};
