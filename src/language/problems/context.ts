import { customaryPrefix } from '../../ews/namespaces.ts';
import type { EwsName } from '../../ews/schema.ts';
import { contentRange, type Range, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { prefixFor, splitEwsName } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import type { Reporter } from './report.ts';
import type { AlsoMisnamed } from './wrongNamespace.ts';

/** What every rule gets: the document, and where to report. */
export interface Check {
  readonly request: RequestDocument;
  readonly reporter: Reporter;
  /** The elements found in a wrong namespace so far, each with the list of those that are wrong for the same reason. */
  readonly misnamed: Map<XmlElement, AlsoMisnamed[]>;
  /** The declarations by which elements with the right prefix are in a wrong namespace. */
  readonly misdeclared: Set<XmlAttribute>;
  /** The elements that stand one level too deep: their parents have nothing to do with them. */
  readonly outside: Set<XmlElement>;
}

/** A name of the facts as this document writes it, with its own prefix; the customary one where it declares none. */
export function nameHere(place: XmlElement, name: EwsName): string {
  const { key, local } = splitEwsName(name);
  const prefix = prefixFor(place, key) ?? customaryPrefix[key];
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** Where a problem of an element's content is shown: between its tags, or on its name when there is nothing between. */
export function valueRange(element: XmlElement): Range {
  const content = contentRange(element);
  return content && content.from < content.to ? content : element.nameRange;
}

/** True when both tags are there, so that what is missing inside is missing for good. */
export function isFinished(element: XmlElement): boolean {
  return element.complete && (element.selfClosing || element.endTag !== undefined);
}
