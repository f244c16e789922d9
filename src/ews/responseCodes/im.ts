import { checkAddress, currentId, noError, onceThenList, otherName, removeSome } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** The codes of the IM operations themselves, and success. */
export const imCodes = {
  // ok
  NoError: {
    category: 'ok',
    ...noError,
    imRelevance: 'generic',
    meaning: 'The operation did what was asked; there is nothing to do.',
  },
  // im-list
  ErrorImContactLimitReached: {
    category: 'im-list',
    ...removeSome,
    imRelevance: 'specific',
    meaning: 'The mailbox holds as many IM contacts as it may, 1,000 according to the documentation.',
    arrivesAs: 'response message',
    causes: ['A long list was imported.'],
    steps: [{ text: 'Remove contacts from the IM list, then send again.', action: 'getCurrentIds' }],
  },
  ErrorImGroupDisplayNameAlreadyExists: {
    category: 'im-list',
    ...otherName,
    imRelevance: 'specific',
    meaning: 'The mailbox has an IM group with that display name, and names of IM groups must differ.',
    arrivesAs: 'response message',
    causes: [
      'AddImGroup was sent twice.',
      'SetImGroup was given the name the group has already.',
      'The names differ in case only, which may count as equal; this is not documented.',
    ],
    steps: [
      {
        text: 'Look at the existing groups: use the one of that name, or choose another name.',
        action: 'getCurrentIds',
      },
    ],
  },
  ErrorImGroupLimitReached: {
    category: 'im-list',
    ...removeSome,
    imRelevance: 'specific',
    meaning:
      'The mailbox holds as many IM groups as it may, 64 according to the documentation, distribution groups included.',
    arrivesAs: 'response message',
    causes: ['Many groups are old or empty.'],
    steps: [{ text: 'Remove groups that are no longer needed, then send again.', action: 'getCurrentIds' }],
  },
  ErrorInvalidImContactId: {
    category: 'im-list',
    ...currentId,
    imRelevance: 'specific',
    meaning: 'The id in ContactId does not stand for an IM contact that the operation can use.',
    arrivesAs: 'response message',
    causes: [
      'The contact is not in that group, or no longer in the IM list.',
      'The id is that of an ordinary contact that was never made an IM contact.',
      'A persona id was sent instead of the contact item id.',
      'ContactId and GroupId were swapped.',
    ],
    steps: [
      {
        text: 'In GetImItemList take the SourceId of the persona, or the ItemId in MemberCorrelationKey of the group.',
        action: 'getCurrentIds',
      },
      { text: 'Compare the mailbox in both ids: they must come from the same one.' },
      { text: 'AddNewImContactToGroup turns a contact into an IM contact.' },
    ],
  },
  ErrorInvalidImDistributionGroupSmtpAddress: {
    category: 'im-list',
    ...checkAddress,
    imRelevance: 'specific',
    meaning: 'No distribution group with that address can be put on the IM list.',
    arrivesAs: 'response message',
    causes: [
      'The address is misspelt, or it is that of a person, a contact or a dynamic group.',
      'The group is not in the directory that serves the mailbox.',
      'White space surrounds the address.',
    ],
    steps: [
      { text: 'Check the address with ResolveNames or ExpandDL.' },
      { text: 'Create the distribution group first; this operation does not.' },
    ],
  },
  ErrorInvalidImGroupId: {
    category: 'im-list',
    ...currentId,
    imRelevance: 'specific',
    meaning: 'The id in GroupId could be read, but no IM group of this mailbox has it.',
    arrivesAs: 'response message',
    causes: [
      'The group was removed already, maybe by an earlier send of the same request.',
      'The id belongs to another mailbox, or to something that is not an IM group (a contact, a folder).',
      'ExchangeImpersonation names another user than the one whose list gave the id.',
    ],
    steps: [
      {
        text: 'Run GetImItemList for the same user and take the ExchangeStoreId of the group.',
        action: 'getCurrentIds',
      },
      { text: 'If this repeats a request whose answer was lost, treat the group as removed.' },
    ],
  },
  ErrorUnableToRemoveImContactFromGroup: {
    category: 'im-list',
    ...onceThenList,
    imRelevance: 'specific',
    meaning: 'The store tried to take the contact out of the group and did not manage to.',
    arrivesAs: 'response message',
    causes: [
      'The item of the group or of the contact is damaged, or another client held it at that moment.',
      'Lync or Skype for Business changed the list at the same time.',
    ],
    steps: [
      { text: 'Read the list again: the contact may be gone already.', action: 'getCurrentIds' },
      { text: 'Wait a moment and send again, once.', action: 'sendAgain' },
      { text: 'As a stronger means, RemoveContactFromImList takes the contact out of all groups.' },
    ],
  },
} as const satisfies CodeTable;
