/** The library finds, exports, deletes and brings back quotes, and shows what a page wrote as text. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { QuoteList, type QuoteListProps } from '../../components/QuoteList';
import type { Annotation } from '../../lib/domain/annotation';
import { editAnnotation } from '../../lib/domain/annotation-change';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { QuoteIndex } from '../../lib/domain/quote-index';
import { linkToQuote } from '../../lib/domain/selector';
import { makeQuote } from '../make-quote';

const NOW = '2026-11-23T09:00:00.000Z';
const { statistics } = embeddedFigures();
const id = (n: number) => `0d9f3f0a-5c35-4d8e-9b54-2b6a3b1b7e1${n}`;

const quotes = [
  makeQuote({
    id: id(1),
    created: '2026-11-22T08:00:00.000Z',
    exact: 'Therapists’ targets come first.',
    source: { title: 'On targets', outlet: 'The Guardian' },
  }),
  makeQuote({
    id: id(2),
    created: '2026-11-21T08:00:00.000Z',
    exact: 'Nobody asked us.',
    source: { title: 'Café society', outlet: 'BBC News' },
  }),
  makeQuote({
    id: id(3),
    created: '2026-11-20T08:00:00.000Z',
    exact: 'Scores went up.',
    source: { title: 'Recovery', outlet: null },
  }),
];

/** The list over quotes that can be changed, deleted and restored, as the page wires it. */
function Library({ start = quotes, ...props }: { start?: Annotation[] } & Partial<QuoteListProps>) {
  const [records, setRecords] = useState(new Map(start.map((quote) => [quote.id, quote])));
  const index = new QuoteIndex();
  index.set([...records.values()]);
  const update = (annotations: Annotation[]) =>
    setRecords((known) => new Map([...known, ...annotations.map((quote): [string, Annotation] => [quote.id, quote])]));
  const find = (ids: string[]) => ids.flatMap((id) => records.get(id) ?? []);
  return (
    <QuoteList
      index={index}
      version={0}
      total={records.size}
      records={records}
      statistics={statistics}
      shortcut={null}
      onShow={() => undefined}
      onFetch={async (ids) => find(ids)}
      onEdit={async (ids, edit) => update(find(ids).map((quote) => editAnnotation(quote, edit, NOW)))}
      onTag={async (ids, tags) => update(find(ids).map((quote) => ({ ...quote, tags: [...quote.tags, ...tags] })))}
      onDelete={async (ids) => setRecords((known) => new Map([...known].filter(([id]) => !ids.includes(id))))}
      onRestore={async (deleted) => update(deleted)}
      onBrief={() => undefined}
      onExport={async () => undefined}
      {...props}
    />
  );
}

const search = (query: string) =>
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search quotes' }), { target: { value: query } });
const texts = () => [...document.querySelectorAll('blockquote')].map((quote) => quote.textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a quote in the library', () => {
  it('shows its text, source, dates and the questions it bears on', () => {
    render(<Library start={[makeQuote()]} />);
    expect(texts()).toEqual(['Staff are “burnt out”, a therapist said.']);
    for (const text of ['Therapists speak out', 'The Example', 'A. Writer, B. Writer']) screen.getByText(text);
    expect(screen.getByText('19 November 2026').getAttribute('datetime')).toBe('2026-11-19');
    screen.getByText('20 November 2026');
    screen.getByText(/^Bears on: “Have you ever been asked .*”, “Have you ever experienced burnout .*”$/);
  });

  it('opens the article at the quote', () => {
    const quote = makeQuote();
    render(<Library start={[quote]} />);
    const link = screen.getByRole('link', { name: /^Open the article at the quote/ });
    expect(link.getAttribute('href')).toBe(linkToQuote(quote.source.url, quote.quote));
  });

  it('shows a date that is in no standard form in the page’s own words', () => {
    render(<Library start={[makeQuote({ source: { published: 'Autumn 2019' } })]} />);
    expect(screen.getByText(/Published/).textContent).toBe('Published Autumn 2019');
  });

  it('is text, whatever the page wrote', () => {
    const hostile = '<img src=x onerror=alert(1)><b>bold</b>';
    render(
      <Library
        start={[makeQuote({ exact: hostile, source: { title: hostile, outlet: hostile, authors: [hostile] } })]}
      />,
    );
    expect(texts()).toEqual([hostile]);
    expect(document.querySelector('img, b')).toBe(null);
  });

  it('of a file has no link that the browser would not open', () => {
    render(<Library start={[makeQuote({ source: { url: 'file:///home/me/a.html' } })]} />);
    expect(screen.queryByRole('link')).toBe(null);
    screen.getByText('Saved from a file: file:///home/me/a.html');
  });

  it('that is long is shortened until its whole is asked for', () => {
    const long = 'word '.repeat(400).trim();
    render(<Library start={[makeQuote({ exact: long })]} />);
    expect(texts()[0]).toMatch(/word…$/);
    expect(texts()[0]?.length).toBeLessThan(700);
    press('Show the whole quote');
    expect(texts()).toEqual([long]);
  });
});

