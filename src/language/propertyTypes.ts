import { frequentPropertyTypes, refusedPropertyTypes } from '../ews/types.ts';

/** Property types in the order in which they are worth offering: frequent ones first, those that servers refuse last. */
export function byUse(types: readonly string[]): readonly string[] {
  const frequent = frequentPropertyTypes.filter(type => types.includes(type));
  const others = types.filter(type => !frequent.includes(type) && !refusedPropertyTypes.includes(type));
  return [...frequent, ...others, ...types.filter(type => refusedPropertyTypes.includes(type))];
}

/** True for the values of PropertyType. */
export function arePropertyTypes(values: readonly string[]): boolean {
  return values.includes('SystemTimeArray');
}

/**
 * The type that another name stands for: those of MS-OXCDATA (`PtypString`), of MAPI (`PT_UNICODE`) and of programs
 * (`Int32`). Source: MS-OXCDATA, 2.11.1; MAPI calls an integer of 32 bits long.
 */
export function propertyTypeMeant(word: string): string | undefined {
  const [, family = '', many = '', name = '', array = ''] =
    /^\s*(ptyp|pt_)?(multiple|mv_)?(\w+?)(array|\[\])?\s*$/i.exec(word) ?? [];
  const lower = name.toLowerCase();
  const meant = (family.toLowerCase() === 'pt_' ? ofMapi[lower] : undefined) ?? ofOthers[lower];
  return meant && (many || (array && lower !== 'byte')) ? `${meant}Array` : meant;
}

const ofMapi: Readonly<Record<string, string>> = { long: 'Integer', short: 'Short' };

const ofOthers: Readonly<Record<string, string>> = {
  ...named('String', 'string string8 tstring unicode text char varchar nvarchar str'),
  ...named('Integer', 'integer integer32 int int32 i4 dword number'),
  ...named('Short', 'integer16 int16 i2'),
  ...named('Long', 'integer64 int64 i8 longlong bigint'),
  ...named('Boolean', 'boolean bool'),
  ...named('SystemTime', 'time systime systemtime datetime date filetime'),
  ...named('Binary', 'binary byte bytes blob'),
  ...named('CLSID', 'guid clsid uuid'),
  ...named('Float', 'floating32 float r4 single'),
  ...named('Double', 'floating64 double r8'),
  ...named('Currency', 'currency decimal'),
  ...named('ApplicationTime', 'floatingtime apptime'),
};

function named(type: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map(name => [name, type]));
}
