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

/**
 * The operations whose content is known and checked, in the order of the schema (which validators repeat in their
 * sentences). To add one, add its file and its line here.
 */
export const operations: readonly Operation[] = [
  addImContactToGroup,
  addImGroup,
  addNewImContactToGroup,
  addNewTelUriContactToGroup,
  addDistributionGroupToImList,
  getImItemList,
  getImItems,
  removeContactFromImList,
  removeImContactFromGroup,
  removeDistributionGroupFromImList,
  removeImGroup,
  setImGroup,
  setImListMigrationCompleted,
];
