import { findOperation } from '../../ews/operationNames.ts';
import { isElement, type XmlElement } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import { isPart } from './children.ts';

/** A piece of a request that was copied without the envelope around it. */
export interface Fragment {
  readonly kind: 'operation' | 'parts';
  /** The elements that it consists of, in order: one operation, or a Header and a Body, or one of the two. */
  readonly elements: readonly [XmlElement, ...XmlElement[]];
}

/** What stands in a document instead of the Envelope, when it only lacks the Envelope. */
export function fragmentIn({ xml }: RequestDocument): Fragment | undefined {
  const { root } = xml;
  if (!root) return undefined;
  if (findOperation(root.local)) return { kind: 'operation', elements: [root] };
  const [first, second, ...further] = xml.children.filter(isElement);
  if (first !== root || further.length > 0) return undefined;
  if (!second) return isPart(root, 'Header') || isPart(root, 'Body') ? { kind: 'parts', elements: [root] } : undefined;
  return isPart(root, 'Header') && isPart(second, 'Body') ? { kind: 'parts', elements: [root, second] } : undefined;
}
