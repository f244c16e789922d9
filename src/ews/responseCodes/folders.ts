import { requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about folders of every kind, their permissions and retention. */
export const foldersCodes = {
  // folders
  ErrorCannotCreatePostItemInNonMailFolder: {
    category: 'folders',
    ...requestOrState,
    meaning: 'Posts can be stored in mail folders only.',
  },
  ErrorCannotEmptyFolder: {
    category: 'folders',
    ...requestOrState,
    meaning:
      'EmptyFolder left items behind; the documentation names no cause, so look at what remains and at your rights there.',
  },
  ErrorDeleteDistinguishedFolder: {
    category: 'folders',
    ...requestOrState,
    meaning: 'Folders that Exchange itself sets up, such as Inbox, cannot be deleted.',
  },
  ErrorFolderCorrupt: {
    category: 'folders',
    ...requestOrState,
    meaning: 'The folder is damaged and can no longer be written.',
  },
  ErrorFolderPropertRequestFailed: {
    category: 'folders',
    ...requestOrState,
    meaning:
      'A property of the folder could not be read, probably because it is damaged; the schema spells the code without its y.',
  },
  ErrorFolderSave: {
    category: 'folders',
    ...requestOrState,
    meaning: 'The store would not write the folder in the state it is in.',
  },
  ErrorFolderSaveFailed: {
    category: 'folders',
    ...requestOrState,
    meaning: 'Writing the folder was tried and did not succeed, most often because of the state it is in.',
  },
  ErrorFolderSavePropertyError: {
    category: 'folders',
    ...requestOrState,
    meaning: 'The folder was not written because of single properties; the answer names them.',
  },
  ErrorFolderExists: {
    category: 'folders',
    ...requestOrState,
    meaning: 'The parent folder has a child of that name already.',
  },
  ErrorInvalidFolderTypeForOperation: {
    category: 'folders',
    ...requestOrState,
    meaning: 'The operation does not fit folders of this type, as with a search folder among public folders.',
  },
  ErrorInvalidParentFolder: {
    category: 'folders',
    ...requestOrState,
    meaning: 'Nothing can be created below this folder, for instance because it is a search folder.',
  },
  ErrorMoveDistinguishedFolder: {
    category: 'folders',
    ...requestOrState,
    meaning: 'Folders that Exchange itself sets up, such as Inbox, cannot be moved.',
  },
  ErrorNoFolderClassOverride: {
    category: 'folders',
    ...requestOrState,
    meaning: 'FolderClass may be set on generic folders only; typed ones imply theirs.',
  },
  ErrorOperationNotAllowedWithPublicFolderRoot: {
    category: 'folders',
    ...requestOrState,
    meaning: 'The topmost public folder only holds the others; this operation works on folders below it.',
  },
  ErrorParentFolderIdRequired: {
    category: 'folders',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Reserved for a folder without a parent; not in use.',
  },
  // folder-permissions
  ErrorCannotSetCalendarPermissionOnNonCalendarFolder: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'A CalendarPermissionSet was sent for a folder that is no calendar; use PermissionSet.',
  },
  ErrorCannotSetNonCalendarPermissionOnCalendarFolder: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'A PermissionSet was sent for a calendar; use CalendarPermissionSet.',
  },
  ErrorCannotSetPermissionUnknownEntries: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'UnknownEntries can be read from a permission set but not written back.',
  },
  ErrorDistinguishedUserNotSupported: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'Default and Anonymous cannot be used as users here.',
  },
  ErrorDuplicateUserIdsSpecified: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'A permission set names the same user twice.',
  },
  ErrorInvalidPermissionSettings: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'PermissionLevel contradicts the single permissions beside it; those belong to the level Custom.',
  },
  ErrorInvalidUserInfo: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'A UserId says two things at once, such as a distinguished user together with an address.',
  },
  ErrorMissingUserIdInformation: {
    category: 'folder-permissions',
    ...requestOrState,
    meaning: 'A UserId in a permission set names nobody.',
  },
  // managed-folders
  ErrorCreateManagedFolderPartialCompletion: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'Some of the managed folders were created and others not; look which ones exist.',
  },
  ErrorInvalidManagedFolderProperty: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'The description stored with the managed folder is damaged and cannot be shown.',
  },
  ErrorInvalidManagedFolderQuota: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'The stored quota of the managed folder is negative, which points to damage.',
  },
  ErrorInvalidManagedFolderSize: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'The stored size of the managed folder is negative, which points to damage.',
  },
  ErrorManagedFolderAlreadyExists: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'CreateManagedFolder was asked for a folder that this mailbox contains.',
  },
  ErrorManagedFolderNotFound: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'The directory defines no managed folder of that name.',
  },
  ErrorManagedFoldersRootFailure: {
    category: 'managed-folders',
    ...requestOrState,
    meaning:
      'The folder above all managed folders was deleted, is blocked by one of the same name, or could not be made.',
  },
  ErrorMissingEmailAddressForManagedFolder: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'The caller has no mailbox, and CreateManagedFolder does not name one.',
  },
  ErrorMissingManagedFolderId: {
    category: 'managed-folders',
    ...requestOrState,
    meaning: 'The managed folder has lost the property that ties it to its policy and counts as damaged.',
  },
  // public-folders
  ErrorCannotAccessDeletedPublicFolder: {
    category: 'public-folders',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The public folder has been deleted, so its contents are out of reach; undocumented.',
  },
  ErrorNoPublicFolderReplicaAvailable: {
    category: 'public-folders',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'A relic of public folder replication; Exchange does not answer it.',
  },
  ErrorNoPublicFolderServerAvailable: {
    category: 'public-folders',
    ...requestOrState,
    meaning: "No server for public folders is up, or the caller's organisation assigns none.",
  },
  ErrorPublicFolderMailboxDiscoveryFailed: {
    category: 'public-folders',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'The address of the public folder mailbox could not be found; for internal use.',
  },
  ErrorPublicFolderOperationFailed: {
    category: 'public-folders',
    ...requestOrState,
    meaning: 'The server tried to reach the public folder for the caller and did not succeed.',
  },
  ErrorPublicFolderRequestProcessingFailed: {
    category: 'public-folders',
    ...requestOrState,
    meaning: 'Free/busy times of a user on a very old server are kept in public folders, and fetching them failed.',
  },
  ErrorPublicFolderServerNotFound: {
    category: 'public-folders',
    ...requestOrState,
    meaning: 'No public folder server serves the organisational unit of that user.',
  },
  ErrorPublicFolderSyncException: {
    category: 'public-folders',
    ...requestOrState,
    meaning: 'The change reached the primary public folder mailbox but not the secondary one.',
  },
  // archive
  ErrorArchiveFolderPathCreation: {
    category: 'archive',
    ...requestOrState,
    meaning: 'ArchiveItem could not build the matching folders in the archive mailbox.',
  },
  ErrorArchiveMailboxNotEnabled: {
    category: 'archive',
    ...requestOrState,
    meaning: 'The user has no archive mailbox switched on.',
  },
  ErrorArchiveMailboxServiceDiscoveryFailed: {
    category: 'archive',
    ...requestOrState,
    meaning: 'Exchange could not find the service that holds the archive mailbox.',
  },
  ErrorCannotArchiveCalendarContactTaskFolderException: {
    category: 'archive',
    ...requestOrState,
    meaning: 'Items in calendar, contact and task folders cannot be archived with ArchiveItem.',
  },
  ErrorCannotArchiveItemsInPublicFolders: {
    category: 'archive',
    ...requestOrState,
    meaning: 'ArchiveItem does not work on public folders.',
  },
  ErrorCannotArchiveItemsInArchiveMailbox: {
    category: 'archive',
    ...requestOrState,
    meaning: 'ArchiveItem moves items from the primary mailbox; these lie in the archive by now.',
  },
  ErrorCannotGetSourceFolderPath: {
    category: 'archive',
    ...requestOrState,
    meaning: 'The path of the folder to archive from could not be found out.',
  },
  ErrorCannotSpecifySearchFolderAsSourceFolder: {
    category: 'archive',
    ...requestOrState,
    meaning: 'ArchiveSourceFolderId must be a real folder, not a search folder.',
  },
  ErrorInvalidItemForOperationArchiveItem: {
    category: 'archive',
    ...requestOrState,
    meaning: 'ArchiveItem cannot handle items of this type.',
  },
  ErrorGetRemoteArchiveFolderFailed: {
    category: 'archive',
    ...requestOrState,
    meaning: 'A folder of an archive on another server or in the cloud could not be fetched.',
  },
  ErrorFindRemoteArchiveFolderFailed: {
    category: 'archive',
    ...requestOrState,
    meaning: 'Listing the folders of an archive on another server or in the cloud failed.',
  },
  ErrorGetRemoteArchiveItemFailed: {
    category: 'archive',
    ...requestOrState,
    meaning: 'An item of an archive on another server or in the cloud could not be fetched.',
  },
  ErrorExportRemoteArchiveItemsFailed: {
    category: 'archive',
    ...requestOrState,
    meaning: 'Exporting items from an archive on another server or in the cloud failed.',
  },
  // retention
  ErrorInvalidRetentionTagTypeMismatch: {
    category: 'retention',
    ...requestOrState,
    meaning:
      'The retention tag does something else than the property it is set on, such as archive in place of delete.',
  },
  ErrorInvalidRetentionTagInvisible: {
    category: 'retention',
    ...requestOrState,
    meaning: 'The retention tag does not exist or is not offered to this user.',
  },
  ErrorInvalidRetentionTagInheritance: {
    category: 'retention',
    ...requestOrState,
    meaning: 'A tag that is only inherited cannot be set as PolicyTag.',
  },
  ErrorInvalidRetentionTagIdGuid: {
    category: 'retention',
    ...requestOrState,
    meaning: 'RetentionId does not hold the GUID of a tag that the server can work with.',
  },
  ErrorInvalidRetentionTagNone: {
    category: 'retention',
    ...requestOrState,
    meaning: 'The user has no retention tags at all.',
  },
} as const satisfies CodeTable;
