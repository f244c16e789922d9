import { defineOperation, optional } from '../schema.ts';
import { nonEmptyArrayOfBaseItemIdsType, nonEmptyArrayOfExtendedFieldUrisType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const getImItems = defineOperation({
  name: 'GetImItems',
  since: 'Exchange2013',
  effect: 'reads',
  summary: 'Returns the IM groups and contacts with the given ids.',
  request: [
    optional('m:ContactIds', nonEmptyArrayOfBaseItemIdsType, 'The contacts to return.'),
    optional('m:GroupIds', nonEmptyArrayOfBaseItemIdsType, 'The groups to return.'),
    optional(
      'm:ExtendedProperties',
      nonEmptyArrayOfExtendedFieldUrisType,
      'Extended properties to return with each item.',
    ),
  ],
  response: { shape: 'direct', returns: 'm:ImItemList' },
  errors: {},
  notes: [
    'All children may be left out, even all at once.',
    'Ids are not checked: an id that leads to nothing is silently left out of the answer. ChangeKeys are ignored.',
  ],
  documentation: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/getimitems-operation',
});
