import assert from 'node:assert/strict';
import { type IdKind, operationsTaking } from '../../../src/editor/views/operationsTaking.ts';

/** By the schema of Exchange 2013: who has GroupId and who has ContactId. */
const expected: Readonly<Record<IdKind, readonly string[]>> = {
  group: [
    'AddImContactToGroup',
    'AddNewImContactToGroup',
    'AddNewTelUriContactToGroup',
    'RemoveImContactFromGroup',
    'RemoveImGroup',
    'SetImGroup',
  ],
  distributionGroup: ['RemoveDistributionGroupFromImList'],
  contact: ['AddImContactToGroup', 'RemoveContactFromImList', 'RemoveImContactFromGroup'],
  member: ['AddImContactToGroup', 'RemoveContactFromImList', 'RemoveImContactFromGroup'],
};

suite('operations that take an id', () => {
  for (const [kind, names] of Object.entries(expected)) {
    test(kind, () => {
      const taking = operationsTaking(kind as IdKind).map(({ name }) => name);
      assert.deepEqual([...taking].sort(), names);
    });
  }

  test('a contact alone: the operation that needs nothing else comes first', () => {
    assert.equal(operationsTaking('contact')[0]?.name, 'RemoveContactFromImList');
  });

  test('a member of a group: the operation that takes both ids comes before the one that takes one', () => {
    assert.equal(operationsTaking('member').at(-1)?.name, 'RemoveContactFromImList');
  });
});
