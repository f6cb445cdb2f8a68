/** Search, filters and order of the library. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ANCHOR_OUTCOMES, FOLLOW_UPS } from '../lib/domain/annotation';
import { type Facets, NO_FILTER, type QuoteFilter, SORTS, type Sort } from '../lib/domain/quote-index';
import type { Statistic } from '../lib/domain/statistic';
import { nameFollowUp } from './QuoteEditor';

interface QuoteFiltersProps {
  filter: QuoteFilter;
  sort: Sort;
  facets: Facets;
  statistics: Statistic[];
  onFilter(filter: QuoteFilter): void;
  onSort(sort: Sort): void;
}

/** Outlets and tags on offer: behind these search is quicker than a list. */
const MOST = 200;

export function QuoteFilters({ filter, sort, facets, statistics, onFilter, onSort }: QuoteFiltersProps) {
  const set = (change: Partial<QuoteFilter>) => onFilter({ ...filter, ...change });
  const counted = (values: [string, number][]): Option[] =>
    values.slice(0, MOST).map(([value, count]) => [value, `${value} (${count})`]);
  const used = countUsed(filter);
  const summary = useRef<HTMLElement>(null);
  return (
    <search class="quotes-tools">
      <label class="field">
        {i18n.t('library.search')}
        <input type="search" value={filter.query} onInput={(event) => set({ query: event.currentTarget.value })} />
      </label>
      <label class="field">
        {i18n.t('library.sort')}
        <select value={sort} onChange={(event) => onSort(event.currentTarget.value as Sort)}>
          {(Object.keys(SORTS) as Sort[]).map((id) => (
            <option key={id} value={id}>
              {i18n.t(`sort.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <details class="quotes-filters">
        <summary ref={summary}>
          {used > 0 ? i18n.t('library.filtersOn', { count: used }) : i18n.t('library.filters')}
        </summary>
        <div class="quotes-filter-fields">
          <Choice
            label={i18n.t('filter.statistic')}
            value={filter.statistic}
            options={[
              ...statistics.map(({ id, question }): Option => [id, question]),
              ['none', i18n.t('filter.noStatistic')],
            ]}
            onChange={(statistic) => set({ statistic })}
          />
          <Choice
            label={i18n.t('filter.outlet')}
            value={filter.outlet}
            options={counted(facets.outlets)}
            onChange={(outlet) => set({ outlet })}
          />
          <Choice
            label={i18n.t('filter.tag')}
            value={filter.tag}
            options={counted(facets.tags)}
            onChange={(tag) => set({ tag })}
          />
          <Choice
            label={i18n.t('filter.followUp')}
            value={filter.followUp}
            options={[
              ...FOLLOW_UPS.map((state): Option<QuoteFilter['followUp']> => [state, nameFollowUp(state)]),
              ['none', i18n.t('followUp.none')],
            ]}
            onChange={(followUp) => set({ followUp })}
          />
          <Choice
            label={i18n.t('filter.anchor')}
            value={filter.anchor}
            options={[
              ...ANCHOR_OUTCOMES.map((state): Option<QuoteFilter['anchor']> => [state, i18n.t(`anchorState.${state}`)]),
              ['none', i18n.t('anchorState.none')],
            ]}
            onChange={(anchor) => set({ anchor })}
          />
          <label class="field">
            {i18n.t('filter.from')}
            <input type="date" value={filter.from} onInput={(event) => set({ from: event.currentTarget.value })} />
          </label>
          <label class="field">
            {i18n.t('filter.to')}
            <input type="date" value={filter.to} onInput={(event) => set({ to: event.currentTarget.value })} />
          </label>
          {used > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => {
                // The button goes away, and the focus with it.
                summary.current?.focus();
                onFilter({ ...NO_FILTER, query: filter.query });
              }}
            >
              {i18n.t('library.clearFilters')}
            </button>
          )}
        </div>
      </details>
    </search>
  );
}

type Option<V = string> = [value: V, label: string];

interface ChoiceProps<V> {
  label: string;
  value: V | null;
  options: Option<V>[];
  onChange(value: V | null): void;
}

function Choice<V extends string | null>({ label, value, options, onChange }: ChoiceProps<V>) {
  return (
    <label class="field">
      {label}
      <select value={value ?? ''} onChange={(event) => onChange((event.currentTarget.value || null) as V | null)}>
        <option value="">{i18n.t('filter.any')}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id ?? ''}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many filters are on, the search apart. */
export function countUsed(filter: QuoteFilter): number {
  const { query: _, ...others } = filter;
  return Object.values(others).filter(Boolean).length;
}
