/** A day in words where the date is ISO, as pages mostly give it; otherwise the page's own words. */
import { describeDay } from './date';

export function Day({ date }: { date: string }) {
  const words = describeDay(date);
  return words === date ? date : <time dateTime={date}>{words}</time>;
}
