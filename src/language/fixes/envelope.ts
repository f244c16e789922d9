import { elementAt, elementsOf } from '../../xml/index.ts';
import { lineEndOf } from '../lines.ts';
import { isPart } from '../problems/children.ts';
import type { RequestDocument } from '../request.ts';
import { type ElementCase, type Fix, likely, replace } from './fix.ts';

/** Keeps the Envelope alone of what stands around it; the declarations around it that it needs go with it. */
export function keepEnvelope({ problem, request }: ElementCase): readonly Fix[] {
  const [place] = problem.related;
  if (!place) return [];
  const text = problem.data['inSection'] ? request.text.slice(place.from, place.to) : envelopeAt(request, place.from);
  if (text === undefined) return [];
  const edit = replace({ from: 0, to: request.text.length }, text + lineEndOf(request.text));
  return likely('Keep the Envelope only', edit);
}

function envelopeAt({ text, xml }: RequestDocument, offset: number): string | undefined {
  const inner = elementAt(xml, offset);
  // Without its end tag or its Body, what is taken for the Envelope is a part of it.
  if (!inner?.endTag || !elementsOf(inner).some(child => isPart(child, 'Body'))) return undefined;
  const own = new Set(inner.attributes.map(({ name }) => name));
  const further = [...inner.namespaces]
    .map(([, declaration]) => declaration)
    .filter(({ name }) => !own.has(name))
    .map(({ from, to }) => ` ${text.slice(from, to)}`);
  return text.slice(inner.from, inner.nameRange.to) + further.join('') + text.slice(inner.nameRange.to, inner.to);
}
