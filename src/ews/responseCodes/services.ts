import { featureTrouble, limitWindow, requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about services around the mailbox: add-ins, sending mail, voice, places. */
export const servicesCodes = {
  // apps/extensions
  ErrorCannotDisableMandatoryExtension: {
    category: 'apps/extensions',
    ...requestOrState,
    meaning: 'The administrator made this add-in compulsory, so the user cannot switch it off.',
  },
  ErrorCannotGetExternalEcpUrl: {
    category: 'apps/extensions',
    ...requestOrState,
    meaning: "The server does not know the outside address of Outlook on the web's options page.",
  },
  ErrorExtensionNotFound: {
    category: 'apps/extensions',
    ...requestOrState,
    meaning: 'No add-in with that id is installed for the user.',
  },
  ErrorExtensionsNotAuthorized: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The caller may not use or manage add-ins; the exact condition is undocumented.',
  },
  ErrorMarketPlaceExtensionAlreadyInstalledForOrg: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning:
      'The organisation has installed this store add-in for everybody already; taken from the schema, which says no more.',
  },
  ErrorExtensionAlreadyInstalledForOrg: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning:
      'The organisation already provides this add-in to all its users, so nobody needs to add it; there is no documentation.',
  },
  ErrorNewerExtensionAlreadyInstalled: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A later release of the add-in is in place; the code is known from schemas only.',
  },
  ErrorNewerMarketPlaceExtensionAlreadyInstalled: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A later release of this store add-in is in place; no page describes the code.',
  },
  ErrorInvalidExtensionId: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The id of an add-in could not be used; its rules are not published for this code.',
  },
  ErrorCannotUninstallProvidedExtensions: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning:
      'Add-ins that come with Exchange or from the administrator stay; this reading rests on the name, no page explains it.',
  },
  ErrorNoRbacPermissionToInstallMarketPlaceExtensions: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning:
      "The user's role does not include installing add-ins from the store; documented nowhere but plain from its parts.",
  },
  ErrorNoRbacPermissionToInstallReadWriteMailboxExtensions: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning:
      "The user's role does not include installing add-ins that may change the mailbox; no documentation exists.",
  },
  ErrorCannotDownloadExtensionManifest: {
    category: 'apps/extensions',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The server could not fetch the manifest of an add-in from its address; undocumented.',
  },
  // mail-submission
  ErrorInvalidRecipients: {
    category: 'mail-submission',
    ...requestOrState,
    meaning: 'The recipients or attendees cannot be used, most often because there are none.',
  },
  ErrorInvalidSendItemSaveSettings: {
    category: 'mail-submission',
    ...requestOrState,
    meaning: 'SendItem names a folder for the copy while SaveItemToFolder says not to keep one.',
  },
  ErrorMissingRecipients: {
    category: 'mail-submission',
    ...requestOrState,
    meaning: 'A message without any recipient cannot be sent.',
  },
  ErrorInvalidBulkActionType: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'An action on many items at once has a type the server does not know; not documented.',
  },
  ErrorNoSenderRestrictionsSettingsFoundInRequest: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A request about restricted senders came without any settings; there is no documentation.',
  },
  ErrorDuplicateSenderRestrictionsInputFound: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A request about restricted senders says the same thing twice; nothing is published on it.',
  },
  ErrorSenderRestrictionsUpdateFailed: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The list of restricted senders could not be stored; how it works is not published.',
  },
  ErrorMessageSubmissionBlocked: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The service takes no mail from this account at present, as when it looks like spam; undocumented.',
  },
  ErrorExceededMessageLimit: {
    category: 'mail-submission',
    ...limitWindow,
    documentation: 'none',
    meaning:
      'The account has sent as many messages as it may for some time; a service limit whose numbers are not documented here.',
  },
  ErrorExceededMaxRecipientLimitBlock: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning:
      'The account has addressed too many people and is blocked; unlike its sibling without Block, waiting does not help. Undocumented.',
  },
  ErrorExceededMaxRecipientLimit: {
    category: 'mail-submission',
    ...limitWindow,
    documentation: 'none',
    meaning: 'The account has addressed as many people as it may for some time; the numbers are not documented here.',
  },
  ErrorMessageBlocked: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'This very message was refused, as content or sender looked suspicious; undocumented.',
  },
  ErrorExceededMessageLimitShowTierUpgrade: {
    category: 'mail-submission',
    ...limitWindow,
    documentation: 'none',
    meaning:
      'The limit of messages is reached, and the client may offer a higher plan; known from consumer mail only, undocumented.',
  },
  ErrorExceededMaxRecipientLimitShowTierUpgrade: {
    category: 'mail-submission',
    ...limitWindow,
    documentation: 'none',
    meaning:
      'The limit of recipients is reached, and the client may offer a higher plan; known from consumer mail only, undocumented.',
  },
  ErrorInvalidReportMessageActionType: {
    category: 'mail-submission',
    ...requestOrState,
    documentation: 'none',
    meaning: 'A report of junk or phishing has a type the server does not know; not documented.',
  },
  // mailtips
  ErrorMailTipsDisabled: {
    category: 'mailtips',
    ...requestOrState,
    meaning: 'MailTips, the hints shown before sending, are switched off in this organisation.',
  },
  // unified-messaging
  ErrorDeleteUnifiedMessagingPromptFailed: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'A voice prompt of unified messaging could not be deleted; for internal use.',
  },
  ErrorInvalidPhoneCallId: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'The id names no telephone call started by PlayOnPhone.',
  },
  ErrorInvalidPhoneNumber: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'The telephone number is wrong or does not fit the dial plan.',
  },
  ErrorInvalidSIPUri: {
    category: 'unified-messaging',
    ...requestOrState,
    imRelevance: 'generic',
    meaning: 'The SIP name, dial plan or number does not make a valid SIP address.',
  },
  ErrorIPGatewayNotFound: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'No gateway between Exchange and the telephone network is available.',
  },
  ErrorPhoneNumberNotDialable: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'The number has a form that the telephone system cannot dial.',
  },
  ErrorPromptPublishingOperationFailed: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'Publishing a voice prompt of unified messaging failed; for internal use.',
  },
  ErrorUnifiedMessagingDialPlanNotFound: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: "The user's dial plan for unified messaging is missing.",
  },
  ErrorUnifiedMessagingReportDataNotFound: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'Call statistics of unified messaging are missing; for internal use.',
  },
  ErrorUnifiedMessagingPromptNotFound: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'A voice prompt of unified messaging is missing; for internal use.',
  },
  ErrorUnifiedMessagingRequestFailed: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'The voice service of Exchange could not do what was asked, as when it does not find the user.',
  },
  ErrorUnifiedMessagingServerNotFound: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'No server of the voice service is available for this user.',
  },
  ErrorUserNotUnifiedMessagingEnabled: {
    category: 'unified-messaging',
    ...requestOrState,
    meaning: 'The user has no voice mail in Exchange.',
  },
  ErrorVoiceMailNotImplemented: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Reserved for functions of voice mail that were never built; not answered.',
  },
  ErrorNoSpeechDetected: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'The recording for speech recognition holds no voice; for internal use.',
  },
  ErrorUMServerUnavailable: {
    category: 'unified-messaging',
    ...featureTrouble,
    documentation: 'internal',
    meaning: 'The voice service that recognises speech is down; for internal use.',
  },
  ErrorRecognizerNotInstalled: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'The server has no speech recognition for this language; for internal use.',
  },
  ErrorSpeechGrammarError: {
    category: 'unified-messaging',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'Speech recognition could not use its list of words; for internal use.',
  },
  // location/weather
  ErrorLocationServicesDisabled: {
    category: 'location/weather',
    ...requestOrState,
    documentation: 'internal',
    meaning: "The lookup of places is switched off; meant for Exchange's own clients.",
  },
  ErrorLocationServicesRequestTimedOut: {
    category: 'location/weather',
    ...featureTrouble,
    documentation: 'internal',
    meaning: "The service for places did not reply in time; meant for Exchange's own clients.",
  },
  ErrorLocationServicesRequestFailed: {
    category: 'location/weather',
    ...featureTrouble,
    documentation: 'internal',
    meaning: "The service for places failed; meant for Exchange's own clients.",
  },
  ErrorLocationServicesInvalidRequest: {
    category: 'location/weather',
    ...requestOrState,
    documentation: 'internal',
    meaning: "The service for places could not use the query; meant for Exchange's own clients.",
  },
  ErrorWeatherServiceDisabled: {
    category: 'location/weather',
    ...requestOrState,
    documentation: 'internal',
    meaning: "Weather in the calendar is switched off; meant for Exchange's own clients.",
  },
  ErrorInvalidLongitude: {
    category: 'location/weather',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The east-west coordinate of a place is beyond what a globe has; the code is undocumented.',
  },
  ErrorInvalidLatitude: {
    category: 'location/weather',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The north-south coordinate of a place is beyond what a globe has; the code is undocumented.',
  },
} as const satisfies CodeTable;
