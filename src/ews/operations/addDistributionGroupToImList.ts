import { defineOperation, one } from '../schema.ts';
import { nonEmptyStringType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const addDistributionGroupToImList = defineOperation({
  name: 'AddDistributionGroupToImList',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Puts an existing distribution group on the IM list.',
  request: [
    one('m:SmtpAddress', nonEmptyStringType, 'The SMTP address of the distribution group.', 'smtpAddress'),
    one('m:DisplayName', nonEmptyStringType, 'The name of the group as people see it.', 'displayName'),
  ],
  response: { shape: 'direct', returns: 'm:ImGroup' },
  errors: {
    ErrorInvalidImDistributionGroupSmtpAddress:
      'No distribution group that can be put on the IM list has that address.',
    ErrorImGroupLimitReached: 'The mailbox has its 64 groups; distribution groups count among them. Remove one first.',
  },
  notes: [
    'A mailbox holds at most 64 groups, distribution groups included.',
    'The distribution group must exist in the directory; this operation does not create it.',
    'The documentation speaks of one argument and its sample lacks DisplayName; the schema requires both.',
  ],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/adddistributiongrouptoimlist-operation',
});
