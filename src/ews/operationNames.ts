import { namespaces } from './namespaces.ts';
import { operations } from './operations/index.ts';
import { referencePage } from './reference.ts';
import type { Effect, EwsName } from './schema.ts';

/** What is known of every operation of the service, also of those whose content is not. */
export interface OperationName {
  readonly name: string;
  readonly effect: Effect;
  /** Local name of the request element in the messages namespace: mostly the name itself. */
  readonly requestElement: string;
  /** What goes into the SOAPAction header, without quotes. */
  readonly soapAction: string;
  /** Headers that the WSDL binds to it besides version, culture and impersonation. */
  readonly furtherHeaders: readonly EwsName[];
  /** The page that documents it; the public documentation lacks 27 operations. */
  readonly documentation?: string;
}

/** The operation whose request element has this local name (or, failing that, the operation of this name). */
export function findOperation(local: string): OperationName | undefined {
  index ??= new Map(
    allOperations().flatMap(operation => [
      [operation.name, operation],
      [operation.requestElement, operation],
    ]),
  );
  return index.get(local);
}

/** The names of all operations: those of the WSDL of Exchange SE, and three that only the documentation has. */
export function operationNames(): readonly string[] {
  return allOperations().map(({ requestElement }) => requestElement);
}

let index: ReadonlyMap<string, OperationName> | undefined;

/**
 * The operations whose facts are not held, by what they do to the mailbox. What is not certain only to read counts as a
 * change: a sender asks before it. Source of the names: services.wsdl of Exchange SE RTM; the effect is our judgement.
 */
const others: Readonly<Record<Effect, string>> = {
  reads: `
    ResolveNames ExpandDL GetServerTimeZones FindFolder FindItem GetFolder ConvertId ExportItems GetEvents
    GetStreamingEvents SyncFolderHierarchy SyncFolderItems GetItem GetAttachment GetDelegate
    GetUserConfiguration GetSpecificUserConfiguration GetUserAvailability GetUserOofSettings
    GetServiceConfiguration GetMailTips GetPhoneCallInformation GetSharingMetadata GetSharingFolder
    GetRoomLists GetRooms FindMessageTrackingReport GetMessageTrackingReport FindConversation
    GetConversationItems FindPeople FindTags GetPersona GetInboxRules GetPasswordExpirationDate
    GetDiscoverySearchConfiguration GetSearchableMailboxes SearchMailboxes GetHoldOnMailboxes
    GetNonIndexableItemStatistics GetNonIndexableItemDetails GetAppManifests GetUserRetentionPolicyTags
    GetAppMarketplaceUrl FindAvailableMeetingTimes FindMeetingTimeCandidates GetUserPhoto GetMeetingSpace
    FindMeetingSpaceByJoinUrl GetMeetingInstance GetSearchSuggestions GetLastPrivateCatalogUpdate
    GetPrivateCatalogAddIns GetReminders`,
  changes: `
    UploadItems CreateFolderPath CreateFolder UpdateFolder MoveFolder CopyFolder Subscribe Unsubscribe
    CreateItem UpdateItem UpdateItemInRecoverableItems SendItem MoveItem CopyItem ArchiveItem CreateAttachment
    GetClientAccessToken CreateManagedFolder AddDelegate UpdateDelegate CreateUserConfiguration
    UpdateUserConfiguration SetUserOofSettings PlayOnPhone DisconnectPhoneCall RefreshSharingFolder
    SetTeamMailbox ApplyConversationAction AddTag HideTag UpdateInboxRules SetHoldOnMailboxes
    MarkAllItemsAsRead MarkAsJunk ReportMessage DisableApp InstallApp SetUserPhoto UpdateMeetingSpace
    CreateMeetingSpace UpdateMeetingInstance CreateMeetingInstance StartSearchSession ExecuteSearch
    EndSearchSession PerformReminderAction AddEntityFeedback`,
  removes: `
    DeleteFolder EmptyFolder DeleteItem DeleteAttachment RemoveDelegate DeleteUserConfiguration
    UnpinTeamMailbox UninstallApp DeleteMeetingSpace DeleteMeetingInstance DeleteSearchSuggestion`,
};