it('a change that is sent twice is made once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const onEdit = vi.fn(() => promise);
  render(<Library onEdit={onEdit} />);
  press(/^Edit “Therapists/);
  press('Save');
  press('Save');
  resolve();
  await screen.findByText('Changed 1 quote.');
  expect(onEdit).toHaveBeenCalledOnce();
});

describe('an empty library', () => {
  it('says how to save the first quote, with the keys where some are set', () => {
    render(<Library start={[]} shortcut="Alt+Shift+Q" />);
    screen.getByRole('heading', { name: 'How to save the first one' });
    screen.getByText(/or Alt\+Shift\+Q, or choose “Time to Talk IAPT”, “Save as a quote”/);
  });
});

describe('searching', () => {
  it.each([
    ['targets first', ['Therapists’ targets come first.']],
    ["therapists'", ['Therapists’ targets come first.']],
    ['GUARDIAN', ['Therapists’ targets come first.']],
    ['cafe', ['Nobody asked us.']],
    ['recovery', ['Scores went up.']],
    ['  ', quotes.map(({ quote }) => quote.exact)],
    ['targets recovery', []],
  ])('for %j finds by text, note, source and tags', (query, found) => {
    render(<Library />);
    search(query);
    expect(texts()).toEqual(found);
  });

  it('announces how many were found', () => {
    render(<Library />);
    const [count] = screen.getAllByRole('status');
    expect(count?.textContent).toBe('3 quotes');
    search('guardian');
    expect(count?.textContent).toBe('1 of 3 quotes');
  });

  it('that finds nothing says so and leads back', () => {
    render(<Library />);
    search('nowhere');
    press('Show all');
    expect(texts()).toHaveLength(3);
  });
});

describe('a control that goes away with what it did hands the focus on', () => {
  const focused = () => document.activeElement?.textContent;

  it('clearing the filters to their summary, which stays open', () => {
    render(<Library />);
    fireEvent.click(screen.getByText('Filters'));
    fireEvent.change(screen.getByLabelText('Outlet'), { target: { value: 'BBC News' } });
    const clear = screen.getByRole('button', { name: 'Clear filters' });
    clear.focus();
    fireEvent.click(clear);
    expect(focused()).toBe('Filters');
    expect(screen.getByText('Filters').closest('details')?.open).toBe(true);
  });

  it('showing all, and clearing the selection, to the count', () => {
    render(<Library />);
    search('nowhere');
    screen.getByRole('button', { name: 'Show all' }).focus();
    press('Show all');
    expect(focused()).toBe('3 quotes');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
    screen.getByRole('button', { name: 'Clear selection' }).focus();
    press('Clear selection');
    expect(focused()).toBe('3 quotes');
  });
});

