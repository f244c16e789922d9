import { defineOperation, one, optional } from '../schema.ts';
import { itemIdType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const addImContactToGroup = defineOperation({
  name: 'AddImContactToGroup',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Adds a contact that is on the IM list already to an IM group.',
  request: [
    one(
      'm:ContactId',
      itemIdType,
      'The contact item: SourceId of its persona, or MemberCorrelationKey of a group, in GetImItemList.',
      'imContactId',
    ),
    optional('m:GroupId', itemIdType, 'The IM group to add it to: its ExchangeStoreId in GetImItemList.', 'imGroupId'),
  ],
  response: { shape: 'direct' },
  errors: {
    ErrorInvalidImContactId: 'The contact exists but is no IM contact: AddNewImContactToGroup makes it one.',
    ErrorInvalidImGroupId: 'No IM group in this mailbox has that id.',
  },
  likelyErrors: ['ErrorInvalidImGroupId'],
  notes: [
    'The documentation treats GroupId as given; the schema makes it optional, and without it the server chooses the place.',
  ],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/addimcontacttogroup-operation',
});
