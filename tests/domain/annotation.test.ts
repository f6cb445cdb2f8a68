/** What is called a quote is parsed at the door, and refused with the reason. */
import { describe, expect, it } from 'vitest';
import { type AnnotationDraft, MAX_HISTORY, parseAnnotation, parseDraft, parseEdit } from '../../lib/domain/annotation';
import {
  anchorState,
  createAnnotation,
  editAnnotation,
  followUpState,
  isSameQuote,
  recordAnchor,
} from '../../lib/domain/annotation-change';

const DRAFT: AnnotationDraft = {
  quote: { type: 'TextQuoteSelector', exact: 'asked to change the scores', prefix: 'had been ', suffix: ', they' },
  position: { type: 'TextPositionSelector', start: 9, end: 35 },
  source: {
    url: 'https://www.theguardian.com/a',
    canonicalUrl: null,
    title: 'A title',
    outlet: 'The Guardian',
    authors: ['Ada Moss'],
    published: '2024-03-01',
    modified: null,
    language: 'en',
  },
  statistics: ['manipulation'],
};

const ID = '3b241101-e2bb-4255-8caf-4136c566a962';
const AT = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';
const SAID = {
  speaker: 'Ada Moss',
  speakerRole: 'therapist',
  note: 'Ask her.',
  tags: ['targets'],
  stance: 'supports',
} as const;

describe('a quote', () => {
  it('is accepted as it is', () => {
    expect(parseDraft({ ...DRAFT, ...SAID })).toEqual({ ...DRAFT, ...SAID });
  });

  it('is empty where nothing is said of it', () => {
    expect(parseDraft(DRAFT)).toEqual({ ...DRAFT, speaker: null, speakerRole: null, note: '', tags: [], stance: null });
  });

  it.each<[string, (draft: AnnotationDraft) => unknown, RegExp]>([
    ['nothing', () => null, /quote was not accepted/],
    [
      'no words',
      (d) => ({ ...d, quote: { ...d.quote, exact: '  ' } }),
      /quote\.exact: A quote has at least one character/,
    ],
    [
      'more words than anyone quotes',
      (d) => ({ ...d, quote: { ...d.quote, exact: 'x'.repeat(20_001) } }),
      /at most 20,000/,
    ],
    ['a null selector', (d) => ({ ...d, quote: null }), /quote/],
    [
      'a place that ends before it starts',
      (d) => ({ ...d, position: { type: 'TextPositionSelector', start: 9, end: 2 } }),
      /position/,
    ],
    [
      'a negative place',
      (d) => ({ ...d, position: { type: 'TextPositionSelector', start: -1, end: 2 } }),
      /position\.start/,
    ],
    ['a script for an address', (d) => ({ ...d, source: { ...d.source, url: 'javascript:alert(1)' } }), /source\.url/],
    ['an id that is none', (d) => ({ ...d, statistics: ['../x'] }), /statistics\.0/],
  ])('with %s is refused, and the reason names the place', (_, change, reason) => {
    expect(() => parseDraft(change(DRAFT))).toThrow(reason);
  });

  it('that is kept has an id, the instants of its record, and every field', () => {
    const kept = createAnnotation(parseDraft(DRAFT), ID, AT);
    expect(parseAnnotation(kept)).toEqual(kept);
    expect(kept).toMatchObject({ created: AT, modified: AT, source: { seenAt: AT }, followUp: [], anchors: [] });
    expect(() => parseAnnotation({ ...kept, id: '1' })).toThrow(/id/);
    expect(() => parseAnnotation({ ...kept, created: 'yesterday' })).toThrow(/created/);
    expect(() => parseAnnotation({ ...kept, stance: 'agrees' })).toThrow(/stance/);
    expect(() => parseAnnotation({ ...kept, anchors: [{ at: AT, outcome: 'lost' }] })).toThrow(/anchors\.0\.outcome/);
  });
});

