/** One value of RequestServerVersion. Source: ExchangeVersionType of Exchange SE RTM; products from the documentation. */
export interface ServerVersionFact {
  readonly name: ServerVersion;
  /** Releases that understand it, in a reader's words; of a working name the one that got another name. */
  readonly products: string;
  /** What else is worth knowing, in a sentence. */
  readonly note?: string;
  /** Named by the public documentation; the others are in the schema alone. */
  readonly documented: boolean;
  /** A working name that no release answers to: do not send. */
  readonly workingName?: true;
}

/** Names in the order of age: a later one includes what an earlier one has. */
export const serverVersionNames = [
  'Exchange2007',
  'Exchange2007_SP1',
  'Exchange2009',
  'Exchange2010',
  'Exchange2010_SP1',
  'Exchange2010_SP2',
  'Exchange2012',
  'Exchange2013',
  'Exchange2013_SP1',
  'Exchange2015',
  'Exchange2016',
  'V2015_10_05',
  'V2016_01_06',
  'V2016_04_13',
  'V2016_07_13',
  'V2016_10_10',
  'V2017_01_07',
  'V2017_04_14',
  'V2017_07_11',
] as const;

/** A value that the schema allows in RequestServerVersion. */
export type ServerVersion = (typeof serverVersionNames)[number];

/** What is known of each version, oldest first. */
export const serverVersions: readonly ServerVersionFact[] = [
  { name: 'Exchange2007', products: 'Exchange 2007 and later', documented: true },
  { name: 'Exchange2007_SP1', products: 'Exchange 2007 SP1 and later', documented: true },
  {
    name: 'Exchange2009',
    products: 'Exchange 2010',
    documented: false,
    workingName: true,
  },
  { name: 'Exchange2010', products: 'Exchange 2010 and later', documented: true },
  { name: 'Exchange2010_SP1', products: 'Exchange 2010 SP1 and later', documented: true },
  { name: 'Exchange2010_SP2', products: 'Exchange 2010 SP2 and later', documented: true },
  {
    name: 'Exchange2012',
    products: 'Exchange 2013',
    documented: false,
    workingName: true,
  },
  {
    name: 'Exchange2013',
    products: 'Exchange 2013 and later',
    note: 'It is the first with the IM operations.',
    documented: true,
  },
  {
    name: 'Exchange2013_SP1',
    products: 'Exchange 2013 SP1 and later',
    note: 'It is the newest that the documentation names.',
    documented: true,
  },
  { name: 'Exchange2015', products: 'pre-releases of Exchange 2016', documented: false },
  { name: 'Exchange2016', products: 'Exchange 2016, 2019, SE and Exchange Online', documented: false },
  ...(
    [
      'V2015_10_05',
      'V2016_01_06',
      'V2016_04_13',
      'V2016_07_13',
      'V2016_10_10',
      'V2017_01_07',
      'V2017_04_14',
      'V2017_07_11',
    ] as const
  ).map(name => ({
    name,
    products: 'Exchange Online',
    note: `It is a service schema, dated ${name.slice(1).replaceAll('_', '-')}.`,
    documented: false,
  })),
];
