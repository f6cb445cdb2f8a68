/** The library of saved quotes: search, select, export, delete and bring back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../lib/domain/annotation';
import { EXPORTS, type ExportFormatId } from '../lib/domain/export';
import type { Statistic } from '../lib/domain/statistic';
import { Notice, type NoticeContent } from './Notice';
import { Quote } from './Quote';

export interface QuoteListProps {
  /** In the order in which they are shown. */
  annotations: Annotation[];
  statistics: Statistic[];
  /** Keys that save the selected text, where some are set. */
  shortcut: string | null;
  /** Resolves once the quotes are deleted and `annotations` says so; rejects with the reason they were not. */
  onDelete(ids: string[]): Promise<void>;
  /** The same for bringing deleted quotes back. */
  onRestore(annotations: Annotation[]): Promise<void>;
  onExport(annotations: Annotation[], format: ExportFormatId): void;
}

const UNDO = 'Undo';

export function QuoteList({ annotations, statistics, shortcut, onDelete, onRestore, onExport }: QuoteListProps) {
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [focus, setFocus] = useState<{ id: string | undefined } | null>(null);
  const rows = useRef(new Map<string, HTMLLIElement>());
  const summary = useRef<HTMLParagraphElement>(null);

  const shown = annotations.filter((annotation) => matches(annotation, query));
  const chosen = shown.filter(({ id }) => selected.has(id));
  const exported = chosen.length > 0 ? chosen : shown;

  // A row that is gone took the focus with it: it goes on to the neighbour, or to the count where none is left.
  useLayoutEffect(() => {
    if (focus) ((focus.id && rows.current.get(focus.id)) || summary.current)?.focus();
  }, [focus]);

  async function remove(doomed: Annotation[]) {
    const ids = doomed.map(({ id }) => id);
    const last = shown.findLastIndex(({ id }) => ids.includes(id));
    const neighbour = [...shown.slice(last), ...shown.slice(0, last).reverse()].find(({ id }) => !ids.includes(id));
    try {
      await onDelete(ids);
    } catch (error) {
      fail('deleted. They are all still here', error, () => remove(doomed));
      return;
    }
    setSelected(new Set());
    setNotice({
      kind: 'done',
      message: `Deleted ${count(doomed.length)}.`,
      action: { label: UNDO, onAction: () => restore(doomed) },
    });
    setFocus({ id: neighbour?.id });
  }

  async function restore(deleted: Annotation[]) {
    try {
      await onRestore(deleted);
    } catch (error) {
      fail('brought back. Leave this page open, or they are lost', error, () => restore(deleted));
      return;
    }
    setNotice({ kind: 'done', message: `Brought back ${count(deleted.length)}.` });
    setFocus({ id: deleted[0]?.id });
  }

  function fail(what: string, error: unknown, onAction: () => void) {
    const reason = error instanceof Error ? error.message : String(error);
    setNotice({
      kind: 'failed',
      message: `The quotes were not ${what}. The reason given: ${reason}`,
      action: { label: 'Try again', onAction },
    });
  }

  /** After a delete the focus is in the list, perhaps far from Undo. A field keeps the key for what was typed there. */
  function undoByKey(event: KeyboardEvent) {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (isTyping || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    if (notice?.action?.label === UNDO) notice.action.onAction();
  }

  return (
    <section class="quotes" aria-label="Saved quotes" onKeyDown={undoByKey}>
      {annotations.length > 0 && (
        <div class="quotes-tools">
          <label class="quotes-search">
            Search quotes
            <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
          </label>
          <fieldset class="quotes-export">
            <legend>
              Export {chosen.length > 0 ? `${chosen.length} selected` : query ? `the ${shown.length} found` : 'all'}
            </legend>
            {(Object.keys(EXPORTS) as ExportFormatId[]).map((format) => (
              <button
                key={format}
                type="button"
                class="button"
                disabled={exported.length === 0}
                onClick={() => onExport(exported, format)}
              >
                {EXPORTS[format].label}
              </button>
            ))}
          </fieldset>
        </div>
      )}
      <div class="quotes-status">
        <p ref={summary} role="status" tabIndex={-1}>
          {query ? `${shown.length} of ${count(annotations.length)}` : count(annotations.length)}
        </p>
        {shown.length > 1 && (
          <label class="quotes-all">
            <input
              type="checkbox"
              checked={chosen.length === shown.length}
              onChange={(event) =>
                setSelected(new Set(event.currentTarget.checked ? shown.map(({ id }) => id) : undefined))
              }
            />
            Select all
          </label>
        )}
        {chosen.length > 0 && (
          <button type="button" class="button" onClick={() => remove(chosen)}>
            Delete {chosen.length} selected
          </button>
        )}
      </div>
      <div class="quotes-notice">
        <Notice notice={notice} />
      </div>
      {annotations.length === 0 && <FirstQuote shortcut={shortcut} />}
      {annotations.length > 0 && shown.length === 0 && (
        <p>
          No quote has these words in its text, title or outlet.{' '}
          <button type="button" class="button" onClick={() => setQuery('')}>
            Show all
          </button>
        </p>
      )}
      <ul class="quotes-list">
        {shown.map((annotation) => (
          <li
            key={annotation.id}
            class="quote"
            tabIndex={-1}
            ref={(row) => {
              if (row) rows.current.set(annotation.id, row);
              else rows.current.delete(annotation.id);
            }}
          >
            <Quote
              annotation={annotation}
              statistics={statistics}
              isSelected={selected.has(annotation.id)}
              onSelect={(isSelected) => {
                const others = [...selected].filter((id) => id !== annotation.id);
                setSelected(new Set(isSelected ? [...others, annotation.id] : others));
              }}
              onDelete={() => remove([annotation])}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FirstQuote({ shortcut }: { shortcut: string | null }) {
  return (
    <div class="quotes-empty">
      <h2>How to save the first one</h2>
      <ol>
        <li>Open an article and select the words that you want to keep.</li>
        <li>
          Press the right mouse button and choose “Time to Talk IAPT”, “Save as a quote”
          {shortcut && <>, or press {shortcut}</>}. The card beside a marked passage has “Save quote”.
        </li>
      </ol>
      <p>It is kept here with its outlet, author and date, and with a link that opens the article at the quote.</p>
    </div>
  );
}

function count(quotes: number): string {
  if (quotes === 0) return 'No quotes yet';
  return quotes === 1 ? '1 quote' : `${quotes} quotes`;
}

/** Whether each word of the query stands in the quote's text, title or outlet, accents and the form of quotation marks apart. */
function matches({ quote, source }: Annotation, query: string): boolean {
  const text = fold(`${quote.exact}\n${source.title}\n${source.outlet ?? ''}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}
