/** The library of saved quotes: search, filter, select, tag, edit, export, delete and bring back. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Annotation, AnnotationEdit } from '../lib/domain/annotation';
import { reasonOf } from '../lib/domain/error-reason';
import type { ExportFormatId } from '../lib/domain/export';
import { NO_FILTER, type QuoteIndex, type Sort } from '../lib/domain/quote-index';
import type { Statistic } from '../lib/domain/statistic';
import { FirstQuote } from './FirstQuote';
import { Notice, type NoticeContent } from './Notice';
import { Quote } from './Quote';
import { countUsed, QuoteFilters } from './QuoteFilters';
import { QuoteRows } from './QuoteRows';
import { QuoteStatus } from './QuoteStatus';
import { SelectedQuotes } from './SelectedQuotes';

export interface QuoteListProps {
  index: QuoteIndex;
  /** Grows with each change of the index. */
  version: number;
  /** How many quotes there are, of which the index may not have read all; null until they are counted. */
  total: number | null;
  /** The quotes of the rows that are shown, as far as they have been read. */
  records: ReadonlyMap<string, Annotation>;
  statistics: Statistic[];
  /** Keys that save the selected text, where some are set. */
  shortcut: string | null;
  onShow(ids: string[]): void;
  onFetch(ids: string[]): Promise<Annotation[]>;
  /** Each resolves once it is done and the index says so; rejects with the reason it was not. */
  onEdit(ids: string[], edit: AnnotationEdit): Promise<void>;
  onTag(ids: string[], tags: string[]): Promise<void>;
  onDelete(ids: string[]): Promise<void>;
  onRestore(annotations: Annotation[]): Promise<void>;
  onExport(ids: string[], format: ExportFormatId): Promise<void>;
  onBrief(ids: string[]): void;
}

const UNDO = () => i18n.t('library.undo');

