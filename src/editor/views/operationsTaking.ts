import { operations } from '../../ews/operations/index.ts';
import type { Operation, Particle } from '../../ews/schema.ts';

/** What an id of an IM list can be the id of. */
export type IdKind = 'group' | 'distributionGroup' | 'contact' | 'member';

/** The operations that take such an id: those that take it most directly first, and of these the one that only reads. */
export function operationsTaking(kind: IdKind): readonly Operation[] {
  const fitting = operations.filter(operation => fits(operation, kind));
  const changes = ({ effect }: Operation) => Number(effect !== 'reads');
  return [...fitting].sort((a, b) => foreignIds(a, kind) - foreignIds(b, kind) || changes(a) - changes(b));
}

function fits(operation: Operation, kind: IdKind): boolean {
  const isOfGroup = kind === 'group' || kind === 'distributionGroup';
  if (hasList(operation, isOfGroup ? 'm:GroupIds' : 'm:ContactIds')) return true;
  const isForDistribution = operation.name.includes('DistributionGroup');
  const meanings = meaningsOf(operation.request);
  if (!isOfGroup) return meanings.includes('imContactId');
  return isForDistribution === (kind === 'distributionGroup') && meanings.includes('imGroupId');
}

function hasList({ request }: Operation, name: string): boolean {
  return request.some(particle => particle.kind === 'element' && particle.name === name);
}

/** How many ids the operation takes besides, or for a member, how many of its two ids it does not take. */
function foreignIds({ request }: Operation, kind: IdKind): number {
  const ids = meaningsOf(request).filter(meaning => meaning === 'imGroupId' || meaning === 'imContactId').length || 1;
  return kind === 'member' ? 2 - ids : ids;
}

function meaningsOf(particles: readonly Particle[]): readonly string[] {
  return particles
    .flatMap(particle => (particle.kind === 'choice' ? [...particle.options] : [particle]))
    .flatMap(({ meaning }) => meaning ?? []);
}
