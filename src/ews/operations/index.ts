import type { Operation } from '../schema.ts';
import { addDistributionGroupToImList } from './addDistributionGroupToImList.ts';
import { addImContactToGroup } from './addImContactToGroup.ts';
import { addImGroup } from './addImGroup.ts';
import { addNewImContactToGroup } from './addNewImContactToGroup.ts';
import { addNewTelUriContactToGroup } from './addNewTelUriContactToGroup.ts';
import { getImItemList } from './getImItemList.ts';
import { getImItems } from './getImItems.ts';
import { removeContactFromImList } from './removeContactFromImList.ts';
import { removeDistributionGroupFromImList } from './removeDistributionGroupFromImList.ts';
import { removeImContactFromGroup } from './removeImContactFromGroup.ts';
import { removeImGroup } from './removeImGroup.ts';
import { setImGroup } from './setImGroup.ts';
import { setImListMigrationCompleted } from './setImListMigrationCompleted.ts';

/** The operations whose content is known and checked: to add one, add its file and its line here. */
export const operations: readonly Operation[] = [
  addDistributionGroupToImList,
  addImContactToGroup,
  addImGroup,
  addNewImContactToGroup,
  addNewTelUriContactToGroup,
  getImItemList,
  getImItems,
  removeContactFromImList,
  removeDistributionGroupFromImList,
  removeImContactFromGroup,
  removeImGroup,
  setImGroup,
  setImListMigrationCompleted,
];
