import type { ElementParticle, Particle } from '../ews/schema.ts';

/** Every element that may stand in the particles, in order. */
export function optionsOf(particles: readonly Particle[]): readonly ElementParticle[] {
  return particles.flatMap(particle => (particle.kind === 'element' ? [particle] : particle.options));
}
