import type { ResponseCode } from './names.ts';

/** What is known of one ResponseCode. Sources: the schemas, the documentation, MS-OXWSCDATA, the EWS Managed API. */
export interface CodeFact extends Advice {
  readonly category: CodeCategory;
  /** How likely the code is with the IM operations: made for them, possible with any operation, or (absent) unlikely. */
  readonly imRelevance?: 'specific' | 'generic';
  /** Absent: the public documentation describes the code. Else: not at all, as never answered, or as internal. */
  readonly documentation?: 'none' | 'unused' | 'internal';
  /** What happened, in a sentence or two. */
  readonly meaning: string;
  /** Where the code usually stands; a server may put it in either place. */
  readonly arrivesAs?: 'response message' | 'fault' | 'either';
  /** Why it happens, likeliest first. */
  readonly causes?: readonly string[];
  /** What to do, best first. */
  readonly steps?: readonly CodeStep[];
}

/** Whether sending the same request again can help. */
export interface Advice {
  /** `yes`: soon, once or twice; `after-fix` and `after-backoff`: when something was put right, or time has passed. */
  readonly repeat: 'no' | 'yes' | 'after-fix' | 'after-backoff' | 'n/a';
  /** A sentence that says why, or what to do first. */
  readonly why: string;
}

/** One thing to do about a code; `action` names what a front end can do for the reader. */
export interface CodeStep {
  readonly text: string;
  readonly action?:
    | 'fixRequest'
    | 'getCurrentIds'
    | 'setVersion'
    | 'openEndpointSettings'
    | 'testEndpoint'
    | 'sendAgain'
    | 'signOut';
}

/** A part of the table: some codes and their facts. */
export type CodeTable = Readonly<Partial<Record<ResponseCode, CodeFact>>>;

/** What a code is about. */
export type CodeCategory =
  | 'apps/extensions'
  | 'archive'
  | 'attachments'
  | 'auth/permission'
  | 'availability/oof'
  | 'calendar'
  | 'conflict'
  | 'contacts'
  | 'content/mime'
  | 'delegate'
  | 'directory'
  | 'folder-permissions'
  | 'folders'
  | 'ids'
  | 'im-list'
  | 'impersonation'
  | 'inbox-rules'
  | 'item-save'
  | 'location/weather'
  | 'mail-submission'
  | 'mailtips'
  | 'managed-folders'
  | 'message-tracking'
  | 'name-resolution'
  | 'not-found'
  | 'notifications'
  | 'ok'
  | 'photos'
  | 'properties'
  | 'public-folders'
  | 'quota'
  | 'request-invalid'
  | 'retention'
  | 'search'
  | 'sharing/federation'
  | 'site-mailbox'
  | 'sync'
  | 'tasks'
  | 'throttling'
  | 'topology/proxy'
  | 'transient/server'
  | 'unified-groups'
  | 'unified-messaging'
  | 'user-settings'
  | 'version';
