import { defineOperation, one } from '../schema.ts';
import { nonEmptyStringType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const addImGroup = defineOperation({
  name: 'AddImGroup',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Creates an IM group in the mailbox.',
  request: [one('m:DisplayName', nonEmptyStringType, 'The name of the new group as people see it.', 'displayName')],
  response: { shape: 'direct', returns: 'm:ImGroup' },
  errors: {
    ErrorImGroupDisplayNameAlreadyExists:
      'A group of that name is there already, perhaps from an earlier send of this very request.',
    ErrorImGroupLimitReached: 'The mailbox has its 64 groups; distribution groups count among them. Remove one first.',
  },
  notes: [
    'The answer carries the new group; its ExchangeStoreId is the GroupId of later requests.',
    'A mailbox holds at most 64 groups, distribution groups included.',
    'In the name, & is written &amp; and < is written &lt;: a raw one makes the whole request unreadable.',
    'Do not repeat it blindly after a lost answer: list the groups first.',
  ],
  documentation: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/addimgroup-operation',
});