describe('an edit', () => {
  it('changes what it names and says when', () => {
    const kept = createAnnotation(parseDraft(DRAFT), ID, AT);
    const edit = parseEdit({ note: 'Ask her.', tags: ['a', 'a'], source: { outlet: null } });
    expect(editAnnotation(kept, edit, LATER)).toEqual({
      ...kept,
      note: 'Ask her.',
      tags: ['a'],
      source: { ...kept.source, outlet: null },
      modified: LATER,
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['an address that runs code', { source: { url: 'javascript:alert(1)' } }, /source\.url/],
    ['a note that never ends', { note: 'x'.repeat(10_001) }, /note: It is longer than 10,000 characters\./],
    ['a tag that is none', { tags: [' '] }, /tags\.0: A tag has at least one character\./],
    ['a tag like an essay', { tags: ['x'.repeat(101)] }, /tags\.0: It is longer than 100 characters\./],
    ['tags without end', { tags: Array.from({ length: 51 }, String) }, /tags: A quote has at most 50 tags\./],
    ['a state that is none', { followUp: 'done' }, /followUp/],
  ])('with %s is refused with the reason', (_, edit, reason) => {
    expect(() => parseEdit(edit)).toThrow(reason);
  });

  it('keeps a date for each change of the follow-up state, and none where it stays the same', () => {
    const toWrite = editAnnotation(createAnnotation(parseDraft(DRAFT), ID, AT), { followUp: 'to-write' }, AT);
    const same = editAnnotation(toWrite, { followUp: 'to-write' }, LATER);
    const written = editAnnotation(same, { followUp: 'written' }, LATER);
    expect(written.followUp).toEqual([
      { at: AT, state: 'to-write' },
      { at: LATER, state: 'written' },
    ]);
    expect(followUpState(written)).toBe('written');
  });

  it('lets the oldest change go where there are more than a quote may hold, so that it can still be read', () => {
    let quote = createAnnotation(parseDraft(DRAFT), ID, AT);
    for (let change = 0; change <= MAX_HISTORY; change++) {
      quote = editAnnotation(quote, { followUp: change % 2 === 0 ? 'to-write' : 'written' }, LATER);
    }
    expect(parseAnnotation(quote).followUp).toHaveLength(MAX_HISTORY);
    expect(followUpState(quote)).toBe('to-write');
  });
});

it('what was found of a quote is written down only where it is news', () => {
  const kept = createAnnotation(parseDraft(DRAFT), ID, AT);
  expect(anchorState(kept)).toBe(null);
  const found = recordAnchor(kept, { at: AT, outcome: 'found' }) ?? kept;
  expect(recordAnchor(found, { at: LATER, outcome: 'found' })).toBe(null);
  const changed = recordAnchor(found, { at: LATER, outcome: 'changed', text: 'asked to alter the scores' });
  expect(changed?.anchors.map(({ outcome }) => outcome)).toEqual(['found', 'changed']);
});

describe('two quotes', () => {
  it('are the same with the same words in the same place of the same page', () => {
    expect(isSameQuote(DRAFT, structuredClone(DRAFT))).toBe(true);
    expect(isSameQuote(DRAFT, at('https://www.theguardian.com/a?utm_source=feed#comments'))).toBe(true);
    expect(isSameQuote(DRAFT, { ...DRAFT, quote: { ...DRAFT.quote, exact: 'asked  to change\nthe scores' } })).toBe(
      true,
    );
  });

  it('are the same where one was pasted without its context', () => {
    expect(isSameQuote(DRAFT, { ...DRAFT, quote: { ...DRAFT.quote, prefix: '', suffix: '' } })).toBe(true);
  });

  it('are two on two pages, or in two places of one', () => {
    expect(isSameQuote(DRAFT, at('https://www.theguardian.com/b'))).toBe(false);
    expect(isSameQuote(DRAFT, at('https://www.theguardian.com/a?page=2'))).toBe(false);
    expect(isSameQuote(DRAFT, { ...DRAFT, quote: { ...DRAFT.quote, prefix: 'never been ' } })).toBe(false);
  });
});

function at(url: string): AnnotationDraft {
  return { ...DRAFT, source: { ...DRAFT.source, url } };
}
