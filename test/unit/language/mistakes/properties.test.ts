import { list, type Mistake, mistakes } from './mistake.ts';

const property = (tag: string) => list(`<m:ExtendedProperties>${tag}</m:ExtendedProperties>`);

/** What a property is named by, each with a value that is right for itself. */
const names = {
  PropertyTag: '0x3001',
  DistinguishedPropertySetId: 'Address',
  PropertySetId: '00062004-0000-0000-c000-000000000046',
  PropertyName: 'Nickname',
  PropertyId: '32896',
} as const;

/** A tag alone names a property, and so does one of the two sets with one of name and id; nothing else does. */
const whole: readonly string[] = [
  'PropertyTag',
  'DistinguishedPropertySetId PropertyName',
  'DistinguishedPropertySetId PropertyId',
  'PropertySetId PropertyName',
  'PropertySetId PropertyId',
];

/** Every combination of them: each bit of the number is one name. */
const combinations = Array.from({ length: 2 ** 5 }, (_, bits): Mistake => {
  const named = Object.entries(names).filter((_name, index) => bits & (1 << index));
  const set = named.map(([name]) => name).join(' ');
  const attributes = [...named, ['PropertyType', 'String']].map(([name, value]) => `${name}="${value}"`).join(' ');
  const element = whole.includes(set) ? 't:ExtendedProperty' : '⟦extended-property.combination|t:ExtendedProperty⟧';
  return { about: `named by ${set || 'nothing'}`, text: property(`<${element} ${attributes}/>`) };
});

const types: readonly Mistake[] = [
  {
    about: 'a placeholder for the type: frequent ones are offered',
    text: property('<t:ExtendedProperty PropertyTag="0x3001" PropertyType="⟦placeholder.refused|{{type}}⟧"/>'),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Change to ${type}`),
  },
  {
    about: 'a set of properties that is nearly spelt: that first, then the others',
    text: property(
      '<t:ExtendedProperty DistinguishedPropertySetId="⟦value.not-in-enumeration|Adress⟧" PropertyId="1" PropertyType="String"/>',
    ),
    fix: 'Change to Address',
    after: property('<t:ExtendedProperty DistinguishedPropertySetId="Address" PropertyId="1" PropertyType="String"/>'),
    others: ['Meeting', 'Appointment', 'Common', 'PublicStrings'].map(set => `Change to ${set}`),
  },
  ...[
    ['PtypString', 'String'],
    ['PT_UNICODE', 'String'],
    ['string', 'String'],
    ['PT_LONG', 'Integer'],
    ['PtypInteger64', 'Long'],
    ['PtypMultipleInteger32', 'IntegerArray'],
    ['PT_MV_BINARY', 'BinaryArray'],
    ['byte[]', 'Binary'],
    ['DateTime', 'SystemTime'],
  ].map(([written, meant = '']) => ({
    about: `${written} stands for ${meant}`,
    text: property(`<t:ExtendedProperty PropertyTag="0x3001" PropertyType="⟦value.not-in-enumeration|${written}⟧"/>`),
    says: `"${written}" is none of the allowed values. Did you mean ${meant}?`,
    fix: `Change to ${meant}`,
    after: property(`<t:ExtendedProperty PropertyTag="0x3001" PropertyType="${meant}"/>`),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary']
      .filter(type => type !== meant)
      .slice(0, 4)
      .map(type => `Change to ${type}`),
  })),
  {
    about: 'what stands for no type is answered with those that most properties have',
    text: property('<t:ExtendedProperty PropertyTag="0x3001" PropertyType="⟦value.not-in-enumeration|Richtext⟧"/>'),
    says: '"Richtext" is none of the allowed values. Write one such as String, Integer, Boolean, SystemTime, Binary.',
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Change to ${type}`),
  },
];

mistakes('mistakes: what properties are named by', combinations);
mistakes('mistakes: types of properties', types);
