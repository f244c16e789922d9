import type { SimpleType } from '../../ews/schema.ts';

/** Why a value is not valid for its simple type. */
export type ValueFault =
  | { readonly facet: 'minLength' }
  | { readonly facet: 'enumeration'; readonly allowed: readonly string[] }
  /** `wanted` describes the form in words. */
  | { readonly facet: 'form'; readonly wanted: string };

/** Checks a value as XML Schema part 2 does, white space handling included; undefined when it is valid. */
export function valueFault(type: SimpleType, raw: string): ValueFault | undefined {
  const fault = ownFault(type, raw);
  if (!fault || type.or?.some(other => !valueFault(other, raw))) return undefined;
  return type.or ? { facet: 'form', wanted: unionWords } : fault;
}

/** What the value must look like, for completion and hover; undefined when any text will do. */
export function wantedForm(type: SimpleType): string | undefined {
  return type.or ? unionWords : (forms[type.base].wanted ?? patternWords(type));
}

function ownFault(type: SimpleType, raw: string): ValueFault | undefined {
  const form = forms[type.base];
  const value = type.base === 'string' ? raw : collapsed(raw);
  if (type.enumeration && !type.enumeration.includes(value)) return { facet: 'enumeration', allowed: type.enumeration };
  if (type.minLength !== undefined && value.length < type.minLength) return { facet: 'minLength' };
  if (form.valid && !form.valid(value)) return { facet: 'form', wanted: form.wanted ?? type.name };
  if (type.pattern && !patternOf(type.pattern).test(value))
    return { facet: 'form', wanted: patternWords(type) ?? type.pattern };
  return undefined;
}

/** White space collapsed as XML Schema does it: only these four characters are white space. */
function collapsed(value: string): string {
  return value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

const unionWords = 'a number from 0 to 65535, or 0x and one to four hexadecimal digits';

interface Form {
  readonly valid?: (value: string) => boolean;
  readonly wanted?: string;
}

const forms: Readonly<Record<SimpleType['base'], Form>> = {
  string: {},
  boolean: { valid: value => /^(?:true|false|1|0)$/.test(value), wanted: 'true, false, 1 or 0, in lower case' },
  int: { valid: value => isInteger(value, -2147483648, 2147483647), wanted: 'a whole number of 32 bits' },
  unsignedShort: {
    valid: value => /^[0-9]+$/.test(value) && Number(value) <= 65535,
    wanted: 'a number from 0 to 65535',
  },
  dateTime: { valid: isDateTime, wanted: 'a date and time such as 2026-01-31T08:00:00Z' },
  language: {
    valid: value => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(value),
    wanted: 'a language tag such as en-US, with a hyphen',
  },
};

function isInteger(value: string, least: number, most: number): boolean {
  if (!/^[+-]?[0-9]+$/.test(value)) return false;
  const number = Number(value);
  return number >= least && number <= most;
}

/** As .NET reads it, which has no other years than 0001 to 9999 and no hour 24. */
function isDateTime(value: string): boolean {
  const parts =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:Z|[+-]([0-9]{2}):([0-9]{2}))?$/.exec(
      value,
    );
  if (!parts) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = parts
    .slice(1)
    .map(part => Number(part ?? 0));
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > days) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  return zoneHour * 60 + zoneMinute <= 14 * 60 && zoneMinute < 60;
}

const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const compiled = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`);
  patterns.set(pattern, compiled);
  return compiled;
}

function patternWords(type: SimpleType): string | undefined {
  if (type.name === 't:GuidType') return 'a GUID such as 00062004-0000-0000-c000-000000000046, without braces';
  return type.pattern;
}
