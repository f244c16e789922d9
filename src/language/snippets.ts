import { requestHeaders } from '../ews/headers.ts';
import { namespaces } from '../ews/namespaces.ts';
import { operations } from '../ews/operations/index.ts';
import type { ElementParticle, Operation, Particle } from '../ews/schema.ts';
import { serverVersionNames } from '../ews/versions.ts';
import { escapeXml } from '../xml/escape.ts';
import type { Impersonation } from './impersonation.ts';

/** One entry of a VS Code snippet file. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** Lines in snippet syntax, indented with tabs. */
  readonly body: readonly string[];
}

/** Every snippet by its title: a whole envelope for each operation, and each header. */
export function snippets(): Readonly<Record<string, Snippet>> {
  const envelopes = operations.map(operation => [
    `EWS: ${operation.name}`,
    {
      prefix: `ews-${operation.name}`,
      description: operation.summary,
      body: envelopeLines(operation, new SnippetWriter()),
    },
  ]);
  const headers = requestHeaders.map(header => [
    `EWS header: ${localOf(header)}`,
    { prefix: `ews-${localOf(header)}`, description: header.summary, body: headerLines(header, new SnippetWriter()) },
  ]);
  return Object.fromEntries([...envelopes, ...headers]) as Record<string, Snippet>;
}

/** The envelope of an operation in snippet syntax with the given values; what is not given is a tab stop. */
export function envelopeSnippet(
  operation: Operation,
  values: EnvelopeValues = {},
  impersonation?: Impersonation,
): string {
  return envelopeLines(operation, new SnippetWriter(values), impersonation).join('\n');
}

/**
 * Values to put into an envelope: the text of an element, or the attributes of an id, by the element's local name. The
 * id in a list goes by the name of the list: ContactIds.
 */
export type EnvelopeValues = Readonly<Record<string, string | { readonly Id: string; readonly ChangeKey?: string }>>;

/** The envelope of an operation as plain text with the given values; what is not given stays a placeholder. */
export function envelopeFor(operation: Operation, values: EnvelopeValues = {}, impersonation?: Impersonation): string {
  const lines = envelopeLines(operation, new TextWriter(values), impersonation);
  return `${lines.map(line => line.replace(/^\t+/, tabs => '  '.repeat(tabs.length))).join('\n')}\n`;
}

/** Puts a placeholder or a value: the one difference between a snippet and a finished text. */
interface Writer {
  /** Text that is given, as it must stand. */
  literal(text: string): string;
  /** The value of an element or attribute, named as a reader would: `group id`. */
  value(element: string, attribute: string | undefined, words: string): string;
  /** One of several values of an element, the first as the default. */
  choice(element: string, values: readonly string[]): string;
  /** False for an optional child that is left out. */
  includes(element: string): boolean;
  /** ChangeKey, which only known values have. */
  extraAttributes(element: string): string;
}

class SnippetWriter implements Writer {
  private readonly values: EnvelopeValues;
  private stop = 0;

  constructor(values: EnvelopeValues = {}) {
    this.values = values;
  }

  literal(text: string): string {
    return escapeSnippet(text);
  }

  value(element: string, attribute: string | undefined, words: string): string {
    const value = givenValue(this.values[element], attribute);
    if (value !== undefined) return escapeSnippet(escapeXml(value));
    this.stop += 1;
    return `\${${this.stop}:${escapeSnippet(`{{${words}}}`)}}`;
  }

  choice(_element: string, values: readonly string[]): string {
    this.stop += 1;
    return `\${${this.stop}|${values.join(',')}|}`;
  }

  includes(element: string): boolean {
    return isIncluded(element, this.values);
  }

  extraAttributes(element: string): string {
    return escapeSnippet(changeKeyAttribute(this.values[element]));
  }
}

class TextWriter implements Writer {
  private readonly values: EnvelopeValues;

  constructor(values: EnvelopeValues) {
    this.values = values;
  }

  literal(text: string): string {
    return text;
  }

  value(element: string, attribute: string | undefined, words: string): string {
    return escapeXml(givenValue(this.values[element], attribute) ?? `{{${words}}}`);
  }

  choice(element: string, values: readonly string[]): string {
    const given = this.values[element];
    return escapeXml(typeof given === 'string' ? given : (values[0] ?? ''));
  }

  includes(element: string): boolean {
    return isIncluded(element, this.values);
  }

  extraAttributes(element: string): string {
    return changeKeyAttribute(this.values[element]);
  }
}

type GivenValue = EnvelopeValues[string] | undefined;

function givenValue(given: GivenValue, attribute: string | undefined): string | undefined {
  if (typeof given === 'string') return given;
  return attribute === 'Id' ? given?.Id : undefined;
}

function changeKeyAttribute(given: GivenValue): string {
  if (typeof given !== 'object' || given.ChangeKey === undefined) return '';
  return ` ChangeKey="${escapeXml(given.ChangeKey)}"`;
}

/** Optional children that a request mostly wants. */
export const usefulOptions: readonly string[] = ['GroupId', 'DisplayName', 'ContactIds', 'GroupIds'];

const lists: readonly string[] = ['ContactIds', 'GroupIds'];

/** Whether an optional child is written. Who has an id for one of the lists does not ask for the other one. */
function isIncluded(element: string, values: EnvelopeValues): boolean {
  if (values[element] !== undefined) return true;
  const isOtherList = lists.includes(element) && lists.some(list => values[list] !== undefined);
  return !isOtherList && usefulOptions.includes(element);
}

