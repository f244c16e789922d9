import { defineOperation, one, optional } from '../schema.ts';
import { itemIdType, nonEmptyStringType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const addNewTelUriContactToGroup = defineOperation({
  name: 'AddNewTelUriContactToGroup',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Puts a new contact known by a telephone number on the IM list, and into a group if one is given.',
  request: [
    one('m:TelUriAddress', nonEmptyStringType, 'The number as a tel: URI, such as tel:+15550123.', 'telUri'),
    one(
      'm:ImContactSipUriAddress',
      nonEmptyStringType,
      'The SIP address of the contact, such as sip:name@example.com.',
      'sipUri',
    ),
    one('m:ImTelephoneNumber', nonEmptyStringType, 'The number as people read it.', 'telephoneNumber'),
    optional(
      'm:GroupId',
      itemIdType,
      'The IM group to put it into: its ExchangeStoreId in GetImItemList.',
      'imGroupId',
    ),
  ],
  response: { shape: 'direct', returns: 'm:Persona' },
  errors: {
    ErrorItemNotFound: 'The group id leads to nothing in this mailbox.',
    ErrorImContactLimitReached: 'The mailbox has its 1000 IM contacts. Remove one first.',
  },
  likelyErrors: ['ErrorImContactLimitReached'],
  notes: [
    'A mailbox holds at most 1000 IM contacts.',
    'All three of tel: URI, SIP address and number are required; only the group is optional.',
    'The persona in the answer may have an empty DisplayName.',
  ],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/addnewteluricontacttogroup-operation',
});
