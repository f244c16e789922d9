import { featureTrouble, passing, requestOrState, routing, subscribeAnew, syncAnew } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about searching, synchronising and notifications. */
export const searchCodes = {
  // search
  ErrorContainsFilterWrongType: {
    category: 'search',
    ...requestOrState,
    meaning: 'Contains searches text, and the property it names holds something else.',
  },
  ErrorContentIndexingNotEnabled: {
    category: 'search',
    ...requestOrState,
    meaning: 'QueryString needs the content index, which is off for this mailbox.',
  },
  ErrorInvalidAttachmentSubfilter: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder filters attachments in a way EWS cannot express; read it without SearchParameters.',
  },
  ErrorInvalidAttachmentSubfilterTextFilter: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder filters attachments by text other than their display name, which EWS cannot express.',
  },
  ErrorInvalidExcludesRestriction: {
    category: 'search',
    ...requestOrState,
    meaning: 'The bit mask of an Excludes restriction is no readable number.',
  },
  ErrorInvalidExpressionTypeForSubFilter: {
    category: 'search',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for expressions inside subfilters, without use.',
  },
  ErrorInvalidFractionalPagingParameters: {
    category: 'search',
    ...requestOrState,
    meaning: 'In fractional paging the numerator must lie between zero and the denominator, which must be positive.',
  },
  ErrorInvalidIndexedPagingParameters: {
    category: 'search',
    ...requestOrState,
    meaning: 'The page of results was to begin at a negative offset.',
  },
  ErrorInvalidPagingMaxRows: {
    category: 'search',
    ...requestOrState,
    meaning: 'The greatest number of rows to return must be above zero.',
  },
  ErrorInvalidRecipientSubfilter: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder filters recipients in a way EWS cannot express; read it without SearchParameters.',
  },
  ErrorInvalidRecipientSubfilterComparison: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder compares recipients in a way EWS cannot express; read it without SearchParameters.',
  },
  ErrorInvalidRecipientSubfilterOrder: {
    category: 'search',
    ...requestOrState,
    meaning:
      'The search folder orders its recipient conditions in a way EWS cannot express; leave SearchParameters out.',
  },
  ErrorInvalidRecipientSubfilterTextFilter: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder matches recipient text in a way EWS cannot express; leave SearchParameters out.',
  },
  ErrorInvalidRestriction: {
    category: 'search',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for restrictions as such; other codes tell what is wrong with one.',
  },
  ErrorInvalidSubfilterType: {
    category: 'search',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for the type of a subfilter; Exchange does not answer it.',
  },
  ErrorInvalidSubfilterTypeNotAttendeeType: {
    category: 'search',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for subfilters over attendees; Exchange does not answer it.',
  },
  ErrorInvalidSubfilterTypeNotRecipientType: {
    category: 'search',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for subfilters over recipients; Exchange does not answer it.',
  },
  ErrorMailboxHoldNotFound: { category: 'search', ...requestOrState, meaning: 'No in-place hold with that id is set.' },
  ErrorQueryFilterTooLong: {
    category: 'search',
    ...requestOrState,
    meaning: 'The filter of a search folder has more than 255 expressions, more than EWS handles.',
  },
  ErrorRestrictionTooLong: {
    category: 'search',
    ...requestOrState,
    meaning: 'The restriction in the request has more than 255 nodes.',
  },
  ErrorRestrictionTooComplex: {
    category: 'search',
    ...requestOrState,
    meaning: 'The restriction is too involved for EWS to evaluate; split the search.',
  },
  ErrorSearchFolderNotInitialized: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder exists without criteria; UpdateFolder can set its SearchParameters.',
  },
  ErrorUnsupportedSubFilter: {
    category: 'search',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Listed for subfilters that EWS cannot handle; it is not answered.',
  },
  ErrorUnsupportedPathForQuery: {
    category: 'search',
    ...requestOrState,
    meaning: 'This property cannot be searched by; computed properties are of that kind.',
  },
  ErrorUnsupportedPathForSortGroup: {
    category: 'search',
    ...requestOrState,
    meaning: 'This property can be used neither for sorting nor for grouping.',
  },
  ErrorUnsupportedQueryFilter: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search folder uses a filter that EWS cannot express; read it without SearchParameters.',
  },
  ErrorMailboxScopeNotAllowedWithoutQueryString: {
    category: 'search',
    ...requestOrState,
    meaning: 'A search limited to a mailbox scope must carry a QueryString.',
  },
  ErrorArchiveMailboxSearchFailed: {
    category: 'search',
    ...requestOrState,
    meaning: 'The archive part of the search failed, so its results are missing; no documentation says why.',
  },
  ErrorSearchQueryHasTooManyKeywords: {
    category: 'search',
    ...requestOrState,
    meaning: 'The search text holds more keywords than one discovery search takes.',
  },
  ErrorSearchTooManyMailboxes: {
    category: 'search',
    ...requestOrState,
    meaning: 'SearchMailboxes names more mailboxes than one call may search.',
  },
  ErrorDiscoverySearchesDisabled: {
    category: 'search',
    ...requestOrState,
    meaning: 'Discovery searches are switched off for this tenant or server.',
  },
  ErrorInstantSearchSessionExpired: {
    category: 'search',
    ...requestOrState,
    documentation: 'none',
    meaning: "The session of a search-as-you-type has ended; undocumented and used by Microsoft's own clients.",
  },
  ErrorInstantSearchTimeout: {
    category: 'search',
    ...featureTrouble,
    documentation: 'none',
    meaning: "A search-as-you-type took too long; undocumented and used by Microsoft's own clients.",
  },
  ErrorInstantSearchFailed: {
    category: 'search',
    ...featureTrouble,
    documentation: 'none',
    meaning: "A search-as-you-type broke off with an error; undocumented and used by Microsoft's own clients.",
  },
  ErrorUnsupportedUserForExecuteSearch: {
    category: 'search',
    ...requestOrState,
    documentation: 'none',
    meaning: 'ExecuteSearch does not serve this user; neither operation nor code is documented.',
  },
  // sync
  ErrorInvalidSyncStateData: {
    category: 'sync',
    ...syncAnew,
    meaning: 'SyncState cannot be read, often because it was stored cut short; synchronise from the beginning.',
  },
  ErrorSyncFolderNotFound: {
    category: 'sync',
    ...requestOrState,
    meaning: "The folder to synchronise is missing or out of the caller's sight.",
  },
  // notifications
  ErrorEventNotFound: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'The event at the watermark is gone, and with it the subscription.',
  },
  ErrorExpiredSubscription: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'The subscription ran out while GetEvents was asking for its events.',
  },
  ErrorInvalidPullSubscriptionId: {
    category: 'notifications',
    ...requestOrState,
    meaning: 'GetEvents and Unsubscribe take pull subscriptions; the id is that of a push subscription.',
  },
  ErrorInvalidPushSubscriptionUrl: {
    category: 'notifications',
    ...requestOrState,
    meaning: 'The address for push notifications must be a readable http or https URL of fewer than 2083 characters.',
  },
  ErrorInvalidSubscription: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'The subscription is over: it ran out, or the server that kept it was restarted.',
  },
  ErrorInvalidSubscriptionRequest: {
    category: 'notifications',
    ...requestOrState,
    meaning: 'A subscription may cover folders of one mailbox or one public folder, not several public folders.',
  },
  ErrorInvalidWatermark: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'The watermark does not belong to this subscription or cannot be read.',
  },
  ErrorProxiedSubscriptionCallFailure: {
    category: 'notifications',
    ...routing,
    meaning: 'The subscription lives on another server, and the call to it failed.',
  },
  ErrorReadEventsFailed: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'The events could not be read, and the subscription was dropped.',
  },
  ErrorSubscriptionAccessDenied: {
    category: 'notifications',
    ...requestOrState,
    meaning: 'A subscription can be used only by the account that made it.',
  },
  ErrorSubscriptionDelegateAccessNotSupported: {
    category: 'notifications',
    ...requestOrState,
    meaning: 'Subscribing to a mailbox takes its owner, or somebody with the rights of an owner.',
  },
  ErrorSubscriptionNotFound: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'The server knows no subscription with that id; it may have run out or live elsewhere.',
  },
  ErrorSubscriptionUnsubscribed: {
    category: 'notifications',
    ...subscribeAnew,
    documentation: 'none',
    meaning:
      'Somebody ended the subscription by Unsubscribe while it was still listened to; the documentation misspells this code.',
  },
  ErrorNewEventStreamConnectionOpened: {
    category: 'notifications',
    ...requestOrState,
    meaning: 'The same subscription was opened over a newer streaming connection, so this one ends.',
  },
  ErrorMissedNotificationEvents: {
    category: 'notifications',
    ...subscribeAnew,
    meaning: 'Events got lost on the way; synchronise the folders to catch up.',
  },
  // message-tracking
  ErrorMessageTrackingPermanentError: {
    category: 'message-tracking',
    ...requestOrState,
    meaning: 'The path of this message cannot be followed, now or later.',
  },
  ErrorMessageTrackingTransientError: {
    category: 'message-tracking',
    ...passing,
    meaning: 'The tracking service is down or busy for the moment.',
  },
  ErrorMessageTrackingNoSuchDomain: {
    category: 'message-tracking',
    ...requestOrState,
    meaning: 'Tracking leads to a domain that cannot be found.',
  },
} as const satisfies CodeTable;
