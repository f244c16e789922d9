import assert from 'node:assert/strict';
import { buildList } from '../../../src/ews/buildList.ts';
import { describeBuild, parseBuild } from '../../../src/ews/builds.ts';

const cases: readonly (readonly [
  build: string,
  match: string,
  product: string | undefined,
  update: string | undefined,
])[] = [
  ['15.2.1544.4', 'exact', 'Exchange 2019', 'CU14'],
  ['15.02.1544.004', 'exact', 'Exchange 2019', 'CU14'],
  ['15.2.1544', 'update', 'Exchange 2019', 'CU14'],
  ['15.2.1544.12', 'interim', 'Exchange 2019', 'CU14 Apr24HU'],
  ['15.2.1544.99', 'newer', 'Exchange 2019', 'CU14 Aug26SU'],
  ['15.2.2562.17', 'exact', 'Exchange SE', 'RTM'],
  ['15.2.2562.46', 'exact', 'Exchange SE', 'RTM Aug26SU'],
  ['15.2.2562.999', 'newer', 'Exchange SE', 'RTM Aug26SU'],
  ['15.2.9999', 'newer', 'Exchange SE', 'RTM Aug26SU'],
  ['15.1.2507.63', 'exact', 'Exchange 2016', 'CU23 Dec25SU'],
  ['15.0.847.32', 'exact', 'Exchange 2013', 'SP1'],
  ['15.0.349.0', 'before', 'Exchange 2013', undefined],
  ['14.3.513.0', 'exact', 'Exchange 2010', 'SP3 RU32'],
  ['8.0.685.25', 'exact', 'Exchange 2007', 'RTM'],
  ['15.20.7000.12', 'service', 'Exchange Online', undefined],
  ['14.0.639.21', 'exact', 'Exchange 2010', 'RTM'],
  ['14.1.218.15', 'exact', 'Exchange 2010', 'SP1 RTM'],
  ['15.1.225.16', 'exact', 'Exchange 2016', 'Preview'],
  ['15.2.100', 'before', 'Exchange 2019', undefined],
  ['6.5.7638.1', 'unknown', undefined, undefined],
];

suite('builds', () => {
  for (const [build, match, product, update] of cases) {
    test(`${build}: ${match}`, () => {
      const fact = describeBuild(parseBuild(build)!);
      assert.deepEqual([fact.match, fact.product, fact.update], [match, product, update]);
    });
  }

  test('a release names its day and the newest schema it understands', () => {
    const fact = describeBuild(parseBuild('15.0.847.32')!);
    assert.equal(fact.released, '2014-02-25');
    assert.equal(fact.newestSchema, 'Exchange2013_SP1');
    assert.equal(describeBuild(parseBuild('15.0.775.38')!).newestSchema, 'Exchange2013');
  });

  test('what is no build number is refused', () => {
    assert.deepEqual(['', '15', '15.2', '15.2.x.4', '1.2.3.4.5', '-1.2.3'].map(parseBuild), Array(6).fill(undefined));
  });

  test('the list has all 340 builds in ascending order', () => {
    const builds = buildList.map(([build]) => build.split('.').map(Number));
    assert.equal(builds.length, 340);
    const ordered = builds.toSorted((a, b) => a.map((part, index) => part - (b[index] ?? 0)).find(d => d !== 0) ?? 0);
    assert.deepEqual(builds, ordered);
  });
});
