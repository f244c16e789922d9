import { featureTrouble, requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about working together: sharing with other organisations, site mailboxes, Microsoft 365 groups. */
export const collaborationCodes = {
  // sharing/federation
  ErrorMissingInformationSharingFolderId: {
    category: 'sharing/federation',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for sharing requests without a folder; it is never answered.',
  },
  ErrorSharingSynchronizationFailed: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning:
      'A shared folder could not be brought up to date: subscription, folder or user is gone, or the remote server did not reply.',
  },
  ErrorSharingNoExternalEwsAvailable: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The outside address of EWS is not entered in the directory, so sharing cannot announce it.',
  },
  ErrorInvalidGetSharingFolderRequest: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'GetSharingFolder takes either DataType or SharedFolderId, and the request has both.',
  },
  ErrorNotAllowedExternalSharingByPolicy: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The sharing policy is off for the caller, or does not allow this folder or level for people outside.',
  },
  ErrorUserNotAllowedByPolicy: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The sharing policy does not list the domain of the person outside with whom the caller wants to share.',
  },
  ErrorPermissionNotAllowedByPolicy: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The sharing policy allows less than the permission the caller tried to grant to somebody outside.',
  },
  ErrorOrganizationNotFederated: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: "The caller's organisation has no federation, which sharing with others needs.",
  },
  ErrorInvalidExternalSharingInitiator: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The sender of the sharing invitation is not the one who made its metadata.',
  },
  ErrorUserWithoutFederatedProxyAddress: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: "None of the user's addresses lies in a federated domain.",
  },
  ErrorInvalidFederatedOrganizationId: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: "The federation settings of the caller's organisation are not correct.",
  },
  ErrorInvalidExternalSharingSubscriber: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The sharing message was meant for somebody else.',
  },
  ErrorInvalidSharingData: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The metadata of the sharing message cannot be used, perhaps because its XML is broken.',
  },
  ErrorInvalidSharingMessage: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The sharing message cannot be used, perhaps because a property is missing.',
  },
  ErrorNotSupportedSharingMessage: {
    category: 'sharing/federation',
    ...requestOrState,
    meaning: 'The message is an invitation to share of a kind that EWS does not handle.',
  },
  ErrorInvalidFederationOrganizationIdentifier: {
    category: 'sharing/federation',
    ...requestOrState,
    documentation: 'none',
    meaning: 'An identifier of the federated organisation is unusable; unlike its near namesake it is undocumented.',
  },
  // site-mailbox
  ErrorTeamMailboxNotFound: {
    category: 'site-mailbox',
    ...requestOrState,
    meaning: 'There is no such site mailbox, or the caller may not see it.',
  },
  ErrorTeamMailboxNotLinkedToSharePoint: {
    category: 'site-mailbox',
    ...requestOrState,
    meaning: 'The site mailbox is not tied to a SharePoint site.',
  },
  ErrorTeamMailboxUrlValidationFailed: {
    category: 'site-mailbox',
    ...requestOrState,
    meaning: 'The site mailbox exists, but its link to SharePoint is not valid.',
  },
  ErrorTeamMailboxNotAuthorizedOwner: {
    category: 'site-mailbox',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for callers who do not own the site mailbox; not answered.',
  },
  ErrorTeamMailboxActiveToPendingDelete: {
    category: 'site-mailbox',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for a site mailbox on its way to deletion; not answered.',
  },
  ErrorTeamMailboxFailedSendingNotifications: {
    category: 'site-mailbox',
    ...requestOrState,
    meaning: 'The owners of the site mailbox could not be notified by mail.',
  },
  ErrorTeamMailboxErrorUnknown: {
    category: 'site-mailbox',
    ...featureTrouble,
    meaning: 'Something failed in the site mailbox that has no code of its own.',
  },
  // unified-groups
  ErrorUnifiedGroupMailboxAADCreationFailed: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A Microsoft 365 group could not be created in the cloud directory; undocumented.',
  },
  ErrorUnifiedGroupMailboxAADDeleteFailed: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A Microsoft 365 group could not be deleted from the cloud directory; undocumented.',
  },
  ErrorUnifiedGroupMailboxNamingPolicy: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The name of a Microsoft 365 group breaks a rule of the organisation for names; undocumented.',
  },
  ErrorUnifiedGroupMailboxDeleteFailed: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The mailbox of a Microsoft 365 group could not be deleted; undocumented.',
  },
  ErrorUnifiedGroupMailboxNotFound: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'No Microsoft 365 group has a mailbox under that address; undocumented.',
  },
  ErrorUnifiedGroupMailboxUpdateDelayed: {
    category: 'unified-groups',
    ...featureTrouble,
    documentation: 'none',
    meaning: 'A change to a Microsoft 365 group was taken in and takes effect later; undocumented.',
  },
  ErrorUnifiedGroupMailboxUpdatedPartialProperties: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'Only some of the changes to a Microsoft 365 group were stored; undocumented.',
  },
  ErrorUnifiedGroupMailboxUpdateFailed: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A change to a Microsoft 365 group was not stored; undocumented.',
  },
  ErrorUnifiedGroupMailboxProvisionFailed: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'Setting up the mailbox of a Microsoft 365 group failed; undocumented.',
  },
  ErrorUnexpectedUnifiedGroupsCount: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The server found more or fewer Microsoft 365 groups than it should; undocumented.',
  },
  ErrorUnifiedGroupAlreadyExists: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A Microsoft 365 group of that name or address exists; undocumented.',
  },
  ErrorUnifiedGroupAadAuthorizationRequestDenied: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The cloud directory refused what the caller wanted to do with a Microsoft 365 group; undocumented.',
  },
  ErrorUnifiedGroupCreationDisabled: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The organisation does not let this user create Microsoft 365 groups; undocumented.',
  },
  ErrorUnifiedGroupAliasNamingPolicy: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The alias of a Microsoft 365 group breaks a rule of the organisation; undocumented.',
  },
  ErrorSubscriptionsDisabledForGroup: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning:
      'Members of this Microsoft 365 group cannot have its mail sent to their inbox; a guess from the name, for nothing is documented.',
  },
  ErrorAccessingPartialCreatedUnifiedGroup: {
    category: 'unified-groups',
    ...requestOrState,
    documentation: 'none',
    meaning:
      'The Microsoft 365 group is still being created and cannot be used yet; only a service schema lists this code.',
  },
} as const satisfies CodeTable;
