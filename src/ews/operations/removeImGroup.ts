import { defineOperation, one } from '../schema.ts';
import { itemIdType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const removeImGroup = defineOperation({
  name: 'RemoveImGroup',
  since: 'Exchange2013',
  effect: 'removes',
  summary: 'Removes one instant messaging (IM) group from the mailbox.',
  request: [one('m:GroupId', itemIdType, 'The IM group to remove: its ExchangeStoreId in GetImItemList.', 'imGroupId')],
  response: { shape: 'direct' },
  errors: {
    ErrorInvalidImGroupId:
      'No IM group in this mailbox has that id. It may have been removed already, perhaps by an earlier send of this very request.',
    ErrorInvalidIdMalformed: 'The Id of GroupId is not an Exchange id: cut short, altered, or of another kind.',
  },
  notes: ['Removing a group is final.'],
  documentation: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/removeimgroup-operation',
});
