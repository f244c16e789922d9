import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import { type EnvelopeValues, envelopeFor } from '../../../src/language/index.ts';
import type { Outcome } from '../../../src/response/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import { send } from '../../../src/sending/index.ts';

export const mailbox = initialContent.mailboxes[0]!;
export const group = (name: string) => mailbox.groups.find(({ displayName }) => displayName === name)!;
export const contact = (name: string) => mailbox.contacts.find(({ displayName }) => displayName === name)!;

/** Sends a text as the extension does; gives the answer as it came and as it is read. */
export async function sendTo({ url }: Sandbox, text: string): Promise<Answer> {
  const target = { url, authentication: 'none' } as const;
  const { result } = await send({ id: 'a', endpointName: 'Sandbox', target, text, version: '0' });
  assert.ok(result.kind === 'answer');
  return result;
}

interface Answer {
  readonly outcome: Outcome;
  readonly text: string;
}

export function envelopeOf(name: string, values: EnvelopeValues): string {
  return envelopeFor(operations.find(operation => operation.name === name)!, values);
}

/** The code of an answer or a fault, whatever its kind. */
export function code(outcome: Outcome): string | undefined {
  return outcome.kind === 'answered'
    ? outcome.messages[0]?.responseCode
    : (pick(outcome, 'responseCode').responseCode as string | undefined);
}

export function pick(outcome: Outcome, ...names: readonly string[]): Record<string, unknown> {
  const all = outcome as unknown as Record<string, unknown>;
  return Object.fromEntries(names.map(name => [name, all[name]]));
}
