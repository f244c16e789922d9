import { defineOperation, optional } from '../schema.ts';
import { nonEmptyArrayOfExtendedFieldUrisType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const getImItemList = defineOperation({
  name: 'GetImItemList',
  since: 'Exchange2013',
  effect: 'reads',
  summary: 'Lists all IM groups and the personas of all IM contacts of the mailbox.',
  request: [
    optional(
      'm:ExtendedProperties',
      nonEmptyArrayOfExtendedFieldUrisType,
      'Extended properties to return with each item.',
    ),
  ],
  response: { shape: 'direct', returns: 'm:ImItemList' },
  errors: {
    ErrorIncorrectSchemaVersion:
      'RequestServerVersion is below Exchange2013, which is the first version with this operation.',
  },
  notes: ['A group has its id in ExchangeStoreId; a contact in SourceId of its persona.'],
  documentation: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/getimitemlist-operation',
});
