import { operations } from '../../ews/operations/index.ts';
import type { Operation, Particle } from '../../ews/schema.ts';

/** What an id of an IM list can be the id of. */
export type IdKind = 'group' | 'distributionGroup' | 'contact' | 'member';

/** The operations that take such an id, those that take it most directly first. */
export function operationsTaking(kind: IdKind): readonly Operation[] {
  const fitting = operations.filter(operation => fits(operation, kind));
  return [...fitting].sort((a, b) => foreignIds(a, kind) - foreignIds(b, kind));
}

function fits(operation: Operation, kind: IdKind): boolean {
  const takes = (meaning: string) => meaningsOf(operation.request).includes(meaning);
  const isForDistribution = operation.name.includes('DistributionGroup');
  if (kind === 'distributionGroup') return isForDistribution && takes('imGroupId');
  if (kind === 'group') return !isForDistribution && takes('imGroupId');
  return takes('imContactId');
}

/** How many ids the operation takes besides, or for a member, how many of its two ids it does not take. */
function foreignIds({ request }: Operation, kind: IdKind): number {
  const ids = meaningsOf(request).filter(meaning => meaning === 'imGroupId' || meaning === 'imContactId').length;
  return kind === 'member' ? 2 - ids : ids;
}

function meaningsOf(particles: readonly Particle[]): readonly string[] {
  return particles
    .flatMap(particle => (particle.kind === 'choice' ? [...particle.options] : [particle]))
    .flatMap(({ meaning }) => meaning ?? []);
}
