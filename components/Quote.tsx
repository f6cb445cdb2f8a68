/** One saved quote: its text, where it comes from, what became of it and the figures it bears on. */
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Annotation, AnnotationEdit } from '../lib/domain/annotation';
import { anchorState, followUpState } from '../lib/domain/annotation-change';
import { linkToQuote } from '../lib/domain/selector';
import type { Statistic } from '../lib/domain/statistic';
import { Day } from './Day';
import { nameFollowUp, QuoteEditor } from './QuoteEditor';
import { WithdrawnFigures } from './WithdrawnFigures';
import { WordDifference } from './WordDifference';

interface QuoteProps {
  annotation: Annotation;
  statistics: Statistic[];
  /** Id of the element with the quote's words. */
  textId: string;
  isSelected: boolean;
  isEditing: boolean;
  onSelect(isSelected: boolean): void;
  onEdit(): void;
  onSave(edit: AnnotationEdit): Promise<void>;
  onCancel(): void;
  onDelete(): void;
}

/** What stands inside a row of the library. What a page wrote is shown as text and is never markup. */
export function Quote(props: QuoteProps) {
  const { annotation, statistics, textId, isSelected, isEditing, onSelect, onEdit, onSave, onCancel, onDelete } = props;
  const { quote, source, note, speaker, speakerRole } = annotation;
  const start = shorten(quote.exact, NAME_LENGTH);
  const last = annotation.anchors.at(-1);
  return (
    <>
      <input
        type="checkbox"
        class="quote-select"
        aria-label={i18n.t('quote.select', { quote: start })}
        checked={isSelected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div class="quote-body">
        <QuoteText text={quote.exact} id={textId} />
        {(speaker || speakerRole) && <p class="quote-speaker">{[speaker, speakerRole].filter(Boolean).join(', ')}</p>}
        <p class="quote-title">{source.title || source.url}</p>
        <SourceLine annotation={annotation} />
        {note && <p class="quote-note">{note}</p>}
        <Marks annotation={annotation} statistics={statistics} />
        <WithdrawnFigures ids={annotation.statistics} />
        {last?.text && <WordDifference before={quote.exact} after={last.text} at={last.at} />}
        {isEditing ? (
          <QuoteEditor annotation={annotation} statistics={statistics} onSave={onSave} onCancel={onCancel} />
        ) : (
          <div class="quote-actions">
            {/^https?:/i.test(source.url) ? (
              <a href={linkToQuote(source.url, quote, annotation.textDirective)} target="_blank" rel="noreferrer">
                {i18n.t('quote.open')}
                <span class="visually-hidden">: {start}</span>
              </a>
            ) : (
              <span class="small">{i18n.t('quote.fromFile', { address: source.url })}</span>
            )}
            <span class="quote-buttons">
              <button
                type="button"
                class="button"
                aria-label={i18n.t('quote.editNamed', { quote: start })}
                onClick={onEdit}
              >
                {i18n.t('common.edit')}
              </button>
              <button
                type="button"
                class="button"
                aria-label={i18n.t('quote.deleteNamed', { quote: start })}
                onClick={onDelete}
              >
                {i18n.t('common.delete')}
              </button>
            </span>
          </div>
        )}
      </div>
    </>
  );
}

function SourceLine({ annotation: { source, created } }: { annotation: Annotation }) {
  return (
    <ul class="quote-source small">
      {source.outlet && <li>{source.outlet}</li>}
      {source.authors.length > 0 && <li>{source.authors.join(', ')}</li>}
      {source.published && (
        <li>
          {i18n.t('quote.published')} <Day date={source.published} />
        </li>
      )}
      <li>
        {i18n.t('quote.saved')} <Day date={created} />
      </li>
    </ul>
  );
}

/** What ties the quote to the survey and to the work on it. */
function Marks({ annotation, statistics }: { annotation: Annotation; statistics: Statistic[] }) {
  const bearsOn = statistics.filter(({ id }) => annotation.statistics.includes(id));
  const state = followUpState(annotation);
  const anchor = anchorState(annotation);
  const { stance, tags } = annotation;
  return (
    <>
      {bearsOn.length > 0 && (
        <p class="small">
          {i18n.t('quote.bearsOn')}: {bearsOn.map(({ question }) => `“${question}”`).join(', ')}
        </p>
      )}
      {(state || stance || tags.length > 0 || (anchor && anchor !== 'found')) && (
        <ul class="quote-marks">
          {state && <li class="badge badge-state">{nameFollowUp(state)}</li>}
          {stance && <li class="badge">{i18n.t(`stance.${stance}`)}</li>}
          {anchor && anchor !== 'found' && <li class="badge badge-anchor">{i18n.t(`anchorState.${anchor}`)}</li>}
          {tags.map((tag) => (
            <li key={tag} class="badge badge-tag">
              {tag}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Characters of a quote that tell it from the others in the name of a control. */
const NAME_LENGTH = 60;
/** Characters shown of a quote that would otherwise push the others off the page. */
const LONG = 700;
const SHOWN = 450;

function QuoteText({ text, id }: { text: string; id: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > LONG;
  return (
    <>
      <blockquote id={id} class="quote-text">
        {isLong && !isWhole ? shorten(text, SHOWN) : text}
      </blockquote>
      {isLong && (
        <button type="button" class="button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? i18n.t('quote.less') : i18n.t('quote.whole')}
        </button>
      )}
    </>
  );
}

/** The text up to the last whole word within `length` characters. */
function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')}…`;
}
