import type { ComplexType } from '../../ews/schema.ts';
import { contentRange, elementsOf, isBlank, type XmlElement } from '../../xml/index.ts';
import { isNamedId, saidInside } from '../inside.ts';
import { namespaceOf } from '../names.ts';
import { type Check, isFinished } from './context.ts';

/** Checks an element that must be empty: what it should carry and holds instead, other children, and text. */
export function checkEmpty(check: Check, element: XmlElement, type: ComplexType): void {
  const children = elementsOf(element).filter(child => !check.outside.has(child));
  const instead = reportInside(check, element, type, children);
  for (const child of children) {
    if (!instead.has(child)) reportUnknown(check, element, child);
  }
  const content = isFinished(element) ? contentRange(element) : undefined;
  const text = element.children.some(({ kind }) => kind === 'text' || kind === 'cdata' || kind === 'reference');
  if (elementsOf(element).length > 0 || !content || !text) return;
  const blank = element.children.every(
    ({ kind, from, to }) => kind === 'comment' || (kind === 'text' && isBlank(check.request.text.slice(from, to))),
  );
  const lacking = type.attributes.find(
    ({ name, use }) => use === 'required' && !element.attributes.some(attribute => attribute.name === name),
  );
  const attribute = lacking && { attribute: lacking.name };
  check.reporter.report('content.not-empty', content, { name: element.name, blank, ...attribute });
}

/** Reports a child where none may be. */
export function reportUnknown(check: Check, parent: XmlElement, child: XmlElement): void {
  check.reporter.report('child.unknown', child.nameRange, { parent: parent.name, child: child.name, allowed: [] });
}

/** Reports once the children that say what the element itself should carry, and gives them. */
function reportInside(
  check: Check,
  element: XmlElement,
  type: ComplexType,
  children: readonly XmlElement[],
): ReadonlySet<XmlElement> {
  if (children.length === 0) return new Set();
  const isId = type.name === 't:ItemIdType';
  const said = saidInside(check.request.xml, element, type);
  const saying = new Set(said.map(({ child }) => child));
  const instead = children.filter(
    child => saying.has(child) || (isId && isNamedId(child) && namespaceOf(child).form !== 'foreign'),
  );
  const [first] = instead;
  if (!first) return new Set();
  const names = { name: element.name, child: first.name };
  const carried = new Set(children);
  const ids = new Set(
    [...element.attributes, ...said.filter(({ child }) => carried.has(child))]
      .filter(({ name }) => name === 'Id')
      .map(({ value }) => value),
  );
  if (isId) check.reporter.report('id.wrapped', first.nameRange, { ...names, several: ids.size > 1 });
  else {
    const attribute = said.find(({ child }) => child === first)?.name;
    check.reporter.report('child.unknown', first.nameRange, {
      parent: element.name,
      child: first.name,
      allowed: [],
      ...(attribute && { attribute }),
    });
  }
  return new Set(instead);
}
