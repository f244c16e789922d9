import { defineOperation, one, optional } from '../schema.ts';
import { itemIdType, nonEmptyStringType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const addNewImContactToGroup = defineOperation({
  name: 'AddNewImContactToGroup',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Puts a new contact on the IM list, and into a group if one is given.',
  request: [
    one(
      'm:ImAddress',
      nonEmptyStringType,
      'The instant messaging address of the new contact, such as name@example.com.',
      'imAddress',
    ),
    optional('m:DisplayName', nonEmptyStringType, 'The name of the contact as people see it.', 'displayName'),
    optional(
      'm:GroupId',
      itemIdType,
      'The IM group to put it into: its ExchangeStoreId in GetImItemList.',
      'imGroupId',
    ),
  ],
  response: { shape: 'direct', returns: 'm:Persona' },
  errors: {
    ErrorNonExistentMailbox: 'The mailbox that the request leads to does not exist; MessageXml may name its GUID.',
    ErrorImContactLimitReached: 'The mailbox has its 1000 IM contacts. Remove one first.',
  },
  notes: [
    'A mailbox holds at most 1000 IM contacts.',
    'The documentation speaks of three arguments; the schema requires ImAddress alone.',
    'The published sample sends t:TimeZoneContext, which the service description does not bind to this operation.',
  ],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/addnewimcontacttogroup-operation',
});
