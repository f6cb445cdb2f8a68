/** One saved quote: its text, where it comes from and the figures it bears on. */
import { useState } from 'preact/hooks';
import type { Annotation } from '../lib/domain/annotation';
import { linkToQuote } from '../lib/domain/selector';
import type { Statistic } from '../lib/domain/statistic';
import { WithdrawnFigures } from './WithdrawnFigures';

interface QuoteProps {
  annotation: Annotation;
  statistics: Statistic[];
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
  onDelete(): void;
}

/** What stands inside a row of the library. What a page wrote is shown as text and is never markup. */
export function Quote({ annotation, statistics, isSelected, onSelect, onDelete }: QuoteProps) {
  const { quote, source, created } = annotation;
  const bearsOn = statistics.filter(({ id }) => annotation.statistics.includes(id));
  const start = shorten(quote.exact, NAME_LENGTH);
  return (
    <>
      <input
        type="checkbox"
        class="quote-select"
        aria-label={`Select “${start}”`}
        checked={isSelected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div class="quote-body">
        <QuoteText text={quote.exact} />
        <p class="quote-title">{source.title || source.url}</p>
        <ul class="quote-source small">
          {source.outlet && <li>{source.outlet}</li>}
          {source.authors.length > 0 && <li>{source.authors.join(', ')}</li>}
          {source.published && (
            <li>
              Published <Day date={source.published} />
            </li>
          )}
          <li>
            Saved <Day date={created} />
          </li>
        </ul>
        {bearsOn.length > 0 && (
          <p class="quote-figures small">Bears on: {bearsOn.map(({ question }) => `“${question}”`).join(', ')}</p>
        )}
        <WithdrawnFigures ids={annotation.statistics} />
        <div class="quote-actions">
          {/^https?:/i.test(source.url) ? (
            <a href={linkToQuote(source.url, quote)} target="_blank" rel="noreferrer">
              Open the article at the quote<span class="visually-hidden">: {start}</span>
            </a>
          ) : (
            <span class="small">Saved from a file: {source.url}</span>
          )}
          <button type="button" class="button" aria-label={`Delete “${start}”`} onClick={onDelete}>
            Delete
          </button>
        </div>
      </div>
    </>
  );
}

/** Characters of a quote that tell it from the others in the name of a control. */
const NAME_LENGTH = 60;
/** Characters shown of a quote that would otherwise push the others off the page. */
const LONG = 900;
const SHOWN = 600;

function QuoteText({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > LONG;
  return (
    <>
      <blockquote class="quote-text">{isLong && !isWhole ? shorten(text, SHOWN) : text}</blockquote>
      {isLong && (
        <button type="button" class="button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show less' : 'Show the whole quote'}
        </button>
      )}
    </>
  );
}

/** The text up to the last whole word within `length` characters. */
function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')}…`;
}

/** A day in words where the date is ISO, as pages mostly give it; otherwise the page's own words. */
function Day({ date }: { date: string }) {
  const time = /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) return <>{date}</>;
  // A date without a time is read as midnight UTC and would be the day before in the Americas.
  const zone = date.length > 10 ? {} : { timeZone: 'UTC' };
  return <time dateTime={date}>{new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', ...zone }).format(time)}</time>;
}
