/** Days in words, in what people read: exports for other programs keep them as ISO 8601 has them. */

const inUtc = dateFormat({ dateStyle: 'long', timeZone: 'UTC' });

/** A format for instants (milliseconds where a number). Made at its first use: each takes milliseconds that no page has as it opens. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (instant: Date | number) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (instant) => {
    format ??= new Intl.DateTimeFormat('en-GB', options);
    return format.format(instant);
  };
}

/** "3 November 2026" for what begins with an ISO day, such as an instant; otherwise the words as they are. */
export function dayInWords(date: string): string {
  const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(date) ?? [];
  const time = day === undefined ? Number.NaN : Date.parse(day);
  return Number.isNaN(time) ? date : inUtc(time);
}