/** Request elements that are not called as their operation. */
const requestElements: Readonly<Record<string, string>> = {
  GetUserAvailability: 'GetUserAvailabilityRequest',
  GetUserOofSettings: 'GetUserOofSettingsRequest',
  SetUserOofSettings: 'SetUserOofSettingsRequest',
  GetMeetingInstance: 'GetMeetingInstanceRequest',
  DeleteMeetingInstance: 'DeleteMeetingInstanceRequest',
  UpdateMeetingInstance: 'UpdateMeetingInstanceRequest',
  CreateMeetingInstance: 'CreateMeetingInstanceRequest',
};

/** SOAPActions that do not end in the name of their operation. */
const actions: Readonly<Record<string, string>> = {
  GetStreamingEvents: 'GetEvents',
  GetMeetingInstance: 'GetMeetingInstanceRequest',
  DeleteMeetingInstance: 'DeleteMeetingInstanceRequest',
  UpdateMeetingInstance: 'UpdateMeetingInstanceRequest',
  CreateMeetingInstance: 'CreateMeetingInstanceRequest',
};

/** Headers that only some operations know. Source: services.wsdl of Exchange SE RTM. */
const furtherHeaders: Readonly<Record<EwsName, string>> = {
  't:TimeZoneContext': `
    FindFolder FindItem GetFolder CreateFolderPath CreateFolder UpdateFolder GetItem CreateItem UpdateItem
    UpdateItemInRecoverableItems CreateAttachment GetAttachment GetUserAvailability GetInboxRules UpdateInboxRules`,
  't:ManagementRole': `
    FindFolder FindItem GetFolder ExportItems GetItem UpdateItemInRecoverableItems SetTeamMailbox
    GetDiscoverySearchConfiguration GetSearchableMailboxes SearchMailboxes GetHoldOnMailboxes SetHoldOnMailboxes
    GetNonIndexableItemStatistics GetNonIndexableItemDetails GetMeetingSpace DeleteMeetingSpace UpdateMeetingSpace
    CreateMeetingSpace FindMeetingSpaceByJoinUrl GetMeetingInstance DeleteMeetingInstance UpdateMeetingInstance
    CreateMeetingInstance`,
  't:DateTimePrecision': 'FindItem GetItem',
};

/** Operations of the WSDL that the public documentation has no page for. */
const undocumented = `
  UpdateItemInRecoverableItems GetSpecificUserConfiguration SetTeamMailbox UnpinTeamMailbox FindTags AddTag HideTag
  ReportMessage FindAvailableMeetingTimes FindMeetingTimeCandidates SetUserPhoto GetMeetingSpace DeleteMeetingSpace
  UpdateMeetingSpace CreateMeetingSpace FindMeetingSpaceByJoinUrl GetMeetingInstance DeleteMeetingInstance
  UpdateMeetingInstance CreateMeetingInstance StartSearchSession ExecuteSearch GetSearchSuggestions
  DeleteSearchSuggestion EndSearchSession GetLastPrivateCatalogUpdate GetPrivateCatalogAddIns`;

/** Pages that are not called as their operation. */
const pages: Readonly<Record<string, string>> = { PlayOnPhone: 'playonphone-operation-ews' };

function allOperations(): readonly OperationName[] {
  const known = operations.map(({ name, effect, documentation }) => ({ ...named(name, effect), documentation }));
  const rest = (Object.keys(others) as readonly Effect[]).flatMap(effect =>
    words(others[effect]).map(name => named(name, effect)),
  );
  return [...known, ...rest];
}

function named(name: string, effect: Effect): OperationName {
  const headers = Object.entries(furtherHeaders) as readonly (readonly [EwsName, string])[];
  const page = pages[name] ?? `${name.toLowerCase()}-operation`;
  return {
    name,
    effect,
    requestElement: requestElements[name] ?? name,
    soapAction: `${namespaces.messages}/${actions[name] ?? name}`,
    furtherHeaders: headers.filter(([, names]) => words(names).includes(name)).map(([header]) => header),
    ...(!words(undocumented).includes(name) && {
      documentation: referencePage(page),
    }),
  };
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
