import { defineOperation, one } from '../schema.ts';
import { itemIdType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const removeContactFromImList = defineOperation({
  name: 'RemoveContactFromImList',
  since: 'Exchange2013',
  effect: 'removes',
  summary: 'Takes a contact off the IM list and out of all its groups.',
  request: [
    one(
      'm:ContactId',
      itemIdType,
      'The contact item: SourceId of its persona, or MemberCorrelationKey of a group, in GetImItemList.',
      'imContactId',
    ),
  ],
  response: { shape: 'direct' },
  errors: {
    ErrorItemNotFound:
      'The contact is not on the IM list any more, or the id is that of something else. On a repeat, treat it as done.',
  },
  notes: [
    'The contact leaves every group. Do not use DeleteItem for this.',
    'The published sample has an empty Id, which servers refuse.',
  ],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/removecontactfromimlist-operation',
});
