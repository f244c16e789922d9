import assert from 'node:assert/strict';
import { requestHeaders, unboundHeaders } from '../../../src/ews/headers.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import { responseCodeNames } from '../../../src/ews/responseCodes/index.ts';
import type { ComplexType, ElementParticle, Operation, Particle, SimpleType } from '../../../src/ews/schema.ts';
import { serverVersionNames, serverVersions } from '../../../src/ews/versions.ts';

/**
 * The content of the requests as the schema of Exchange SE RTM has it, in the notation of a DTD with the type behind
 * each element, and the payload of the answer.
 */
const requests: readonly (readonly [name: string, content: string, returns?: string])[] = [
  ['AddImContactToGroup', 'm:ContactId:t:ItemIdType, m:GroupId?:t:ItemIdType'],
  ['AddImGroup', 'm:DisplayName:t:NonEmptyStringType', 'm:ImGroup'],
  [
    'AddNewImContactToGroup',
    'm:ImAddress:t:NonEmptyStringType, m:DisplayName?:t:NonEmptyStringType, m:GroupId?:t:ItemIdType',
    'm:Persona',
  ],
  [
    'AddNewTelUriContactToGroup',
    'm:TelUriAddress:t:NonEmptyStringType, m:ImContactSipUriAddress:t:NonEmptyStringType, ' +
      'm:ImTelephoneNumber:t:NonEmptyStringType, m:GroupId?:t:ItemIdType',
    'm:Persona',
  ],
  [
    'AddDistributionGroupToImList',
    'm:SmtpAddress:t:NonEmptyStringType, m:DisplayName:t:NonEmptyStringType',
    'm:ImGroup',
  ],
  ['GetImItemList', 'm:ExtendedProperties?:t:NonEmptyArrayOfExtendedFieldURIs', 'm:ImItemList'],
  [
    'GetImItems',
    'm:ContactIds?:t:NonEmptyArrayOfBaseItemIdsType, m:GroupIds?:t:NonEmptyArrayOfBaseItemIdsType, ' +
      'm:ExtendedProperties?:t:NonEmptyArrayOfExtendedFieldURIs',
    'm:ImItemList',
  ],
  ['RemoveContactFromImList', 'm:ContactId:t:ItemIdType'],
  ['RemoveImContactFromGroup', 'm:ContactId:t:ItemIdType, m:GroupId:t:ItemIdType'],
  ['RemoveDistributionGroupFromImList', 'm:GroupId:t:ItemIdType'],
  ['RemoveImGroup', 'm:GroupId:t:ItemIdType'],
  ['SetImGroup', 'm:GroupId:t:ItemIdType, m:NewDisplayName:t:NonEmptyStringType'],
  ['SetImListMigrationCompleted', 'm:ImListMigrationCompleted:xs:boolean'],
];

/** Attributes and content of every complex type that the requests and headers use. */
const types: Readonly<Record<string, string>> = {
  't:ItemIdType': '@Id:xs:string @ChangeKey?:xs:string {empty}',
  't:NonEmptyArrayOfBaseItemIdsType':
    '{(t:ItemId:t:ItemIdType | t:OccurrenceItemId:t:OccurrenceItemIdType | ' +
    't:RecurringMasterItemId:t:RecurringMasterItemIdType | ' +
    't:RecurringMasterItemIdRanges:t:RecurringMasterItemIdRangesType)+}',
  't:OccurrenceItemIdType':
    '@RecurringMasterId:t:DerivedItemIdType @ChangeKey?:xs:string @InstanceIndex:xs:int {empty}',
  't:RecurringMasterItemIdType': '@OccurrenceId:t:DerivedItemIdType @ChangeKey?:xs:string {empty}',
  't:RecurringMasterItemIdRangesType': '@Id:xs:string @ChangeKey?:xs:string {t:Ranges?:t:ArrayOfOccurrenceRangesType}',
  't:ArrayOfOccurrenceRangesType': '{t:Range+:t:OccurrencesRangeType}',
  't:OccurrencesRangeType':
    '@Start?:xs:dateTime @End?:xs:dateTime @Count?:xs:int @CompareOriginalStartTime?:xs:boolean {empty}',
  't:NonEmptyArrayOfExtendedFieldURIs': '{(t:ExtendedProperty:t:PathToExtendedFieldType)+}',
  't:PathToExtendedFieldType':
    '@DistinguishedPropertySetId?:t:DistinguishedPropertySetType @PropertySetId?:t:GuidType ' +
    '@PropertyTag?:t:PropertyTagType @PropertyName?:xs:string @PropertyId?:xs:int ' +
    '@PropertyType:t:MapiPropertyTypeType {empty}',
  't:ExchangeImpersonationType': '@soap:* {t:ConnectingSID:t:ConnectingSIDType}',
  't:ConnectingSIDType':
    '{(t:PrincipalName:t:PrincipalNameType | t:SID:t:SIDType | ' +
    't:PrimarySmtpAddress:t:PrimarySmtpAddressType | t:SmtpAddress:t:SmtpAddressType)}',
  't:MailboxCultureType': '@soap:* {xs:language}',
  't:RequestServerVersion': '@soap:* @Version:t:ExchangeVersionType {empty}',
  't:PrincipalNameType': '{t:NonEmptyStringType}',
  't:SIDType': '{t:NonEmptyStringType}',
  't:PrimarySmtpAddressType': '{t:NonEmptyStringType}',
  't:SmtpAddressType': '{t:NonEmptyStringType}',
  't:NonEmptyStringType': '{t:NonEmptyStringType}',
  'xs:boolean': '{xs:boolean}',
};

