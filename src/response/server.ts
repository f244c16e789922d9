import { namespaces } from '../ews/namespaces.ts';
import { childOf, childrenOf, type Element, textOf } from './elements.ts';
import { wholeNumber } from './messageXml.ts';
import type { ServerVersionInfo } from './outcome.ts';

/**
 * Reads ServerVersionInfo from the header of an answer: with attributes (all EWS servers), or with child elements as
 * the Autodiscover service writes it. Undefined when there is none, as in most faults.
 */
export function readServerVersion(envelope: Element): ServerVersionInfo | undefined {
  const header = childrenOf(envelope).find(child => child.name === 'Header' && child.namespace === envelope.namespace);
  const info = header && serverVersionInfo(header);
  if (!info) {
    return undefined;
  }
  const part = (name: string) => info.attributes[name] ?? childText(info, name);
  const major = wholeNumber(part('MajorVersion'));
  const minor = wholeNumber(part('MinorVersion'));
  const build = wholeNumber(part('MajorBuildNumber'));
  const revision = wholeNumber(part('MinorBuildNumber'));
  const version = part('Version')?.trim();
  return {
    ...(major !== undefined && { major }),
    ...(minor !== undefined && { minor }),
    ...(build !== undefined && { build }),
    ...(revision !== undefined && { revision }),
    ...(version && { version }),
  };
}

function serverVersionInfo(header: Element): Element | undefined {
  return childOf(header, 'ServerVersionInfo', namespaces.types) ?? childOf(header, 'ServerVersionInfo');
}

function childText(info: Element, name: string): string | undefined {
  const child = childOf(info, name);
  return child && textOf(child);
}
