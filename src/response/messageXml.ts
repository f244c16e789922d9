import { childrenOf, type Element, textOf } from './elements.ts';

/** What the MessageXml of a response message or of a fault says. */
export interface MessageXml {
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly innerCode?: string;
  readonly backOffMilliseconds?: number;
  readonly line?: number;
  readonly position?: number;
  readonly violation?: string;
}

/**
 * Reads elements named MessageXml. They stand in the messages, types or errors namespace, depending on the place and
 * the release, so callers find them by local name.
 */
export function readMessageXml(elements: readonly Element[]): MessageXml {
  const entries = elements.flatMap(childrenOf);
  const values = entries.filter(entry => !faultEntries.has(entry.name)).flatMap(namedValues);
  const innerCode = namedValue(values, 'InnerErrorResponseCode');
  const backOffMilliseconds = wholeNumber(namedValue(values, 'BackOffMilliseconds'));
  const line = wholeNumber(entryText(entries, 'LineNumber'));
  const position = wholeNumber(entryText(entries, 'LinePosition'));
  const violation = entryText(entries, 'Violation');
  return {
    values,
    ...(innerCode && { innerCode }),
    ...(backOffMilliseconds !== undefined && { backOffMilliseconds }),
    ...(line !== undefined && { line }),
    ...(position !== undefined && { position }),
    ...(violation && { violation }),
  };
}

/** A number without sign, as servers write it: white space around it is allowed. Undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  const digits = text?.trim() ?? '';
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

const faultEntries: ReadonlySet<string> = new Set(['LineNumber', 'LinePosition', 'Violation']);

function namedValues(entry: Element): (readonly [string, string])[] {
  if (entry.name === 'Value') {
    return [[(entry.attributes['Name'] ?? 'Value').trim(), textOf(entry)]];
  }
  if (entry.name === 'FieldURI' || entry.name === 'IndexedFieldURI' || entry.name === 'ExtendedFieldURI') {
    return [[entry.name, propertyPath(entry)]];
  }
  const children = childrenOf(entry);
  return children.length === 0 ? [[entry.name, textOf(entry)]] : children.flatMap(namedValues);
}

/** `item:Subject`, `contacts:EmailAddress EmailAddress1`, `PropertyTag=0x1234 PropertyType=String`. */
function propertyPath(entry: Element): string {
  const attributes = Object.entries(entry.attributes).filter(([name]) => !name.startsWith('xmlns'));
  return attributes
    .map(([name, value]) => (name === 'FieldURI' || name === 'FieldIndex' ? value : `${name}=${value}`))
    .join(' ');
}

function namedValue(values: MessageXml['values'], name: string): string | undefined {
  return values.find(([key]) => key === name)?.[1];
}

function entryText(entries: readonly Element[], name: string): string | undefined {
  const entry = entries.find(candidate => candidate.name === name);
  return entry && textOf(entry);
}
