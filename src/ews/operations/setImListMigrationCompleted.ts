import { defineOperation, one } from '../schema.ts';
import { booleanType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const setImListMigrationCompleted = defineOperation({
  name: 'SetImListMigrationCompleted',
  since: 'Exchange2013',
  effect: 'changes',
  summary: 'Marks the migration of the IM list to Exchange as completed, or as not completed.',
  request: [
    one('m:ImListMigrationCompleted', booleanType, 'true when the IM list has been migrated: true, false, 1 or 0.'),
  ],
  response: { shape: 'direct' },
  errors: { ErrorAccessDenied: 'The operation is meant for the IM server; this account may not call it.' },
  likelyErrors: ['ErrorAccessDenied'],
  notes: ['The documentation says that it is not for public use.'],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/setimlistmigrationcompleted-operation',
});
