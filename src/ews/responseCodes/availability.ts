import { featureTrouble, requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about availability, out-of-office settings and delegates. */
export const availabilityCodes = {
  // availability/oof
  ErrorAvailabilityConfigNotFound: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The directory lacks the availability settings of the local forest.',
  },
  ErrorFreeBusyGenerationFailed: {
    category: 'availability/oof',
    ...featureTrouble,
    meaning: 'Something between Exchange and the calendar data failed, so no free/busy times came out.',
  },
  ErrorIndividualMailboxLimitReached: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The request asks for the times of more people than one query may cover, 100 by default.',
  },
  ErrorInvalidAccessLevel: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: "The caller's level of access to the free/busy data makes no sense to the server.",
  },
  ErrorInvalidFreeBusyViewType: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'GetUserAvailability was asked for a view of None.',
  },
  ErrorInvalidMergedFreeBusyInterval: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'MergedFreeBusyIntervalInMinutes must lie between 5 and 1440.',
  },
  ErrorInvalidOofParameter: {
    category: 'availability/oof',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'A leftover from early out-of-office handling; Exchange does not answer it.',
  },
  ErrorInvalidScheduledOofDuration: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'A scheduled absence must end after its start and in the future.',
  },
  ErrorInvalidTimeInterval: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The start of the time window is not before its end.',
  },
  ErrorInvalidUserOofSettings: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The out-of-office settings lack the internal or the external reply.',
  },
  ErrorLegacyMailboxFreeBusyViewTypeNotMerged: {
    category: 'availability/oof',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Reserved for mailboxes on very old servers that know merged views only; never answered.',
  },
  ErrorMailboxDataArrayEmpty: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'GetUserAvailability names no mailbox at all; give at least one.',
  },
  ErrorMailboxDataArrayTooBig: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'GetUserAvailability names more than 100 mailboxes.',
  },
  ErrorMeetingSuggestionGenerationFailed: {
    category: 'availability/oof',
    ...featureTrouble,
    meaning:
      'GetUserAvailability returned no suggestions because its suggestion step failed; the free/busy part may still be there.',
  },
  ErrorNoCalendar: { category: 'availability/oof', ...requestOrState, meaning: 'The mailbox has no calendar folder.' },
  ErrorNoFreeBusyAccess: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The caller may not see the free/busy times of that calendar.',
  },
  ErrorResultSetTooBig: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The time window of one recipient holds more than 1,000 calendar entries; ask for a shorter one.',
  },
  ErrorTimeIntervalTooBig: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The time window of an availability query is longer than the server allows, 42 days by default.',
  },
  ErrorTimeZone: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The time zone in the availability request is missing or contradicts itself.',
  },
  ErrorUnableToGetUserOofSettings: {
    category: 'availability/oof',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Reserved for out-of-office settings that could not be read; it does not occur.',
  },
  ErrorWorkingHoursSaveFailed: {
    category: 'availability/oof',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Reserved for working hours that could not be stored; no server answers it.',
  },
  ErrorWorkingHoursXmlMalformed: {
    category: 'availability/oof',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Reserved for stored working hours that cannot be read; not answered.',
  },
  ErrorFreeBusyDLLimitReached: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'A distribution list has more members than a free/busy query may cover.',
  },
  ErrorInvalidOrganizationRelationshipForFreeBusy: {
    category: 'availability/oof',
    ...requestOrState,
    meaning: 'The relationship with the other organisation does not include sharing free/busy times.',
  },
  // delegate
  ErrorAddDelegatesFailed: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The list of delegates could not be stored after delegates were added.',
  },
  ErrorCalendarIsDelegatedForAccept: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'AcceptItem cannot be applied because the meeting was handed to a delegate.',
  },
  ErrorCalendarIsDelegatedForDecline: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'DeclineItem cannot be applied because the meeting was handed to a delegate.',
  },
  ErrorCalendarIsDelegatedForRemove: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'RemoveItem cannot be applied because the cancellation was handed to a delegate.',
  },
  ErrorCalendarIsDelegatedForTentative: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'TentativelyAcceptItem cannot be applied because the meeting was handed to a delegate.',
  },
  ErrorDelegateAlreadyExists: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The user is among the delegates already; use UpdateDelegate to change the rights.',
  },
  ErrorDelegateCannotAddOwner: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The user to be made a delegate owns this very mailbox and has all rights anyway.',
  },
  ErrorDelegateMissingConfiguration: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The mailbox has no record of delegates, neither in its free/busy message nor in the directory.',
  },
  ErrorDelegateNoUser: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The delegate named in the request matches no user of the directory.',
  },
  ErrorDelegateValidationFailed: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'AddDelegate got a user who cannot be a delegate.',
  },
  ErrorInvalidDelegatePermission: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The folder permissions asked for a delegate do not form a valid set.',
  },
  ErrorInvalidDelegateUserId: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The UserId of a delegate is not valid; name the delegate by primary SMTP address or SID.',
  },
  ErrorNotDelegate: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The user named is no delegate of this mailbox.',
  },
  ErrorRemoveDelegatesFailed: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The list of delegates could not be stored after delegates were removed.',
  },
  ErrorUpdateDelegatesFailed: {
    category: 'delegate',
    ...requestOrState,
    meaning: 'The list of delegates could not be stored after their rights were changed.',
  },
} as const satisfies CodeTable;
