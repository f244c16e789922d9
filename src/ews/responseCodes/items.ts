import { chooseName, damaged, perhapsConnection, requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about items, contacts, attachments and the names of people. */
export const itemsCodes = {
  // item-save
  ErrorCannotDeleteObject: {
    category: 'item-save',
    ...requestOrState,
    imRelevance: 'generic',
    meaning: 'The item or folder exists, but the store refuses to delete it.',
  },
  ErrorCorruptData: {
    category: 'item-save',
    ...damaged,
    imRelevance: 'generic',
    meaning: 'Data in the store are damaged, so the operation cannot work with them.',
    arrivesAs: 'response message',
    causes: ['The item was damaged, by a client or by a failed write.'],
    steps: [{ text: 'Let an administrator repair the mailbox.' }],
  },
  ErrorCrossMailboxMoveCopy: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'Move and copy work inside one mailbox only, and the destination is in another.',
  },
  ErrorDeleteItemsFailed: {
    category: 'item-save',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Set aside for deleting several items at once; it does not occur.',
  },
  ErrorEmailAddressMismatch: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'The folders of a search folder must lie in the same mailbox as the search folder, and these do not.',
  },
  ErrorIncorrectUpdatePropertyCount: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'Each change in an update must set exactly one property, and one of them sets none or several.',
  },
  ErrorInvalidItemForOperationCreateItem: {
    category: 'item-save',
    ...requestOrState,
    meaning:
      'CreateItem cannot make items of this type; meeting requests, for instance, arise only by sending a calendar item.',
  },
  ErrorInvalidItemForOperationAcceptItem: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'AcceptItem fits meeting requests and calendar items only, and no occurrence in Deleted Items.',
  },
  ErrorInvalidItemForOperationDeclineItem: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'DeclineItem fits meeting requests and calendar items only, and no occurrence in Deleted Items.',
  },
  ErrorInvalidItemForOperationCancelItem: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'CancelCalendarItem was used on something that is no calendar item.',
  },
  ErrorInvalidItemForOperationRemoveItem: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'The RemoveItem response works on meeting cancellations, and the item is none.',
  },
  ErrorInvalidItemForOperationSendItem: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'SendItem was given something other than a message.',
  },
  ErrorInvalidItemForOperationTentative: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'TentativelyAcceptItem fits meeting requests and calendar items only, and no occurrence in Deleted Items.',
  },
  ErrorInvalidLikeRequest: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'The item is of a kind that cannot be liked.',
  },
  ErrorInvalidReferenceItem: {
    category: 'item-save',
    ...requestOrState,
    meaning:
      'The item that a reply, forward or receipt refers to is of a kind or in a state that does not allow it, such as a draft.',
  },
  ErrorItemCorrupt: {
    category: 'item-save',
    ...damaged,
    imRelevance: 'generic',
    meaning: 'What the mailbox stores for this item cannot be read, wholly or in a part such as Body or MimeContent.',
    arrivesAs: 'response message',
    causes: ['With the IM list: the stored item behind the contact or the group is damaged.'],
    steps: [
      {
        text: 'With the IM list: read it to see whether the object is still there, then remove that object and add it again.',
        action: 'getCurrentIds',
      },
      { text: 'With GetItem: ask for single properties, without Body and MimeContent, to see what is still readable.' },
      { text: 'If it stays, ask an administrator to repair the mailbox (New-MailboxRepairRequest).' },
    ],
  },
  ErrorItemPropertyRequestFailed: {
    category: 'item-save',
    ...perhapsConnection,
    meaning: 'A property of the item may exist but could not be read.',
  },
  ErrorItemSave: {
    category: 'item-save',
    ...perhapsConnection,
    imRelevance: 'generic',
    meaning: 'The item was changed but could not be written to the store.',
    arrivesAs: 'response message',
    causes: ['The item is damaged, another change collided, or a limit is reached.'],
    steps: [{ text: 'Read the object again, then send once more.', action: 'getCurrentIds' }],
  },
  ErrorItemSavePropertyError: {
    category: 'item-save',
    ...requestOrState,
    imRelevance: 'generic',
    meaning: 'Saving failed because of single properties; the answer names their paths.',
  },
  ErrorMessageDispositionRequired: {
    category: 'item-save',
    ...requestOrState,
    meaning:
      'For messages and replies to meetings the request must say, in MessageDisposition, whether to save or to send.',
  },
  ErrorMoveCopyFailed: {
    category: 'item-save',
    ...perhapsConnection,
    meaning: 'The store did not manage to move or copy the item; answering a meeting can cause such a move by itself.',
  },
  ErrorPropertyUpdate: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'An update failed because of wrong values; the answer lists the paths of the properties concerned.',
  },
  ErrorPropertyValidationFailure: {
    category: 'item-save',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Set aside for properties that break a rule of the store; not in use.',
  },
  ErrorReadReceiptNotPending: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'There is no read receipt to suppress: the sender asked for none, or the message is in Junk Email.',
  },
  ErrorUpdatePropertyMismatch: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'A change names one property as its path and carries the value of another.',
  },
  ErrorVirusDetected: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'The virus scanner found something in the message.',
  },
  ErrorVirusMessageDeleted: {
    category: 'item-save',
    ...requestOrState,
    meaning: 'The virus scanner removed the message because it was infected.',
  },
  // contacts
  ErrorCannotCreateContactInNonContactFolder: {
    category: 'contacts',
    ...requestOrState,
    meaning: 'Contacts can be stored in contact folders only, and the folder in SavedItemFolderId is of another kind.',
  },
  ErrorInvalidContactEmailAddress: {
    category: 'contacts',
    ...requestOrState,
    meaning: "An address among the contact's addresses cannot be used.",
  },
  ErrorInvalidContactEmailIndex: {
    category: 'contacts',
    ...requestOrState,
    meaning: 'The key of an address must be EmailAddress1, 2 or 3.',
  },
  ErrorInvalidMailbox: {
    category: 'contacts',
    ...requestOrState,
    imRelevance: 'generic',
    meaning: 'A private distribution list holds a member entry that cannot be stored.',
  },
  // content/mime
  ErrorContentConversionFailed: {
    category: 'content/mime',
    ...requestOrState,
    meaning:
      'MIME could not be produced from the item, or no item from the MIME; often the item is damaged or cut short.',
  },
  ErrorMimeContentConversionFailed: {
    category: 'content/mime',
    ...requestOrState,
    meaning: 'The MIME content is no valid iCalendar, or none could be produced from the item.',
  },
  ErrorMimeContentInvalid: {
    category: 'content/mime',
    ...requestOrState,
    meaning: 'The MIME content in the request does not follow the rules of MIME.',
  },
  ErrorMimeContentInvalidBase64String: {
    category: 'content/mime',
    ...requestOrState,
    meaning: 'The text in MimeContent is not base64.',
  },
  ErrorUnsupportedMimeConversion: {
    category: 'content/mime',
    ...requestOrState,
    meaning: 'MIME content exists for messages, posts and calendar items only, and the item is of another type.',
  },
  // attachments
  ErrorAttachmentNestLevelLimitExceeded: {
    category: 'attachments',
    ...requestOrState,
    meaning:
      'A message holds a message that holds a message, through more levels than Exchange follows; attach the inner ones as files.',
  },
  ErrorAttachmentSizeLimitExceeded: {
    category: 'attachments',
    ...requestOrState,
    meaning: 'The attachment is larger than the server accepts or can give out.',
  },
  ErrorCannotOpenFileAttachment: {
    category: 'attachments',
    ...requestOrState,
    meaning: 'GetAttachment could not read the contents of the attached file.',
  },
  ErrorInvalidItemForOperationCreateItemAttachment: {
    category: 'attachments',
    ...requestOrState,
    meaning: 'Items of this type cannot be attached; message, contact, task and calendar item can.',
  },
  ErrorMissingItemForCreateItemAttachment: {
    category: 'attachments',
    ...requestOrState,
    meaning: 'An ItemAttachment came without the item that it should carry.',
  },
  // name-resolution
  ErrorInvalidItemForOperationExpandDL: {
    category: 'name-resolution',
    ...requestOrState,
    meaning: 'ExpandDL by id works on private distribution lists only.',
  },
  ErrorInvalidNameForNameResolution: {
    category: 'name-resolution',
    ...requestOrState,
    meaning: 'The text to resolve is empty or a lone blank, comma or dash.',
  },
  ErrorNameResolutionMultipleResults: {
    category: 'name-resolution',
    ...chooseName,
    meaning: 'Several entries match the name; the answer, a Warning, lists them.',
  },
  ErrorNameResolutionNoMailbox: {
    category: 'name-resolution',
    ...requestOrState,
    meaning: 'Resolving names or expanding a list needs a caller who has a mailbox, and this one has none.',
  },
  ErrorNameResolutionNoResults: {
    category: 'name-resolution',
    ...requestOrState,
    imRelevance: 'generic',
    meaning: 'Nothing in the directory or in the contacts matches the text.',
  },
  ErrorResolveNamesInvalidFolderType: {
    category: 'name-resolution',
    ...requestOrState,
    meaning: 'ResolveNames was told to look in a folder that holds no contacts.',
  },
  ErrorResolveNamesOnlyOneContactsFolderAllowed: {
    category: 'name-resolution',
    ...requestOrState,
    meaning: 'ResolveNames takes one contacts folder at most.',
  },
  // photos
  ErrorInvalidPhotoSize: {
    category: 'photos',
    ...requestOrState,
    meaning: 'GetUserPhoto was asked for a size it does not serve; sizes such as HR96x96 are.',
  },
  // user-settings
  ErrorApplyConversationActionFailed: {
    category: 'user-settings',
    ...requestOrState,
    meaning: 'An action on a whole conversation, such as always moving it, could not be carried out.',
  },
  ErrorDuplicateExtendedKeywordDefinition: {
    category: 'user-settings',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A definition of search keywords is there twice; undocumented.',
  },
  // inbox-rules
  ErrorInboxRulesValidationError: {
    category: 'inbox-rules',
    ...requestOrState,
    meaning: 'At least one Inbox rule is not valid; the answer says which and why.',
  },
  ErrorOutlookRuleBlobExists: {
    category: 'inbox-rules',
    ...requestOrState,
    meaning: 'Outlook keeps rules of its own in this mailbox; RemoveOutlookRuleBlob must agree to losing them.',
  },
  ErrorRulesOverQuota: {
    category: 'inbox-rules',
    ...requestOrState,
    meaning: 'The rules take more space than the mailbox has for rules.',
  },
  ErrorInvalidKeepNCount: {
    category: 'inbox-rules',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The number of messages a sweep rule should keep is out of bounds; the limits are not documented.',
  },
  ErrorInvalidKeepNType: {
    category: 'inbox-rules',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The way a sweep rule should count what it keeps is unknown to the server; undocumented.',
  },
  ErrorInvalidSweepRule: {
    category: 'inbox-rules',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A sweep rule, which clears out mail of one sender, cannot be used as sent; no documentation says why.',
  },
  ErrorInvalidSweepRuleOperationType: {
    category: 'inbox-rules',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The request asks for something a sweep rule cannot do; its operations are not documented.',
  },
} as const satisfies CodeTable;
