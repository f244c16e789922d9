import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { operations } from '../src/ews/operations/index.ts';
import {
  envelopeFor,
  fixableCodes,
  type Problem,
  type ProblemCode,
  problemsByList,
  problemsOf,
  problemsPage,
  readRequest,
} from '../src/language/index.ts';
import { initialContent } from '../src/sandbox/content.ts';
import { decodeBytes } from '../src/xml/index.ts';
import { inRoot } from './paths.ts';
import { problemFixes } from './problemFixes.ts';

/**
 * docs/problems.md: every code with a sentence that was said of a request: one of the conformance corpus, or one of which
 * the IM list of the sandbox tells more than its text.
 */
export function problemsDocument(): string {
  const said = new Map<ProblemCode, string>();
  const folder = inRoot('test/fixtures/conformance');
  for (const file of globSync('*.xml', { cwd: folder }).sort()) {
    const problems = problemsOf(decodeBytes(readFileSync(path.join(folder, file))).text);
    for (const { code, message } of problems) if (!said.has(code)) said.set(code, message);
  }
  for (const { code, message } of problemsByTheList()) if (!said.has(code)) said.set(code, message);
  const fixable = new Set(fixableCodes());
  return problemsPage(
    code => said.get(code) ?? '',
    code => `${problemFixes[code]}${fixable.has(code) ? ' A quick fix is offered.' : ''}`,
  );
}

/** What is said of taking a contact of the sandbox out of a group that it is not in. */
function problemsByTheList(): readonly Problem[] {
  const [mailbox] = initialContent.mailboxes;
  const operation = operations.find(({ name }) => name === 'RemoveImContactFromGroup');
  const group = mailbox?.groups.find(({ displayName }) => displayName === 'Lunch Club');
  const contact = mailbox?.contacts.find(({ id }) => group?.members.includes(id) === false);
  if (!mailbox || !operation || !group || !contact) return [];
  const text = envelopeFor(operation, { ContactId: { Id: contact.id }, GroupId: { Id: group.id } });
  return problemsByList(readRequest(text), {
    groups: [{ ...group, kind: 'group', isDistribution: false }],
    contacts: [{ ...contact, kind: 'contact' }],
  });
}
