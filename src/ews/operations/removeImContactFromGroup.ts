import { defineOperation, one } from '../schema.ts';
import { itemIdType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const removeImContactFromGroup = defineOperation({
  name: 'RemoveImContactFromGroup',
  since: 'Exchange2013',
  effect: 'removes',
  summary: 'Removes one IM contact from one IM group; its other groups keep it.',
  request: [
    one(
      'm:ContactId',
      itemIdType,
      'The contact item: SourceId of its persona, or MemberCorrelationKey of the group, in GetImItemList.',
      'imContactId',
    ),
    one(
      'm:GroupId',
      itemIdType,
      'The IM group to take the contact out of: its ExchangeStoreId in GetImItemList.',
      'imGroupId',
    ),
  ],
  response: { shape: 'direct' },
  errors: {
    ErrorInvalidImContactId:
      'The contact is not in that group, or is no IM contact at all. It may have been removed already, perhaps by an earlier send of this very request.',
    ErrorUnableToRemoveImContactFromGroup:
      'The store tried to take the contact out of the group and did not manage to.',
  },
  notes: ['The order matters: ContactId first, then GroupId.'],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/removeimcontactfromgroup-operation',
});
