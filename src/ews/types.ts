import {
  type Attribute,
  type ComplexType,
  many,
  manyOf,
  one,
  oneOf,
  optional,
  type SimpleType,
  sequence,
  text,
} from './schema.ts';
import { serverVersionNames } from './versions.ts';

/** Simple and complex types of the requests. Source: types.xsd and messages.xsd of Exchange SE RTM (15.2.2562.17). */

const string: SimpleType = { name: 'xs:string', base: 'string' };
const int: SimpleType = { name: 'xs:int', base: 'int' };
const boolean: SimpleType = { name: 'xs:boolean', base: 'boolean' };
const dateTime: SimpleType = { name: 'xs:dateTime', base: 'dateTime' };
const derivedItemId: SimpleType = { name: 't:DerivedItemIdType', base: 'string' };
const nonEmptyString: SimpleType = { name: 't:NonEmptyStringType', base: 'string', minLength: 1 };
const language: SimpleType = { name: 'xs:language', base: 'language', pattern: '[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*' };

const exchangeVersion: SimpleType = { name: 't:ExchangeVersionType', base: 'string', enumeration: serverVersionNames };

const guid: SimpleType = {
  name: 't:GuidType',
  base: 'string',
  pattern: '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}',
};

const propertyTag: SimpleType = {
  name: 't:PropertyTagType',
  base: 'unsignedShort',
  or: [{ name: 'xs:string', base: 'string', pattern: '(0x|0X)[0-9A-Fa-f]{1,4}' }],
};

const distinguishedPropertySet: SimpleType = {
  name: 't:DistinguishedPropertySetType',
  base: 'string',
  enumeration: [
    'Meeting',
    'Appointment',
    'Common',
    'PublicStrings',
    'Address',
    'InternetHeaders',
    'CalendarAssistant',
    'UnifiedMessaging',
    'Task',
    'Sharing',
  ],
};

const mapiPropertyType: SimpleType = {
  name: 't:MapiPropertyTypeType',
  base: 'string',
  enumeration: [
    'ApplicationTime',
    'ApplicationTimeArray',
    'Binary',
    'BinaryArray',
    'Boolean',
    'CLSID',
    'CLSIDArray',
    'Currency',
    'CurrencyArray',
    'Double',
    'DoubleArray',
    'Error',
    'Float',
    'FloatArray',
    'Integer',
    'IntegerArray',
    'Long',
    'LongArray',
    'Null',
    'Object',
    'ObjectArray',
    'Short',
    'ShortArray',
    'SystemTime',
    'SystemTimeArray',
    'String',
    'StringArray',
  ],
};

/** The types of most properties of contacts and groups, to begin with. */
export const frequentPropertyTypes: readonly string[] = ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'];

/** The types that servers refuse in a request (ErrorUnsupportedMapiPropertyType), although the schema has them. */
export const refusedPropertyTypes: readonly string[] = ['Error', 'Null', 'Object', 'ObjectArray'];

const changeKey = attribute(
  'ChangeKey',
  string,
  'optional',
  'The version of the item; the IM operations do not need it.',
);

/** Id and ChangeKey of one item; the element itself is empty. */
export const itemIdType: ComplexType = {
  name: 't:ItemIdType',
  attributes: [
    attribute(
      'Id',
      string,
      'required',
      'The identifier as Exchange gave it: Base64, at most 512 characters, case matters.',
    ),
    changeKey,
  ],
  content: { kind: 'empty' },
  page: 'ItemId',
};

/** Text of at least one character. */
export const nonEmptyStringType: ComplexType = text(nonEmptyString);

/** true, false, 1 or 0. */
export const booleanType: ComplexType = text(boolean);

/** A language tag such as en-US. */
export const mailboxCultureType: ComplexType = {
  ...text(language),
  name: 't:MailboxCultureType',
  soapAttributes: true,
  page: 'MailboxCulture',
};

/** The attribute Version, and nothing between the tags. */
export const requestServerVersionType: ComplexType = {
  name: 't:RequestServerVersion',
  attributes: [attribute('Version', exchangeVersion, 'required', 'The schema version the request is written for.')],
  content: { kind: 'empty' },
  soapAttributes: true,
  page: 'RequestServerVersion',
};

/** Exactly one way of naming the user to act for. */
const connectingSidType: ComplexType = {
  ...sequence('t:ConnectingSIDType', [
    oneOf(
      one(
        't:PrincipalName',
        named('t:PrincipalNameType'),
        'The user principal name (UPN) of the user to act for; no directory look-up.',
        'userPrincipalName',
      ),
      one(
        't:SID',
        named('t:SIDType'),
        'The security identifier of the user to act for, as S-1-5-21-…; no directory look-up.',
        'sid',
      ),
      one(
        't:PrimarySmtpAddress',
        named('t:PrimarySmtpAddressType'),
        'The primary SMTP address of the mailbox to act for.',
        'smtpAddress',
      ),
      one('t:SmtpAddress', named('t:SmtpAddressType'), 'Any SMTP address of the mailbox to act for.', 'smtpAddress'),
    ),
  ]),
  page: 'ConnectingSID',
};

