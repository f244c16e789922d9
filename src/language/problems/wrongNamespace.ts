import type { EwsName } from '../../ews/schema.ts';
import type { XmlElement } from '../../xml/index.ts';
import { prefixFor, splitEwsName } from '../names.ts';
import { type Check, nameHere } from './context.ts';

/** A further element that is misnamed for the same reason: where its name begins, and how it should read. */
export interface AlsoMisnamed {
  readonly from: number;
  readonly expected: string;
}

/**
 * Reports an element in the wrong namespace, or in none. What stands inside it with the same prefix is wrong for the same
 * reason: it is no further problem, and is told to the one that was reported, so that a fix can mend all of it.
 */
export function reportWrongNamespace(check: Check, element: XmlElement, name: EwsName): void {
  const { parent } = element;
  const { key } = splitEwsName(name);
  // What the element itself declares, such as xmlns="", may hide the prefix that it should have.
  const isHidden = prefixFor(element, key) === undefined;
  const expected = nameHere((isHidden && parent) || element, name);
  const cause = parent && check.misnamed.get(parent);
  if (cause && parent.prefix === element.prefix && parent.uri === element.uri) {
    cause.push({ from: element.nameRange.from, expected });
    check.misnamed.set(element, cause);
    return;
  }
  const also: AlsoMisnamed[] = [];
  check.misnamed.set(element, also);
  check.reporter.report('child.wrong-namespace', element.nameRange, {
    child: element.name,
    expected,
    namespace: key,
    none: element.uri === '',
    also,
  });
}