/** Codes that the documentation names for an operation, besides NoError and what any request may meet. */
const documentedCodes: Readonly<Record<string, readonly string[]>> = {
  AddImContactToGroup: ['ErrorInvalidImContactId'],
  AddImGroup: ['ErrorImGroupLimitReached', 'ErrorImGroupDisplayNameAlreadyExists'],
  AddNewImContactToGroup: ['ErrorNonExistentMailbox', 'ErrorImContactLimitReached'],
  AddNewTelUriContactToGroup: ['ErrorItemNotFound'],
  AddDistributionGroupToImList: ['ErrorInvalidImDistributionGroupSmtpAddress', 'ErrorImGroupLimitReached'],
  GetImItemList: ['ErrorIncorrectSchemaVersion'],
  GetImItems: [],
  RemoveContactFromImList: ['ErrorItemNotFound'],
  RemoveImContactFromGroup: ['ErrorInvalidImContactId', 'ErrorUnableToRemoveImContactFromGroup'],
  RemoveDistributionGroupFromImList: ['ErrorItemNotFound'],
  RemoveImGroup: ['ErrorInvalidImGroupId', 'ErrorInvalidIdMalformed'],
  SetImGroup: ['ErrorImGroupDisplayNameAlreadyExists'],
  SetImListMigrationCompleted: [],
};

suite('The 13 IM operations: what the schema says', () => {
  test('they are 13, in the order of the schema', () =>
    assert.deepEqual(
      operations.map(({ name }) => name),
      requests.map(([name]) => name),
    ));
  for (const [name, content, returns] of requests) {
    test(name, () => {
      const operation = operations.find(candidate => candidate.name === name)!;
      assert.equal(written(operation.request), content);
      assert.deepEqual(operation.response, { shape: 'direct', ...(returns && { returns }) });
      assert.equal(operation.since, 'Exchange2013');
    });
  }
  test('every type they use, and no other', () => {
    const used = [...operations.flatMap(({ request }) => request), ...requestHeaders].flatMap(typesOf);
    assert.deepEqual(Object.fromEntries(used.map(type => [type.name, writtenType(type)])), types);
  });
  test('facets of the simple types', () => {
    const used = [...operations.flatMap(({ request }) => request), ...requestHeaders].flatMap(typesOf);
    const simple = new Map(used.flatMap(simpleTypesOf).map(type => [type.name, type]));
    assert.deepEqual([...simple.keys()].sort(), [
      't:DerivedItemIdType',
      't:DistinguishedPropertySetType',
      't:ExchangeVersionType',
      't:GuidType',
      't:MapiPropertyTypeType',
      't:NonEmptyStringType',
      't:PropertyTagType',
      'xs:boolean',
      'xs:dateTime',
      'xs:int',
      'xs:language',
      'xs:string',
    ]);
    assert.equal(simple.get('t:NonEmptyStringType')?.minLength, 1);
    assert.equal(simple.get('t:MapiPropertyTypeType')?.enumeration?.length, 27);
    assert.equal(simple.get('t:DistinguishedPropertySetType')?.enumeration?.length, 10);
    assert.equal(simple.get('t:ExchangeVersionType')?.enumeration?.length, 19);
    assert.equal(simple.get('t:PropertyTagType')?.base, 'unsignedShort');
    assert.equal(simple.get('t:PropertyTagType')?.or?.[0]?.pattern, '(0x|0X)[0-9A-Fa-f]{1,4}');
    assert.equal(simple.get('xs:language')?.pattern, '[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*');
  });
});