/** ConnectingSID, once. */
export const exchangeImpersonationType: ComplexType = {
  ...sequence('t:ExchangeImpersonationType', [
    one('t:ConnectingSID', connectingSidType, 'The user to act for, named in exactly one way.'),
  ]),
  soapAttributes: true,
  page: 'ExchangeImpersonation',
};

const occurrenceItemIdType: ComplexType = {
  name: 't:OccurrenceItemIdType',
  attributes: [
    attribute('RecurringMasterId', derivedItemId, 'required', 'The id of the recurring master.'),
    changeKey,
    attribute('InstanceIndex', int, 'required', 'The number of the occurrence, from 1.'),
  ],
  content: { kind: 'empty' },
};

const recurringMasterItemIdType: ComplexType = {
  name: 't:RecurringMasterItemIdType',
  attributes: [
    attribute('OccurrenceId', derivedItemId, 'required', 'The id of any occurrence of the series.'),
    changeKey,
  ],
  content: { kind: 'empty' },
};

const occurrencesRangeType: ComplexType = {
  name: 't:OccurrencesRangeType',
  attributes: [
    attribute('Start', dateTime, 'optional', 'Where the range begins.'),
    attribute('End', dateTime, 'optional', 'Where the range ends.'),
    attribute('Count', int, 'optional', 'How many occurrences at most.'),
    attribute(
      'CompareOriginalStartTime',
      boolean,
      'optional',
      'Whether the original start time counts, not the present one.',
    ),
  ],
  content: { kind: 'empty' },
};

const recurringMasterItemIdRangesType: ComplexType = sequence(
  't:RecurringMasterItemIdRangesType',
  [
    optional(
      't:Ranges',
      sequence('t:ArrayOfOccurrenceRangesType', [many('t:Range', occurrencesRangeType, 'One range of occurrences.')]),
      'The ranges of occurrences.',
    ),
  ],
  itemIdType.attributes,
);

/** One or more item ids of four kinds; the IM operations mean t:ItemId. */
export const nonEmptyArrayOfBaseItemIdsType: ComplexType = sequence('t:NonEmptyArrayOfBaseItemIdsType', [
  manyOf(
    one('t:ItemId', itemIdType, 'The id of one item.', 'itemId'),
    one('t:OccurrenceItemId', occurrenceItemIdType, 'One occurrence of a recurring item; of no use for IM lists.'),
    one(
      't:RecurringMasterItemId',
      recurringMasterItemIdType,
      'The master of a recurring item; of no use for IM lists.',
    ),
    one(
      't:RecurringMasterItemIdRanges',
      recurringMasterItemIdRangesType,
      'Ranges of a recurring item; of no use for IM lists.',
    ),
  ),
]);

/**
 * Names one extended MAPI property. By rule, not by schema: either PropertyTag alone, or one of the two set ids
 * together with one of PropertyName and PropertyId.
 */
const pathToExtendedFieldType: ComplexType = {
  name: 't:PathToExtendedFieldType',
  attributes: [
    attribute(
      'DistinguishedPropertySetId',
      distinguishedPropertySet,
      'optional',
      'A well-known property set, by name.',
    ),
    attribute('PropertySetId', guid, 'optional', 'A property set, by GUID without braces.'),
    attribute('PropertyTag', propertyTag, 'optional', 'The id part of a property tag below 0x8000, decimal or as 0x….'),
    attribute('PropertyName', string, 'optional', 'The name of the property in its set.'),
    attribute('PropertyId', int, 'optional', 'The dispatch id of the property in its set.'),
    attribute('PropertyType', mapiPropertyType, 'required', 'The MAPI type of the property.'),
  ],
  content: { kind: 'empty' },
  page: 'ExtendedFieldURI',
};

/** One or more extended properties to return. */
export const nonEmptyArrayOfExtendedFieldUrisType: ComplexType = sequence('t:NonEmptyArrayOfExtendedFieldURIs', [
  manyOf(one('t:ExtendedProperty', pathToExtendedFieldType, 'One extended property to return.', 'extendedProperty')),
]);

/** Types that xsi:type may put in the place of another, with the type each is derived from. Source: types.xsd. */
export const derivedTypes: readonly { readonly base: string; readonly type: ComplexType }[] = [
  { base: itemIdType.name, type: recurringMasterItemIdRangesType },
  ...['t:PrincipalNameType', 't:SIDType', 't:PrimarySmtpAddressType', 't:SmtpAddressType'].map(name => ({
    base: nonEmptyString.name,
    type: named(name),
  })),
];

function attribute(name: string, type: SimpleType, use: Attribute['use'], summary: string): Attribute {
  return { name, type, use, summary };
}

/** One of the ways of naming the user to act for; its page has the name of the element. */
function named(name: string): ComplexType {
  return { ...text(nonEmptyString), name, page: name.replace(/^t:|Type$/g, '') };
}
