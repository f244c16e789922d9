import { descendants, elementsOf, textOf } from '../xml/index.ts';
import type { RequestDocument } from './request.ts';

/** Whom a request acts for: the element in ConnectingSID that names the user, and the name itself. */
export interface Impersonation {
  readonly by: (typeof kinds)[number];
  readonly value: string;
}

/** What ExchangeImpersonation of a request says; undefined without the header, or when it names no user. */
export function impersonationIn({ xml, header }: RequestDocument): Impersonation | undefined {
  if (!header) return undefined;
  for (const element of descendants(header)) {
    const [named] = element.local === 'ConnectingSID' ? elementsOf(element) : [];
    const by = kinds.find(kind => kind === named?.local);
    const value = named && textOf(xml, named).trim();
    if (by && value) return { by, value };
  }
  return undefined;
}

const kinds = ['PrincipalName', 'SID', 'PrimarySmtpAddress', 'SmtpAddress'] as const;