export function QuoteList(props: QuoteListProps) {
  const { index, version, records, statistics, shortcut } = props;
  const total = props.total ?? index.size;
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<Sort>('newest');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [focus, setFocus] = useState<{ id: string } | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const summary = useRef<HTMLParagraphElement>(null);

  const shown = useMemo(() => index.find(filter, sort), [index, version, filter, sort]);
  const facets = useMemo(() => index.facets(), [index, version]);
  const chosen = selected.size > 0 ? shown.filter((id) => selected.has(id)) : [];
  const exported = chosen.length > 0 ? chosen : shown;
  const isFiltered = filter.query !== '' || countUsed(filter) > 0;
  const isReading = props.total === null || index.size < total;

  /** Where the focus goes from a control that goes away with what it did. */
  const focusSummary = () => summary.current?.focus();

  /** Runs an action; a failure is told with the reason and a way to try again. */
  async function attempt(run: () => Promise<NoticeContent | null>, failed: (reason: string) => string): Promise<void> {
    try {
      setNotice(await run());
    } catch (error) {
      const message = failed(reasonOf(error));
      const onAction = () => void attempt(run, failed);
      setNotice({ kind: 'failed', message, action: { label: i18n.t('common.tryAgain'), onAction } });
    }
  }

  const remove = (ids: string[]) =>
    attempt(
      async () => {
        const doomed = await props.onFetch(ids);
        const gone = new Set(ids);
        const last = shown.findLastIndex((id) => gone.has(id));
        const neighbour = [...shown.slice(last), ...shown.slice(0, last).reverse()].find((id) => !gone.has(id));
        await props.onDelete(ids);
        setSelected((before) => new Set([...before].filter((id) => !gone.has(id))));
        setEditing((id) => (id !== null && gone.has(id) ? null : id));
        // A row that is gone took the focus with it: it goes on to the neighbour, or to the count where none is left.
        if (neighbour) setFocus({ id: neighbour });
        else focusSummary();
        const message = i18n.t('library.deleted', ids.length, { count: ids.length });
        return { kind: 'done', message, action: { label: UNDO(), onAction: () => void restore(doomed) } };
      },
      (reason) => i18n.t('library.notDeleted', { reason }),
    );

  const restore = (deleted: Annotation[]) =>
    attempt(
      async () => {
        await props.onRestore(deleted);
        if (deleted[0]) setFocus({ id: deleted[0].id });
        return { kind: 'done', message: i18n.t('library.broughtBack', deleted.length, { count: deleted.length }) };
      },
      (reason) => i18n.t('library.notBroughtBack', { reason }),
    );

  const change = (ids: string[], run: () => Promise<void>) =>
    attempt(
      async () => {
        await run();
        return { kind: 'done', message: i18n.t('library.changed', ids.length, { count: ids.length }) };
      },
      (reason) => i18n.t('quote.notChanged', { reason }),
    );

  function select(id: string, isSelected: boolean) {
    const others = [...selected].filter((other) => other !== id);
    setSelected(new Set(isSelected ? [...others, id] : others));
  }

  function onRowKey(event: KeyboardEvent, id: string) {
    const run = {
      ' ': () => select(id, !selected.has(id)),
      Enter: () => setEditing(id),
      Delete: () => void remove(chosen.length > 0 ? chosen : [id]),
    }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  }

  /** After a delete the focus is in the list, perhaps far from Undo. A field keeps the key for what was typed there. */
  function undoByKey(event: KeyboardEvent) {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    if (notice?.action?.label === UNDO()) notice.action.onAction();
  }

  function row(id: string, textId: string) {
    const annotation = records.get(id);
    if (!annotation) return <p class="quote-pending small">{i18n.t('library.reading')}</p>;
    const close = () => {
      setEditing(null);
      setFocus({ id });
    };
    return (
      <Quote
        annotation={annotation}
        statistics={statistics}
        textId={textId}
        isSelected={selected.has(id)}
        isEditing={editing === id}
        onSelect={(isSelected) => select(id, isSelected)}
        onEdit={() => setEditing(id)}
        onSave={async (edit) => {
          await props.onEdit([id], edit);
          close();
          setNotice({ kind: 'done', message: i18n.t('library.changed', 1, { count: 1 }) });
        }}
        onCancel={close}
        onDelete={() => void remove([id])}
      />
    );
  }

  return (
    <section class="quotes" aria-label={i18n.t('library.list')} onKeyDown={undoByKey}>
      {total > 0 && (
        <QuoteFilters
          filter={filter}
          sort={sort}
          facets={facets}
          statistics={statistics}
          onFilter={setFilter}
          onSort={setSort}
        />
      )}
      <QuoteStatus
        shown={shown.length}
        total={props.total}
        read={index.size}
        selected={chosen.length}
        isFiltered={isFiltered}
        summary={summary}
        onSelectAll={(isSelected) => setSelected(new Set(isSelected ? shown : undefined))}
        onBrief={() => props.onBrief(exported)}
        onExport={(format) =>
          attempt(
            () => props.onExport(exported, format).then(() => null),
            (reason) => i18n.t('library.notExported', { reason }),
          )
        }
      />
      {chosen.length > 0 && (
        <SelectedQuotes
          count={chosen.length}
          onTag={(tags) => change(chosen, () => props.onTag(chosen, tags))}
          onFollowUp={(followUp) => change(chosen, () => props.onEdit(chosen, { followUp }))}
          onDelete={() => remove(chosen)}
          onClear={() => {
            focusSummary();
            setSelected(new Set());
          }}
        />
      )}
      <div class="quotes-notice">
        <Notice notice={notice} />
      </div>
      {total === 0 && <FirstQuote shortcut={shortcut} />}
      {shown.length > 1 && <p class="visually-hidden">{i18n.t('library.keys')}</p>}
      {total > 0 && shown.length === 0 && !isReading && (
        <p class="quotes-none">
          {i18n.t('library.nothingFound')}{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              focusSummary();
              setFilter(NO_FILTER);
            }}
          >
            {i18n.t('library.showAll')}
          </button>
        </p>
      )}
      <QuoteRows
        ids={shown}
        size={isFiltered ? shown.length : props.total}
        active={active}
        focus={focus}
        onActivate={setActive}
        onRowKey={onRowKey}
        onShow={props.onShow}
      >
        {row}
      </QuoteRows>
      <datalist id="known-tags">
        {facets.tags.slice(0, 100).map(([tag]) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </section>
  );
}