/** The version a new request is written for, and the others worth offering. */
export const versionChoices: readonly string[] = [
  ...new Set(['Exchange2013_SP1', ...serverVersionNames.filter(name => /^Exchange201[36]/.test(name))]),
];

function envelopeLines(operation: Operation, writer: Writer, impersonation?: Impersonation): readonly string[] {
  const usesTypes = `xmlns:t="${namespaces.types}"`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<soap:Envelope xmlns:soap="${namespaces.soap}"`,
    `\txmlns:m="${namespaces.messages}"`,
    `\t${usesTypes}>`,
    '\t<soap:Header>',
    `\t\t<t:RequestServerVersion Version="${versionChoices[0]}"/>`,
    ...(impersonation ? impersonationLines(impersonation, writer) : []).map(line => `\t\t${line}`),
    '\t</soap:Header>',
    '\t<soap:Body>',
    ...elementLines(`m:${operation.name}`, operation.request, writer, undefined).map(line => `\t\t${line}`),
    '\t</soap:Body>',
    '</soap:Envelope>',
  ];
}

function impersonationLines({ by, value }: Impersonation, writer: Writer): readonly string[] {
  return [
    '<t:ExchangeImpersonation>',
    '\t<t:ConnectingSID>',
    `\t\t<t:${by}>${writer.literal(escapeXml(value))}</t:${by}>`,
    '\t</t:ConnectingSID>',
    '</t:ExchangeImpersonation>',
  ];
}

/** The element with its children; inside a list, `within` is the name of the list. */
function elementLines(
  name: string,
  particles: readonly Particle[],
  writer: Writer,
  within: string | undefined,
): readonly string[] {
  const children = particles.flatMap(particle => particleLines(particle, writer, within));
  if (children.length === 0) return [`<${name}/>`];
  return [`<${name}>`, ...children.map(line => `\t${line}`), `</${name}>`];
}

function particleLines(particle: Particle, writer: Writer, within: string | undefined): readonly string[] {
  if (particle.kind === 'choice') return particleLines(particle.options[0] ?? particle, writer, within);
  const { name, type } = particle;
  const local = localOf(particle);
  if (particle.occurs.min === 0 && !writer.includes(local)) return [];
  if (type.content.kind === 'elements') return elementLines(name, type.content.particles, writer, local);
  const key = within ?? local;
  const words = wordsOf(particle, key);
  if (type.content.kind === 'text') return [`<${name}>${textValue(particle, words, writer)}</${name}>`];
  const attributes = type.attributes.filter(({ use }) => use === 'required');
  const written = attributes.map(attribute => ` ${attribute.name}="${writer.value(key, attribute.name, words)}"`);
  return [`<${name}${written.join('')}${writer.extraAttributes(key)}/>`];
}

function textValue(particle: ElementParticle, words: string, writer: Writer): string {
  const local = localOf(particle);
  const isBoolean = particle.type.content.kind === 'text' && particle.type.content.type.base === 'boolean';
  return isBoolean ? writer.choice(local, ['true', 'false']) : writer.value(local, undefined, words);
}

function headerLines(header: ElementParticle, writer: Writer): readonly string[] {
  const local = localOf(header);
  if (local === 'RequestServerVersion') {
    const all = [...new Set([...versionChoices, ...serverVersionNames])];
    return [`<t:RequestServerVersion Version="${writer.choice(local, all)}"/>`];
  }
  if (local === 'MailboxCulture') return [`<t:MailboxCulture>\${1:en-US}</t:MailboxCulture>`];
  const options = header.type.content.kind === 'elements' ? sidChoices(header.type.content.particles) : [];
  return [
    '<t:ExchangeImpersonation>',
    '\t<t:ConnectingSID>',
    `\t\t<t:\${1|${options.join(',')}|}>\${2:${escapeSnippet('{{user to act for}}')}}</t:$1>`,
    '\t</t:ConnectingSID>',
    '</t:ExchangeImpersonation>',
  ];
}

function sidChoices(particles: readonly Particle[]): readonly string[] {
  const [sid] = particles;
  const content = sid?.kind === 'element' ? sid.type.content : undefined;
  const [choice] = content?.kind === 'elements' ? content.particles : [];
  const names = choice?.kind === 'choice' ? choice.options.map(localOf) : [];
  return [...new Set(['PrimarySmtpAddress', ...names])];
}

function localOf(particle: ElementParticle): string {
  return particle.name.slice(particle.name.indexOf(':') + 1);
}

/** `GroupId` → `group id`: what to put there, as a reader would say it; an entry of a list is called by the list. */
export function wordsOf(particle: ElementParticle, parent: string): string {
  if (particle.meaning === 'itemId') return inWords(parent.replace(/s$/, ''));
  const words: Readonly<Record<string, string>> = {
    imGroupId: 'group id',
    imContactId: 'contact id',
    telUri: 'tel:+15550123',
    sipUri: 'sip:name@example.com',
    telephoneNumber: '+1 555 0123',
    imAddress: 'name@example.com',
    // In the types namespace it names the user to act for, in messages a distribution group.
    smtpAddress: particle.name.startsWith('t:') ? 'user to act for' : 'group@example.com',
  };
  const own = particle.meaning && words[particle.meaning];
  return own ?? inWords(localOf(particle));
}

function inWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** Makes text safe in a VS Code snippet and inside its tab stops. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
