/** Dates and times in words. */

/** "5 March 2027", for an ISO date. */
export function describeDay(date: string): string {
  // A date without a time is read as midnight UTC and would be the day before in the Americas.
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));
}

/** "5 March 2027 at 09:30", for an ISO instant, in the person's own time. */
export function describeMoment(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(instant));
}
