/** The time of day of a moment (ISO 8601) where the user is, as `21:03:05`: for titles that must sort and be short. */
export function timeOfDay(iso: string): string {
  const time = new Date(iso);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(part => String(part).padStart(2, '0')).join(':');
}

/** A moment (ISO 8601) as the user writes it: the time of today, else the day and the time. */
export function shortTime(iso: string): string {
  const time = new Date(iso);
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday
    ? time.toLocaleTimeString(undefined, { timeStyle: 'short' })
    : time.toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
}
