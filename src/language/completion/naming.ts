import { customaryPrefix, type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import type { EwsName } from '../../ews/schema.ts';
import { elementsOf, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { customaryPrefixes, namespaceOf, prefixFor, readNamespace, splitEwsName } from '../names.ts';

/** Writes names of the facts as a document does, and declares on its outermost element the prefixes that it lacks. */
export class Naming {
  /** The element that the names stand in. */
  readonly parent: XmlElement;
  private readonly text: string;
  private readonly typedPrefix: string | undefined;
  private readonly chosen = new Map<NamespaceKey, string>();
  private readonly missing: NamespaceKey[] = [];

  /** `typedPrefix` is what the user has begun to write; it wins when it stands for the right namespace, or for none. */
  constructor(text: string, parent: XmlElement, typedPrefix?: string) {
    this.text = text;
    this.parent = parent;
    this.typedPrefix = typedPrefix;
  }

  /** The name with the prefix that it has at this place. */
  nameOf(name: EwsName): string {
    const { key, local } = splitEwsName(name);
    let prefix = this.chosen.get(key);
    if (prefix === undefined) {
      prefix = this.knownPrefix(key) ?? this.newPrefix(key);
      this.chosen.set(key, prefix);
    }
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  /** The declarations that the names need besides. */
  declarations(): readonly TextEdit[] {
    if (this.missing.length === 0) return [];
    let top = this.parent;
    while (top.parent) top = top.parent;
    const last = top.attributes.findLast(({ quoteClosed, valueRange }) => quoteClosed && valueRange);
    const at = last?.to ?? top.nameRange.to;
    const gap = /\s+$/.exec(this.text.slice(top.nameRange.to, last?.from ?? top.nameRange.to))?.[0] ?? ' ';
    const insert = this.missing.map(key => `${gap}xmlns:${this.chosen.get(key)}="${namespaces[key]}"`).join('');
    return [{ from: at, to: at, insert }];
  }

  private knownPrefix(key: NamespaceKey): string | undefined {
    const declared = this.typedPrefix === undefined ? undefined : this.parent.namespaces.get(this.typedPrefix);
    if (declared && readNamespace(declared.value).key === key) return this.typedPrefix;
    const alike = [...elementsOf(this.parent), this.parent].find(
      element => namespaceOf(element).key === key && this.holds(element),
    );
    return alike?.prefix ?? prefixFor(this.parent, key);
  }

  /** A prefix that a sibling declares for itself, or nobody at all, means nothing here. */
  private holds({ prefix, uri }: XmlElement): boolean {
    const declared = this.parent.namespaces.get(prefix);
    return declared !== undefined && declared.value === uri;
  }

  private newPrefix(key: NamespaceKey): string {
    // Where the parts of SOAP use a prefix without declaring it, they go on doing so: that is a problem of its own.
    if (key === 'soap' && namespaceOf(this.parent).form === 'assumed') return this.parent.prefix;
    this.missing.push(key);
    if (this.typedPrefix !== undefined && this.isFree(this.typedPrefix, key)) return this.typedPrefix;
    const wanted = customaryPrefix[key];
    let prefix = wanted;
    for (let number = 1; this.parent.namespaces.has(prefix); number++) prefix = `${wanted}${number}`;
    return prefix;
  }

  /** A prefix that stands for nothing yet, neither here nor by custom. */
  private isFree(prefix: string, key: NamespaceKey): boolean {
    const isTaken = this.parent.namespaces.has(prefix) || [...this.chosen.values()].includes(prefix);
    return /^(?!xml)[A-Za-z_]/i.test(prefix) && !isTaken && (customaryPrefixes[prefix] ?? key) === key;
  }
}
