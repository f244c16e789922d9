import type { Operation } from '../schema.ts';
import { removeImContactFromGroup } from './removeImContactFromGroup.ts';
import { removeImGroup } from './removeImGroup.ts';

/** The operations whose content is known and checked: to add one, add its file and its line here. */
export const operations: readonly Operation[] = [removeImContactFromGroup, removeImGroup];
