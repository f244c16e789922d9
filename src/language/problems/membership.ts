import { attributeNamed, elementsOf, type XmlAttribute } from '../../xml/index.ts';
import { type ImDirectory, nameOf } from '../imDirectory.ts';
import type { RequestDocument } from '../request.ts';
import { type Problem, Reporter } from './report.ts';

/**
 * What is wrong with a request by the IM list of the mailbox that it goes to: only a contact that is in a group can be
 * taken out of it. Of ids that the list does not have nothing is said. Never throws.
 */
export function problemsByList(request: RequestDocument, directory: ImDirectory): readonly Problem[] {
  if (request.kind !== 'request' || request.payload?.local !== 'RemoveImContactFromGroup') return [];
  const contactId = idOf(request, 'ContactId');
  const groupId = idOf(request, 'GroupId');
  const contact = directory.contacts.find(({ id }) => id === contactId?.value);
  const group = directory.groups.find(({ id }) => id === groupId?.value);
  if (!contactId?.valueRange || !groupId?.valueRange || !contact || !group) return [];
  if (group.members.includes(contact.id)) return [];
  const reporter = new Reporter();
  reporter.report('id.not-a-member', contactId.valueRange, { contact: nameOf(contact), group: nameOf(group) }, [
    { ...groupId.valueRange, message: `This is "${nameOf(group)}".` },
  ]);
  return reporter.problems;
}

function idOf({ payload }: RequestDocument, local: string): XmlAttribute | undefined {
  const element = payload && elementsOf(payload).find(child => child.local === local);
  return attributeNamed(element, 'Id');
}
