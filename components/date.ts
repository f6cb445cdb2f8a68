/** Days and times in words. */
import { dayInWords } from '../lib/domain/day';

const inDays = formatter({ dateStyle: 'long' });
const inTimes = formatter({ timeStyle: 'short' });
const inMoments = formatter({ dateStyle: 'long', timeStyle: 'short' });

/** Made at its first use, since each takes some milliseconds that no page has as it opens. */
function formatter(options: Intl.DateTimeFormatOptions): (instant: Date | number) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (instant) => {
    format ??= new Intl.DateTimeFormat('en-GB', options);
    return format.format(instant);
  };
}

/** "5 March 2027": of an ISO instant the day that it was for the person; what is no ISO date stays as it is. */
export function describeDay(date: string): string {
  const instant = date.includes('T') ? Date.parse(date) : Number.NaN;
  // A date without a time is nobody's midnight: in the Americas it would be the day before.
  return Number.isNaN(instant) ? dayInWords(date) : inDays(instant);
}

/** "5 March 2027 at 09:30", for an ISO instant, in the person's own time. */
export function describeMoment(instant: string): string {
  return inMoments(Date.parse(instant));
}

/** "09:30", in the person's own time. */
export function describeTime(moment: Date): string {
  return inTimes(moment);
}