describe('exporting', () => {
  it('takes all quotes, those found, or those selected', () => {
    const onExport = vi.fn(async () => undefined);
    render(<Library onExport={onExport} />);
    press('Markdown');
    expect(onExport).toHaveBeenLastCalledWith([id(1), id(2), id(3)], 'markdown');
    search('o');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select “Nobody asked us.”' }));
    press('CSV');
    expect(onExport).toHaveBeenLastCalledWith([id(2)], 'csv');
    search('guardian');
    press('CSV');
    expect(onExport).toHaveBeenLastCalledWith([id(1)], 'csv');
  });
});

describe('deleting', () => {
  const announced = () => screen.getAllByRole('status')[1]?.textContent;

  it('says so only once it is done, and moves the focus to the next quote', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    render(<Library onDelete={() => promise} />);
    press('Delete “Nobody asked us.”');
    expect(announced()).toBe('');
    resolve();
    await waitFor(() => expect(announced()).toBe('Deleted 1 quote.'));
    expect(document.activeElement?.textContent).toContain('Scores went up.');
  });

  it('of the last quote moves the focus to the one before, and of the only one to the count', async () => {
    render(<Library />);
    press(/^Delete “Scores/);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Nobody asked us.'));
    press(/^Delete “Nobody/);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Therapists’ targets'));
    press(/^Delete “Therapists/);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('No quotes yet'));
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBe(null);
  });

  it.each([
    ['the button', () => press('Undo')],
    ['Ctrl+Z', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'z', ctrlKey: true })],
  ])('is undone by %s, with the very same record', async (_, undo) => {
    const onRestore = vi.fn(async () => undefined);
    render(<Library onRestore={onRestore} />);
    press(/^Delete “Nobody/);
    await waitFor(() => expect(announced()).toBe('Deleted 1 quote.'));
    undo();
    await waitFor(() => expect(announced()).toBe('Brought back 1 quote.'));
    expect(onRestore).toHaveBeenCalledExactlyOnceWith([quotes[1]]);
  });

  it('is undone with the focus on the quote that is back', async () => {
    render(<Library />);
    press(/^Delete “Nobody/);
    await waitFor(() => expect(texts()).toHaveLength(2));
    press('Undo');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Nobody asked us.'));
    expect(texts()).toHaveLength(3);
  });

  it('leaves Ctrl+Z in the search field to what was typed', async () => {
    const onRestore = vi.fn(async () => undefined);
    render(<Library onRestore={onRestore} />);
    press(/^Delete “Nobody/);
    await waitFor(() => expect(announced()).toBe('Deleted 1 quote.'));
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'z', ctrlKey: true });
    expect(onRestore).not.toHaveBeenCalled();
  });

  it('takes several at once, selected by hand or all shown', async () => {
    const onDelete = vi.fn(async () => undefined);
    render(<Library onDelete={onDelete} />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Select “Scores/ }));
    press('Delete 2 selected');
    await waitFor(() => expect(announced()).toBe('Deleted 2 quotes.'));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith([id(1), id(2)]);
  });

  it('of one leaves the others selected, and what is being written of another as it is', async () => {
    render(<Library />);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Select “Scores/ }));
    press(/^Edit “Therapists/);
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'Ring them.' } });
    press(/^Delete “Nobody/);
    await waitFor(() => expect(announced()).toBe('Deleted 1 quote.'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Ring them.');
    screen.getByRole('group', { name: '1 quote selected' });
  });

  it('that fails keeps the quotes, says why, and can be tried again', async () => {
    const onDelete = vi.fn(async () => undefined as undefined);
    onDelete.mockRejectedValueOnce(new Error('The disk is full.'));
    render(<Library onDelete={onDelete} />);
    press(/^Delete “Nobody/);
    await waitFor(() => expect(announced()).toMatch(/not deleted. They are all still here. .*The disk is full\./));
    expect(texts()).toHaveLength(3);
    press('Try again');
    await waitFor(() => expect(announced()).toBe('Deleted 1 quote.'));
  });
});
