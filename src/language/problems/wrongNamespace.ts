import type { NamespaceKey } from '../../ews/namespaces.ts';
import type { EwsName } from '../../ews/schema.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { prefixFor, readNamespace, splitEwsName } from '../names.ts';
import { type Check, nameHere } from './context.ts';
import type { ProblemData } from './table.ts';

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
  // What the element itself declares may hide the one prefix that it could have.
  const isHidden = prefixFor(element, key) === undefined;
  const expected = isMisled(element, key) ? element.name : nameHere((isHidden && parent) || element, name);
  const cause = parent && check.misnamed.get(parent);
  if (cause && parent.prefix === element.prefix && parent.uri === element.uri) {
    cause.push({ from: element.nameRange.from, expected });
    check.misnamed.set(element, cause);
    return;
  }
  const also: AlsoMisnamed[] = [];
  check.misnamed.set(element, also);
  const data = { child: element.name, expected, namespace: key, none: element.uri === '', also };
  const declaration = expected === element.name ? element.namespaces.get(element.prefix) : undefined;
  if (!declaration) check.reporter.report('child.wrong-namespace', element.nameRange, data);
  else if (!check.misdeclared.has(declaration)) reportMisdeclared(check, element, declaration, data);
}

/** Without what the element itself declares, such as xmlns="", its name would be right. */
function isMisled({ attributes, namespaces, parent, prefix }: XmlElement, key: NamespaceKey): boolean {
  const declaration = namespaces.get(prefix);
  const outer = parent?.namespaces.get(prefix);
  return declaration !== undefined && attributes.includes(declaration) && readNamespace(outer?.value ?? '').key === key;
}

/** The name is right, and a declaration around it is not: all names that it misleads are one problem. */
function reportMisdeclared(
  check: Check,
  element: XmlElement,
  declaration: XmlAttribute,
  data: ProblemData<'child.wrong-namespace'>,
): void {
  check.misdeclared.add(declaration);
  const related = [{ from: declaration.from, to: declaration.to, message: 'The declaration is here.' }];
  const told = { ...data, declaration: declaration.name };
  check.reporter.report('child.wrong-namespace', element.nameRange, told, related);
}
