import type { Advice } from './facts.ts';

/** Whether sending again helps, and why: one name for each piece of advice that several codes share. */

export const absent: Advice = { repeat: 'no', why: 'The object is not there.' };
export const administrator: Advice = { repeat: 'no', why: 'An administrator must act first.' };
export const checkAddress: Advice = { repeat: 'after-fix', why: 'Check the address of the distribution group first.' };
export const chooseName: Advice = { repeat: 'no', why: 'It is a warning that carries data: choose one of the names.' };
export const closeSubscriptions: Advice = { repeat: 'after-fix', why: 'Close subscriptions, or wait for them to end.' };
export const connectionBroke: Advice = { repeat: 'yes', why: 'A connection broke; send again once or twice.' };
export const currentChangeKey: Advice = { repeat: 'after-fix', why: 'Fetch the current ChangeKey first.' };
export const currentId: Advice = {
  repeat: 'after-fix',
  why: 'Read the list again with GetImItemList and use a current id.',
};
export const damaged: Advice = { repeat: 'no', why: 'The stored item is damaged; asking again gives the same.' };
export const directoryData: Advice = { repeat: 'no', why: 'Data in the directory must change first.' };
export const featureTrouble: Advice = {
  repeat: 'after-backoff',
  why: 'The feature has trouble of its own that may pass.',
};
export const fewerAtOnce: Advice = { repeat: 'after-backoff', why: 'Send fewer requests at the same time first.' };
export const fewerItems: Advice = { repeat: 'after-fix', why: 'Ask for fewer items at a time, page by page.' };
export const freeSpace: Advice = { repeat: 'after-fix', why: 'Free space first.' };
export const identifier: Advice = { repeat: 'no', why: 'The identifier must change.' };
export const innerCodeFirst: Advice = {
  repeat: 'after-backoff',
  why: 'Once or twice only, and read the inner code first: it may be ErrorServerBusy.',
};
export const lessData: Advice = { repeat: 'no', why: 'The limit must change or the data shrink.' };
export const limitWindow: Advice = { repeat: 'after-backoff', why: 'The time over which the limit counts must pass.' };
export const mailboxMoves: Advice = {
  repeat: 'after-backoff',
  why: 'The mailbox changes its place, which takes minutes or hours.',
};
export const namedAddress: Advice = { repeat: 'after-fix', why: 'Use the address that the fault names.' };
export const noError: Advice = { repeat: 'n/a', why: 'There is no error.' };
export const onceThenList: Advice = { repeat: 'after-backoff', why: 'Once; then read the list to see what is left.' };
export const otherName: Advice = { repeat: 'after-fix', why: 'Choose another name first.' };
export const otherServer: Advice = {
  repeat: 'after-fix',
  why: 'Send to the server of the mailbox; run Autodiscover again.',
};
export const otherVersion: Advice = { repeat: 'after-fix', why: 'Send another RequestServerVersion.' };
export const passing: Advice = { repeat: 'yes', why: 'The server itself calls it passing.' };
export const pause: Advice = {
  repeat: 'after-backoff',
  why: 'The server asks for a pause: as long as BackOffMilliseconds says, else longer each time.',
};
export const perhapsConnection: Advice = {
  repeat: 'after-backoff',
  why: 'The cause may be a lost connection; if it stays, the object is damaged.',
};
export const removeSome: Advice = { repeat: 'after-fix', why: 'Remove groups or contacts first.' };
export const renewPassword: Advice = { repeat: 'after-fix', why: 'Renew the password by other means first.' };
export const request: Advice = { repeat: 'no', why: 'The request must change.' };
export const requestOrState: Advice = { repeat: 'no', why: 'The request or the state of the object must change.' };
export const restOfBatch: Advice = {
  repeat: 'after-backoff',
  why: 'The items after the failed one were not tried; send those again.',
};
export const rightsOrAccount: Advice = { repeat: 'no', why: 'The rights or the account must change.' };
export const rightsOrHeader: Advice = { repeat: 'no', why: 'The rights or the header must change.' };
export const routing: Advice = {
  repeat: 'after-backoff',
  why: 'The way between the servers failed; if it stays, an administrator must act.',
};
export const shortOfResources: Advice = {
  repeat: 'after-backoff',
  why: 'The server or the store is short of resources.',
};
export const sourceTrouble: Advice = {
  repeat: 'after-backoff',
  why: 'A failure behind EWS may pass; if it stays, an administrator must look into it.',
};
export const subscribeAnew: Advice = { repeat: 'after-fix', why: 'Subscribe again from the last good watermark.' };
export const syncAnew: Advice = { repeat: 'after-fix', why: 'Start the synchronisation again without a state.' };