suite('The 13 IM operations: what a reader is told', () => {
  for (const operation of operations) {
    test(`${operation.name}: its documented codes`, () => {
      const documented = documentedCodes[operation.name] ?? ['no entry'];
      const likely: readonly string[] = operation.likelyErrors ?? [];
      const named = Object.keys(operation.errors).filter(code => !likely.includes(code));
      assert.deepEqual([...named].sort(), [...documented].sort());
      assert.deepEqual(
        likely.filter(code => !Object.hasOwn(operation.errors, code)),
        [],
      );
      const names: readonly string[] = responseCodeNames;
      assert.deepEqual(
        Object.keys(operation.errors).filter(code => !names.includes(code)),
        [],
      );
    });
    test(`${operation.name}: whole sentences, and its page`, () => {
      const sentences = sentencesOf(operation);
      assert.notEqual(sentences.length, 0);
      assert.deepEqual(
        sentences.filter(
          sentence => !/^[A-Z]|^true /.test(sentence) || !sentence.endsWith('.') || /!|\s\s/.test(sentence),
        ),
        [],
      );
      assert.match(operation.summary, /^[^.]+\.$/, 'one sentence');
      assert.equal(
        operation.documentation,
        `https://learn.microsoft.com/exchange/client-developer/web-service-reference/${operation.name.toLowerCase()}-operation`,
      );
    });
    test(`${operation.name}: plain data`, () => assert.deepEqual(JSON.parse(JSON.stringify(operation)), operation));
  }
  test('what takes away says so', () =>
    assert.deepEqual(
      operations.filter(({ effect }) => effect === 'removes').map(({ name }) => name),
      operations.filter(({ name }) => name.startsWith('Remove')).map(({ name }) => name),
    ));
  test('only two of them read', () =>
    assert.deepEqual(
      operations.filter(({ effect }) => effect === 'reads').map(({ name }) => name),
      ['GetImItemList', 'GetImItems'],
    ));
});

suite('Headers and versions', () => {
  test('three headers are bound to the IM operations, all optional', () =>
    assert.deepEqual(
      requestHeaders.map(({ name, occurs }) => [name, occurs.min, occurs.max]),
      [
        ['t:RequestServerVersion', 0, 1],
        ['t:MailboxCulture', 0, 1],
        ['t:ExchangeImpersonation', 0, 1],
      ],
    ));
  test('seven others are known and not bound', () =>
    assert.deepEqual(unboundHeaders, [
      't:TimeZoneContext',
      't:ManagementRole',
      't:DateTimePrecision',
      't:SerializedSecurityContext',
      't:OpenAsAdminOrSystemService',
      't:ProxySecurityContext',
      't:SharingSecurity',
    ]));
  test('every version of the schema has its facts, in order of age', () =>
    assert.deepEqual(
      serverVersions.map(({ name }) => name),
      serverVersionNames,
    ));
  test('the documentation names seven versions; two are working names', () => {
    assert.deepEqual(
      serverVersions.filter(({ documented }) => documented).map(({ name }) => name),
      [
        'Exchange2007',
        'Exchange2007_SP1',
        'Exchange2010',
        'Exchange2010_SP1',
        'Exchange2010_SP2',
        'Exchange2013',
        'Exchange2013_SP1',
      ],
    );
    assert.deepEqual(
      serverVersions.filter(({ workingName }) => workingName).map(({ name }) => name),
      ['Exchange2009', 'Exchange2012'],
    );
  });
});

function written(particles: readonly Particle[]): string {
  return particles.map(writtenParticle).join(', ');
}

function writtenParticle(particle: Particle): string {
  const { min, max } = particle.occurs;
  const times = max === 1 ? ['?', ''][min] : ['*', '+'][min];
  if (particle.kind === 'choice') return `(${particle.options.map(writtenParticle).join(' | ')})${times}`;
  return `${particle.name}${times}:${particle.type.name}`;
}

function writtenType({ attributes, content, soapAttributes }: ComplexType): string {
  const all = attributes.map(({ name, use, type }) => `@${name}${use === 'required' ? '' : '?'}:${type.name}`);
  const inside =
    content.kind === 'empty' ? 'empty' : content.kind === 'text' ? content.type.name : written(content.particles);
  return [...(soapAttributes ? ['@soap:*'] : []), ...all, `{${inside}}`].join(' ');
}

function typesOf(particle: Particle): readonly ComplexType[] {
  if (particle.kind === 'choice') return particle.options.flatMap(typesOf);
  const { type } = particle;
  return [type, ...(type.content.kind === 'elements' ? type.content.particles.flatMap(typesOf) : [])];
}

function simpleTypesOf({ attributes, content }: ComplexType): readonly SimpleType[] {
  return [...attributes.map(({ type }) => type), ...(content.kind === 'text' ? [content.type] : [])];
}

function sentencesOf({ summary, request, errors, notes }: Operation): readonly string[] {
  const elements = request.filter((particle): particle is ElementParticle => particle.kind === 'element');
  return [summary, ...elements.map(element => element.summary), ...Object.values(errors), ...notes];
}
