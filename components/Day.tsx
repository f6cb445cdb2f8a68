/** A day in words where the date is ISO, as pages mostly give it; otherwise the page's own words. */

const formats = {
  local: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }),
  utc: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

export function Day({ date }: { date: string }) {
  const time = /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) return <>{date}</>;
  // A date without a time is read as midnight UTC and would be the day before in the Americas.
  return <time dateTime={date}>{(date.length > 10 ? formats.local : formats.utc).format(time)}</time>;
}
