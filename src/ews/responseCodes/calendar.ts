import { requestOrState } from './advice.ts';
import type { CodeTable } from './facts.ts';

/** Codes about calendars and tasks. */
export const calendarCodes = {
  // calendar
  ErrorCalendarCannotMoveOrCopyOccurrence: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A single occurrence of a series can be neither moved nor copied.',
  },
  ErrorCalendarCannotUpdateDeletedItem: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A calendar item in Deleted Items can be changed only when no notices go out (SendToNone).',
  },
  ErrorCalendarDurationIsTooLong: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A calendar item may last 5 years at most.',
  },
  ErrorCalendarEndDateIsEarlierThanStartDate: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The end of the calendar item does not lie after its start.',
  },
  ErrorCalendarFolderIsInvalidForCalendarView: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'CalendarView works on calendar folders only.',
  },
  ErrorCalendarInvalidAttributeValue: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Kept in the list for attributes of calendar items, but without use.',
  },
  ErrorCalendarInvalidDayForTimeChangePattern: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'Day, Weekday and WeekendDay cannot describe when daylight saving begins or ends.',
  },
  ErrorCalendarInvalidDayForWeeklyRecurrence: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A weekly series takes names of days; Day, Weekday and WeekendDay do not fit.',
  },
  ErrorCalendarInvalidPropertyState: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The stored description of the series is damaged.',
  },
  ErrorCalendarInvalidPropertyValue: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'unused',
    meaning: 'Kept in the list for values of calendar properties, but Exchange does not use it.',
  },
  ErrorCalendarInvalidRecurrence: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A series with this pattern and range cannot be created.',
  },
  ErrorCalendarInvalidTimeZone: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The time zone of the calendar item cannot be understood.',
  },
  ErrorCalendarIsCancelledForAccept: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The meeting has been called off, so there is nothing left to accept.',
  },
  ErrorCalendarIsCancelledForDecline: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The meeting has been called off, so there is nothing left to decline.',
  },
  ErrorCalendarIsCancelledForRemove: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The meeting has been called off in a state in which RemoveItem cannot be applied.',
  },
  ErrorCalendarIsCancelledForTentative: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The meeting has been called off, so it cannot be accepted tentatively.',
  },
  ErrorCalendarIsNotOrganizer: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'Only the organizer may cancel a meeting, and the caller is an attendee.',
  },
  ErrorCalendarIsOrganizerForAccept: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The organizer of a meeting cannot answer it with AcceptItem.',
  },
  ErrorCalendarIsOrganizerForDecline: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The organizer of a meeting cannot answer it with DeclineItem.',
  },
  ErrorCalendarIsOrganizerForRemove: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The organizer cannot take a meeting away with RemoveItem; CancelCalendarItem is meant for it.',
  },
  ErrorCalendarIsOrganizerForTentative: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The organizer of a meeting cannot answer it with TentativelyAcceptItem.',
  },
  ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The series has fewer occurrences than the index asks for.',
  },
  ErrorCalendarOccurrenceIsDeletedFromRecurrence: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'That occurrence has been deleted from its series.',
  },
  ErrorCalendarOutOfRange: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A number in the recurrence lies outside what a calendar has, such as a fifteenth week of a month.',
  },
  ErrorCalendarMeetingRequestIsOutOfDate: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A later version of the meeting request exists, so this one can no longer be answered.',
  },
  ErrorCalendarViewRangeTooBig: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A CalendarView may span 2 years at most.',
  },
  ErrorCannotCreateCalendarItemInNonCalendarFolder: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'Calendar items belong in calendar folders, and SavedItemFolderId points elsewhere.',
  },
  ErrorClientIntentInvalidStateDefinition: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'internal',
    meaning: "Belongs to Exchange's own bookkeeping of calendar changes; clients should not meet it.",
  },
  ErrorClientIntentNotFound: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'internal',
    meaning: "Exchange's own bookkeeping of calendar changes has no matching entry; meant for internal use.",
  },
  ErrorOccurrenceCrossingBoundary: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'The changed occurrence would pass the one before or after it.',
  },
  ErrorOccurrenceTimeSpanTooBig: {
    category: 'calendar',
    ...requestOrState,
    meaning:
      'The occurrence is so long that it overlaps another of its series, or longer than can be counted in minutes.',
  },
  ErrorRecurrenceEndDateTooBig: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A series may not end after the first of September 4500.',
  },
  ErrorRecurrenceHasNoOccurrence: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'Between the start and the end of the series its pattern falls on no day.',
  },
  ErrorSendMeetingCancellationsRequired: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'To delete a calendar item, DeleteItem needs the attribute SendMeetingCancellations.',
  },
  ErrorSendMeetingInvitationsOrCancellationsRequired: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'To change a calendar item, UpdateItem needs the attribute SendMeetingInvitationsOrCancellations.',
  },
  ErrorSendMeetingInvitationsRequired: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'To create a calendar item, CreateItem needs the attribute SendMeetingInvitations.',
  },
  ErrorSentMeetingRequestUpdate: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'A meeting request that went out cannot be changed; change the calendar item.',
  },
  ErrorCalendarSeekToConditionNotSupported: {
    category: 'calendar',
    ...requestOrState,
    meaning: 'FindItem cannot page by condition through calendar items.',
  },
  ErrorCalendarIsGroupMailboxForAccept: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'For internal use: accepting a meeting is not meant for group mailboxes.',
  },
  ErrorCalendarIsGroupMailboxForDecline: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'For internal use: declining a meeting is not meant for group mailboxes.',
  },
  ErrorCalendarIsGroupMailboxForTentative: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'For internal use: a tentative acceptance is not meant for group mailboxes.',
  },
  ErrorCalendarIsGroupMailboxForSuppressReadReceipt: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'internal',
    meaning: 'For internal use: suppressing a receipt is not meant for group mailboxes.',
  },
  ErrorCalendarForwardActionNotAllowed: {
    category: 'calendar',
    ...requestOrState,
    documentation: 'none',
    meaning: 'The meeting may not be forwarded, probably by wish of its organizer; no documentation covers it.',
  },
  // tasks
  ErrorAffectedTaskOccurrencesRequired: {
    category: 'tasks',
    ...requestOrState,
    meaning: 'To delete a task, DeleteItem needs the attribute AffectedTaskOccurrences.',
  },
  ErrorCannotCreateTaskInNonTaskFolder: {
    category: 'tasks',
    ...requestOrState,
    meaning: 'Tasks belong in task folders, and SavedItemFolderId points elsewhere.',
  },
  ErrorCannotDeleteTaskOccurrence: {
    category: 'tasks',
    ...requestOrState,
    meaning:
      'DeleteItem with AffectedTaskOccurrences=SpecifiedOccurrenceOnly could not delete the current occurrence of a recurring task.',
  },
  ErrorInvalidCompleteDate: {
    category: 'tasks',
    ...requestOrState,
    meaning: 'A task cannot be completed in the future.',
  },
  ErrorInvalidPercentCompleteValue: {
    category: 'tasks',
    ...requestOrState,
    meaning: 'PercentComplete of a task must lie between 0 and 100.',
  },
  ErrorSentTaskRequestUpdate: {
    category: 'tasks',
    ...requestOrState,
    meaning: 'A task request that went out cannot be changed.',
  },
  ErrorUnsupportedRecurrence: {
    category: 'tasks',
    ...requestOrState,
    meaning: 'The pattern or range is not one that recurring tasks can have.',
  },
} as const satisfies CodeTable;
