import { type Case, valid } from '../case.ts';
import {
  contactId,
  contactKey,
  contacts,
  envelope,
  groupId,
  groupKey,
  id,
  named,
  otherGroupId,
  personaId,
  removeContact,
  removeGroup,
} from '../envelopes.ts';

const contact = id('m:ContactId', contactId);
const group = id('m:GroupId', groupId);

const emptyId = { differs: 'The schema takes any text; servers answer ErrorInvalidIdEmpty.' };

/** Ids and their ChangeKeys, and placeholders in place of them. */
export const idCases: readonly Case[] = [
  valid(
    'id-empty',
    'An empty Id, as a published sample has it.',
    removeGroup('<m:GroupId ⟦id.empty|Id=""⟧/>'),
    emptyId,
  ),
  valid(
    'id-white-space',
    'White space in an Id.',
    removeGroup(`<m:GroupId Id="⟦id.white-space|${groupId.slice(0, 60)} ${groupId.slice(60)}⟧"/>`),
  ),
  valid(
    'id-line-break',
    'A line break in an Id.',
    removeGroup(`<m:GroupId Id="⟦id.white-space|${groupId.slice(0, 60)}\n${groupId.slice(60)}⟧"/>`),
  ),
  valid(
    'id-url-encoded',
    'An Id as it stands in a URL.',
    removeGroup(`<m:GroupId Id="⟦id.damaged|${encodeURIComponent(groupId)}⟧"/>`),
  ),
  valid(
    'id-entry-id',
    'An EntryID of MAPI in place of an Id.',
    removeGroup(`<m:GroupId Id="⟦id.entry-id|${'0'.repeat(8)}${'1A2B3C4D'.repeat(8)}⟧"/>`),
  ),
  valid('id-name', 'A name in place of an Id.', removeGroup('<m:GroupId Id="⟦id.name|Lunch Club⟧"/>')),
  valid(
    'id-twice',
    'An Id as ChangeKey.',
    removeGroup(`<m:GroupId Id="${groupId}" ChangeKey="⟦id.key-wrong|${groupId}⟧"/>`),
  ),
  valid(
    'id-key-of-contact',
    'A group with the ChangeKey of a contact.',
    removeGroup(`<m:GroupId Id="${groupId}" ChangeKey="⟦id.other-kind|${contactKey}⟧"/>`),
  ),
  valid(
    'id-not-base64',
    'A character that Base64 does not have.',
    removeGroup('<m:GroupId Id="⟦id.not-base64|AAMk*AAA⟧"/>'),
  ),
  valid(
    'id-cut',
    'An Id cut short, as the published samples have it.',
    removeGroup(`<m:GroupId Id="⟦id.cut|${groupId.slice(0, 61)}⟧"/>`),
  ),
  valid(
    'id-cut-at-four',
    'An Id cut where its length is a multiple of four.',
    removeGroup(`<m:GroupId Id="⟦id.cut|${groupId.slice(0, 80)}⟧"/>`),
  ),
  valid('id-number', 'A number in place of an Id.', removeGroup('<m:GroupId Id="⟦id.too-short|12345⟧"/>')),
  valid(
    'id-too-long',
    'An Id of more than 512 characters.',
    removeGroup(`<m:GroupId Id="⟦id.too-long|${groupId.replace(/=+$/, '').repeat(4).slice(0, 516)}⟧"/>`),
  ),
  valid(
    'id-message-id',
    'A Message-ID.',
    removeGroup('<m:GroupId Id="⟦id.message-id|&lt;a1b2@mail.contoso.example&gt;⟧"/>'),
  ),
  valid(
    'id-url-safe',
    'An Id in the form of Graph.',
    removeGroup(
      `<m:GroupId Id="⟦id.url-safe|${`${groupId.slice(0, 60)}_-${groupId.slice(62)}`.replaceAll('/', '_').replaceAll('+', '-')}⟧"/>`,
    ),
  ),
  valid('id-change-key', 'A ChangeKey as Id.', removeGroup(`<m:GroupId Id="⟦id.change-key|${groupKey}⟧"/>`)),
  valid(
    'id-persona',
    'The id of a persona as ContactId.',
    removeContact(`<m:ContactId Id="⟦id.persona|${personaId}⟧"/>\n${group}`),
  ),
  valid(
    'id-unknown-layout',
    'Base64, but no id.',
    removeGroup('<m:GroupId Id="⟦id.unknown-layout|TG9yZW0gaXBzdW0gZG9sb3Igc2l0⟧"/>'),
  ),
  valid('ids-same', 'The same id twice.', removeContact(`${contact}\n<m:GroupId Id="⟦id.same|${contactId}⟧"/>`)),
  valid(
    'ids-swapped',
    'Contact and group swapped.',
    removeContact(
      `<m:ContactId Id="⟦id.swapped|${groupId}⟧" ChangeKey="${groupKey}"/>\n<m:GroupId Id="${contactId}" ChangeKey="${contactKey}"/>`,
    ),
  ),
  valid(
    'ids-of-two-mailboxes',
    'Contact and group of two mailboxes.',
    removeContact(`${contact}\n<m:GroupId Id="⟦id.other-mailbox|${otherGroupId}⟧"/>`),
  ),
  valid('id-in-list', 'The id of a persona in a list.', contacts(`<t:ItemId Id="⟦id.persona|${personaId}⟧"/>`)),
  valid(
    'placeholder-id',
    'A placeholder that nobody filled in.',
    removeGroup('<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>'),
  ),
  valid(
    'placeholder-name',
    'A placeholder for a name.',
    named('<m:DisplayName>⟦placeholder.unfilled|{{display name}}⟧</m:DisplayName>'),
  ),
  valid(
    'address-no-at-sign',
    'An address without @.',
    envelope(
      '<m:AddNewImContactToGroup>\n  <m:ImAddress>⟦address.no-at-sign|hana.kim⟧</m:ImAddress>\n</m:AddNewImContactToGroup>',
    ),
  ),
  valid(
    'uris-swapped',
    'The URIs of telephone and chat swapped.',
    envelope(
      '<m:AddNewTelUriContactToGroup>\n  <m:TelUriAddress>⟦address.swapped|sip:desk@contoso.example⟧</m:TelUriAddress>\n  <m:ImContactSipUriAddress>tel:+15550123</m:ImContactSipUriAddress>\n  <m:ImTelephoneNumber>+1 555 0123</m:ImTelephoneNumber>\n</m:AddNewTelUriContactToGroup>',
    ),
  ),
  valid(
    'address-no-tel',
    'A number without tel: and an address without sip:.',
    envelope(
      '<m:AddNewTelUriContactToGroup>\n  <m:TelUriAddress>⟦address.no-tel|+15550123⟧</m:TelUriAddress>\n  <m:ImContactSipUriAddress>⟦address.no-sip|desk@contoso.example⟧</m:ImContactSipUriAddress>\n  <m:ImTelephoneNumber>+1 555 0123</m:ImTelephoneNumber>\n</m:AddNewTelUriContactToGroup>',
    ),
  ),
];
