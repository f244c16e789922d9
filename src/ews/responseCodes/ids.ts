import { absent, currentChangeKey, currentId, identifier, requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about ids, missing objects and changes that collide. */
export const idsCodes = {
  // ids
  ErrorCalendarCannotUseIdForOccurrenceId: {
    category: 'ids',
    ...identifier,
    meaning: 'OccurrenceItemId was given an id that leads to no occurrence of a recurring calendar item.',
  },
  ErrorCalendarCannotUseIdForRecurringMasterId: {
    category: 'ids',
    ...identifier,
    meaning: 'RecurringMasterItemId was given an id from which no recurring series can be reached.',
  },
  ErrorCannotUseFolderIdForItemId: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'A folder id stands where an item id must be.',
    arrivesAs: 'response message',
    causes: ['The FolderId of imcontactlist or quickcontacts was used as GroupId.'],
    steps: [{ text: 'Use the ids that GetImItemList gives.', action: 'getCurrentIds' }],
  },
  ErrorCannotUseItemIdForFolderId: {
    category: 'ids',
    ...identifier,
    meaning: "An item's id stands where the operation expects the id of a folder.",
  },
  ErrorChangeKeyRequired: {
    category: 'ids',
    ...currentChangeKey,
    meaning:
      'The older name of ErrorChangeKeyRequiredForWriteOperations: a change was sent without a current ChangeKey.',
  },
  ErrorChangeKeyRequiredForWriteOperations: {
    category: 'ids',
    ...currentChangeKey,
    imRelevance: 'generic',
    meaning: 'The server wants a ChangeKey for this change and got none or an old one.',
    arrivesAs: 'response message',
    causes: ['ChangeKey was left out, and this server insists on it.'],
    steps: [
      { text: 'Fetch Id and ChangeKey with GetImItemList or GetItem, then send again.', action: 'getCurrentIds' },
    ],
  },
  ErrorInvalidAttachmentId: {
    category: 'ids',
    ...identifier,
    meaning: 'No attachment exists under that id, or the id is not one that an attachment can have.',
  },
  ErrorInvalidChangeKey: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'ChangeKey cannot be read.',
    arrivesAs: 'response message',
    causes: ['It is cut short, empty or not base64.', 'A whole id was put into ChangeKey.'],
    steps: [{ text: 'Leave the attribute out, since it is optional here, or fetch it anew.', action: 'fixRequest' }],
  },
  ErrorInvalidFolderId: {
    category: 'ids',
    ...identifier,
    meaning: 'The text of the folder id is damaged and leads to no folder.',
  },
  ErrorInvalidId: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'Id or ChangeKey is unusable as a whole.',
    arrivesAs: 'response message',
    causes: ['The id is damaged or of another kind, or ChangeKey is that of another item.'],
    steps: [{ text: 'Leave ChangeKey out, or fetch Id and ChangeKey anew.', action: 'getCurrentIds' }],
  },
  ErrorInvalidIdEmpty: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'An Id attribute is there but empty.',
    arrivesAs: 'response message',
    causes: [
      'A placeholder or variable was left unfilled.',
      'A sample of the documentation was copied; that of RemoveContactFromImList has Id="".',
    ],
    steps: [{ text: 'Put in the id that GetImItemList gives.', action: 'getCurrentIds' }],
  },
  ErrorInvalidIdMalformed: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'The Id text cannot be taken apart as an Exchange id.',
    arrivesAs: 'response message',
    causes: [
      'The id was copied from documentation, which shortens ids.',
      'A line break, blank, quote or percent-escape got into the id, or a + became a blank.',
      'The id is of another kind: of Graph or REST (with - and _), of Outlook on the web, a MAPI entry id, or that of a persona.',
    ],
    steps: [
      { text: 'Copy the id again, whole and without line breaks.', action: 'getCurrentIds' },
      { text: 'If it is an EntryId, HexEntryId, OwaId or StoreId, let ConvertId turn it into an EwsId.' },
    ],
  },
  ErrorInvalidIdMalformedEwsLegacyIdFormat: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'The id has the form of Exchange 2007 before SP1.',
    arrivesAs: 'response message',
    causes: ['The id was stored long ago.'],
    steps: [{ text: 'Let ConvertId translate it from EwsLegacyId to EwsId.' }],
  },
  ErrorInvalidIdMonikerTooLong: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'A length written inside the id is greater than an id may have.',
    arrivesAs: 'response message',
    causes: ['The id was damaged, or two were glued together.'],
    steps: [{ text: 'Fetch the id anew.', action: 'getCurrentIds' }],
  },
  ErrorInvalidIdNotAnItemAttachmentId: {
    category: 'ids',
    ...identifier,
    meaning: 'The operation works on attached items, and the id it got is of something else.',
  },
  ErrorInvalidIdReturnedByResolveNames: {
    category: 'ids',
    ...identifier,
    meaning: 'A contact that name resolution came upon is damaged, so its id is of no use.',
  },
  ErrorInvalidIdStoreObjectIdTooLong: {
    category: 'ids',
    ...identifier,
    imRelevance: 'generic',
    meaning: 'The part of the id that names the object in the store is longer than allowed.',
    arrivesAs: 'response message',
    causes: ['The id was damaged, or two were glued together.'],
    steps: [{ text: 'Fetch the id anew.', action: 'getCurrentIds' }],
  },
  ErrorInvalidIdTooManyAttachmentLevels: {
    category: 'ids',
    ...identifier,
    meaning: 'The id describes attachments inside attachments more than 255 levels deep.',
  },
  ErrorInvalidIdXml: {
    category: 'ids',
    ...identifier,
    documentation: 'unused',
    meaning: 'Reserved for ids written as XML that cannot be read; it does not occur in answers.',
  },
  // not-found
  ErrorDistributionListMemberNotExist: {
    category: 'not-found',
    ...absent,
    meaning: 'The member that the request names was not found among those of the distribution list.',
  },
  ErrorFolderNotFound: {
    category: 'not-found',
    ...absent,
    imRelevance: 'generic',
    meaning: 'A folder behind the operation is missing or out of reach.',
    arrivesAs: 'response message',
    causes: [
      'The IM contact folders were never made in this mailbox or were deleted.',
      'The caller has no rights on the mailbox.',
    ],
    steps: [
      { text: 'Find out whether the mailbox uses the Unified Contact Store at all.' },
      { text: 'Check the rights on the mailbox.' },
    ],
  },
  ErrorItemNotFound: {
    category: 'not-found',
    ...currentId,
    imRelevance: 'generic',
    meaning: 'The object is gone, or the caller may not see it.',
    arrivesAs: 'response message',
    causes: [
      'It was removed already; RemoveContactFromImList and RemoveDistributionGroupFromImList answer so to a second send.',
      'The GroupId of AddNewTelUriContactToGroup leads nowhere.',
      'The caller has no rights on the mailbox.',
    ],
    steps: [
      { text: 'List again; if this repeats an earlier request, treat it as done.', action: 'getCurrentIds' },
      { text: 'Check whose mailbox is meant: the sign-in and ExchangeImpersonation decide.', action: 'fixRequest' },
    ],
  },
  ErrorLocalServerObjectNotFound: {
    category: 'not-found',
    ...absent,
    documentation: 'unused',
    meaning: 'Reserved for a directory entry of the server itself; not in use.',
  },
  ErrorMailRecipientNotFound: {
    category: 'not-found',
    ...absent,
    imRelevance: 'generic',
    meaning:
      'The request names someone by address, and the directory holds no mailbox, contact or group under it that the caller may see.',
    arrivesAs: 'either',
    causes: [
      'The address is misspelt, or its object was renamed or deleted.',
      'The object is hidden from address lists, or an address book policy keeps it from this caller.',
      'It was created a short while ago, and the directory server that was asked does not know it yet.',
    ],
    steps: [
      { text: 'Look the address up with ResolveNames under the same account.' },
      { text: 'Use the primary SMTP address that the directory gives.', action: 'fixRequest' },
    ],
  },
  ErrorNonExistentMailbox: {
    category: 'not-found',
    ...absent,
    imRelevance: 'generic',
    meaning: 'No mailbox belongs to the address or GUID in the request.',
    arrivesAs: 'either',
    causes: [
      'The address in ExchangeImpersonation is misspelt.',
      'The account exists but has no mailbox, or the mailbox was moved, disabled or deleted.',
      'The id was made in a mailbox that is gone; then the answer names its MailboxGuid.',
      'The request went to a server that does not know this mailbox.',
    ],
    steps: [
      { text: 'Check the address with Autodiscover.' },
      { text: 'Send to the server that Autodiscover names for this mailbox.', action: 'openEndpointSettings' },
    ],
  },
  ErrorParentFolderNotFound: {
    category: 'not-found',
    ...absent,
    meaning: "CreateFolder was pointed at a parent that is missing or out of the caller's sight.",
  },
  ErrorSavedItemFolderNotFound: {
    category: 'not-found',
    ...absent,
    meaning: 'The folder in SavedItemFolderId, where the copy should be kept, is gone or cannot be reached.',
  },
  ErrorToFolderNotFound: {
    category: 'not-found',
    ...absent,
    meaning: "The destination of a move or copy is missing or out of the caller's sight.",
  },
  ErrorRecipientNotFound: {
    category: 'not-found',
    ...absent,
    documentation: 'internal',
    meaning: 'Used inside Exchange when speech or unified messaging looks for a recipient; clients should not meet it.',
  },
  ErrorCannotFindFileAttachment: {
    category: 'not-found',
    ...absent,
    documentation: 'none',
    meaning: 'A file attachment that the request relies on is not there; only a service schema lists the code.',
  },
  // conflict
  ErrorIrresolvableConflict: {
    category: 'conflict',
    ...currentChangeKey,
    imRelevance: 'generic',
    meaning: 'Two changes collided and could not be merged.',
    arrivesAs: 'response message',
    causes: ['Another client wrote at the same time.', 'The ChangeKey is old.'],
    steps: [{ text: 'Read the object again, then send once more.', action: 'getCurrentIds' }],
  },
  ErrorObjectTypeChanged: {
    category: 'conflict',
    ...requestOrState,
    imRelevance: 'generic',
    meaning: 'The id now stands for an object of another type.',
    arrivesAs: 'response message',
    causes: ['Another client converted the item.'],
    steps: [{ text: 'List the objects again and use the new id.', action: 'getCurrentIds' }],
  },
  ErrorStaleObject: {
    category: 'conflict',
    ...currentChangeKey,
    imRelevance: 'generic',
    meaning: 'The item has changed since its ChangeKey was read.',
    arrivesAs: 'response message',
    causes: ['Another client changed the group or contact.'],
    steps: [
      {
        text: 'Read the object again, see whether the change still makes sense, then send again.',
        action: 'getCurrentIds',
      },
    ],
  },
} as const satisfies CodeTable;
