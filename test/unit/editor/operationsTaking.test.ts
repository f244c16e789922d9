import assert from 'node:assert/strict';
import { type IdKind, operationsTaking } from '../../../src/editor/views/operationsTaking.ts';

/** By the schema of Exchange 2013: who has GroupId or GroupIds, and who has ContactId or ContactIds. */
const expected: Readonly<Record<IdKind, readonly string[]>> = {
  group: [
    'AddImContactToGroup',
    'AddNewImContactToGroup',
    'AddNewTelUriContactToGroup',
    'GetImItems',
    'RemoveImContactFromGroup',
    'RemoveImGroup',
    'SetImGroup',
  ],
  distributionGroup: ['GetImItems', 'RemoveDistributionGroupFromImList'],
  contact: ['AddImContactToGroup', 'GetImItems', 'RemoveContactFromImList', 'RemoveImContactFromGroup'],
  member: ['AddImContactToGroup', 'GetImItems', 'RemoveContactFromImList', 'RemoveImContactFromGroup'],
};

suite('operations that take an id', () => {
  for (const [kind, names] of Object.entries(expected)) {
    test(kind, () => {
      const taking = operationsTaking(kind as IdKind).map(({ name }) => name);
      assert.deepEqual([...taking].sort(), names);
    });
  }

  test('alone: the operations that need nothing else come first, and of these the one that reads', () => {
    const first = (kind: IdKind, count: number) =>
      operationsTaking(kind)
        .slice(0, count)
        .map(({ name }) => name);
    assert.deepEqual(first('contact', 2), ['GetImItems', 'RemoveContactFromImList']);
    assert.deepEqual(first('group', 1), ['GetImItems']);
  });

  test('a member of a group: the operation that takes both ids comes before the one that takes one', () => {
    assert.equal(operationsTaking('member').at(-1)?.name, 'RemoveContactFromImList');
  });
});
