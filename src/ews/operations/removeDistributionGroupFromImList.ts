import { defineOperation, one } from '../schema.ts';
import { itemIdType } from '../types.ts';

/** Source: messages.xsd of Exchange SE and the documentation page of the operation. */
export const removeDistributionGroupFromImList = defineOperation({
  name: 'RemoveDistributionGroupFromImList',
  since: 'Exchange2013',
  effect: 'removes',
  summary: 'Takes a distribution group off the IM list; the group itself stays in the directory.',
  request: [
    one(
      'm:GroupId',
      itemIdType,
      'The distribution group on the IM list: its ExchangeStoreId in GetImItemList, not its address.',
      'imGroupId',
    ),
  ],
  response: { shape: 'direct' },
  errors: { ErrorItemNotFound: 'The group is not on the IM list any more. On a repeat, treat it as done.' },
  notes: ['GroupId is the ExchangeStoreId, not the SMTP address.'],
  documentation:
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/removedistributiongroupfromimlist-operation',
});
