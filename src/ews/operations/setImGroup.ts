import { defineOperation, one } from '../schema.ts';
import { itemIdType, nonEmptyStringType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const setImGroup = defineOperation({
  name: 'SetImGroup',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Gives an IM group another name.',
  request: [
    one('m:GroupId', itemIdType, 'The IM group to rename: its ExchangeStoreId in GetImItemList.', 'imGroupId'),
    one('m:NewDisplayName', nonEmptyStringType, 'The new name as people see it.', 'displayName'),
  ],
  response: { shape: 'direct' },
  errors: {
    ErrorImGroupDisplayNameAlreadyExists:
      'A group has that name already; the present name of this very group counts too.',
    ErrorInvalidImGroupId: 'No IM group in this mailbox has that id.',
  },
  likelyErrors: ['ErrorInvalidImGroupId'],
  notes: [
    'The element is NewDisplayName here, DisplayName in AddImGroup.',
    'The documentation speaks of one argument; the schema requires GroupId and NewDisplayName.',
  ],
  documentation: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/setimgroup-operation',
});
