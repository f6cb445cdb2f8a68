/** Days and times in words. */
import { dateFormat, dayInWords } from '../lib/domain/day';

const inDays = dateFormat({ dateStyle: 'long' });
const inTimes = dateFormat({ timeStyle: 'short' });
const inMoments = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

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
