/** Days in words, in what people read: exports for other programs keep them as ISO 8601 has them. */

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "3 November 2026" for what begins with an ISO day, such as an instant; otherwise the words as they are. */
export function dayInWords(date: string): string {
  const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(date) ?? [];
  const time = day === undefined ? Number.NaN : Date.parse(day);
  return Number.isNaN(time) ? date : format.format(time);
}
