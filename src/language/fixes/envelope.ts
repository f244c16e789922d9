import { elementAt, elementsOf } from '../../xml/index.ts';
import { isPart } from '../problems/children.ts';
import { type ElementCase, type Fix, likely, lineEndOf, replace } from './fix.ts';

/** Keeps the Envelope alone of what stands around it; the declarations around it that it needs go with it. */
export function keepEnvelope({ problem, request }: ElementCase): readonly Fix[] {
  const [place] = problem.related;
  const inner = place && elementAt(request.xml, place.from);
  // Without its end tag or its Body, what is taken for the Envelope is a part of it.
  if (!inner?.endTag || !elementsOf(inner).some(child => isPart(child, 'Body'))) return [];
  const own = new Set(inner.attributes.map(({ name }) => name));
  const further = [...inner.namespaces]
    .map(([, declaration]) => declaration)
    .filter(({ name }) => !own.has(name))
    .map(({ from, to }) => ` ${request.text.slice(from, to)}`);
  const name = request.text.slice(inner.from, inner.nameRange.to);
  const text = name + further.join('') + request.text.slice(inner.nameRange.to, inner.to);
  return likely(
    'Keep the Envelope only',
    replace({ from: 0, to: request.text.length }, text + lineEndOf(request.text)),
  );
}
