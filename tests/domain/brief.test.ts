/** A brief names every source once, gives every figure with its disclosure, and a reply corrects only what differs. */

import { Window } from 'happy-dom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { buildBrief, writeBrief } from '../../lib/domain/brief';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { LONGEST_FOR_PICTURE, pictureFigure, pictureQuote } from '../../lib/domain/picture';
import { buildReply } from '../../lib/domain/reply';
import { describeFigure, disclose } from '../../lib/domain/statistic';
import { makeQuote } from '../make-quote';

const { statistics, survey } = embeddedFigures();
const id = (nth: number) => `00000000-0000-4000-8000-00000000000${nth}`;
const elsewhere = { url: 'https://other.example/b', title: 'Elsewhere', outlet: null, authors: [], published: null };
const quotes = [
  makeQuote({ id: id(1), statistics: ['burnout'], speaker: 'Ms Patel', speakerRole: 'clinical lead' }),
  makeQuote({ id: id(2), exact: 'Second.', statistics: ['manipulation', 'burnout'] }),
  makeQuote({
    id: id(3),
    exact: 'Third.',
    statistics: [],
    source: elsewhere,
    anchors: [{ at: '2026-11-22T09:00:00.000Z', outcome: 'gone' }],
  }),
];
const brief = buildBrief(quotes, statistics, survey, '2026-11-23T10:00:00.000Z');

describe('a brief', () => {
  it('groups quotes by question in the survey’s order, those that bear on two under both, the rest at the end', () => {
    expect(brief.groups.map(({ heading, quotes }) => [heading, quotes.map(({ text }) => text)])).toEqual([
      ['Have you ever been asked to manipulate performance data?', ['Second.']],
      [
        'Have you ever experienced burnout as a result of working in IAPT?',
        ['Staff are “burnt out”, a therapist said.', 'Second.'],
      ],
      ['Other quotes', ['Third.']],
    ]);
  });

  it('numbers each source once', () => {
    expect(brief.sources.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Therapists speak out'],
      [2, 'Elsewhere'],
    ]);
    expect(brief.groups.flatMap(({ quotes }) => quotes.map(({ source }) => source))).toEqual([1, 1, 1, 2]);
    expect(brief.sources[0]?.details).toBe(
      'A. Writer, B. Writer. The Example. 19 November 2026. Seen 20 November 2026.',
    );
  });

  it('says of a quote that its page no longer has it', () => {
    expect(brief.groups.at(-1)?.quotes[0]?.outcome).toBe('No longer on the page, seen 22 November 2026');
  });

  it('as Markdown reads back: figures, quotations, a numbered list of links, and the disclosures last', () => {
    const page = new new Window().DOMParser().parseFromString(
      marked.parse(writeBrief(brief), { async: false }),
      'text/html',
    );
    const shown = page.body.textContent ?? '';
    for (const statistic of statistics.filter(({ id }) => ['burnout', 'manipulation'].includes(id))) {
      expect(shown).toContain(describeFigure(statistic));
      expect(shown.indexOf(disclose(statistic))).toBeGreaterThan(shown.indexOf('About the figures'));
    }
    expect(page.querySelectorAll('blockquote')).toHaveLength(4);
    expect([...page.querySelectorAll('ol > li > a')].map((link) => link.getAttribute('href'))).toEqual(
      brief.sources.map(({ link }) => link),
    );
    expect(shown).toContain('— Ms Patel, clinical lead [1]');
    expect(shown).toContain('23 November 2026');
    expect(shown.replaceAll(/https?:\S+/g, ''), 'no day is left as machines write it').not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

describe('a picture', () => {
  it('of a figure holds its one sentence and its disclosure, also in the words beside it', () => {
    for (const statistic of statistics.filter(({ headline }) => headline)) {
      const picture = pictureFigure(statistic);
      expect(picture.foot).toBe(disclose(statistic));
      expect(picture.alt).toBe(`${describeFigure(statistic)} ${disclose(statistic)}`);
      expect(picture.number).toBe(`${statistic.headline?.percent}%`);
    }
  });

  it('of a quote holds who said it, and where', () => {
    const picture = pictureQuote(quotes[0] ?? makeQuote());
    expect(picture.words).toBe('“Staff are “burnt out”, a therapist said.”');
    expect(picture.foot).toBe(
      'Ms Patel, clinical lead. “Therapists speak out”, A. Writer, B. Writer, The Example, 19 November 2026. Seen 20 November 2026.',
    );
  });

  it('is refused where the words could not be read in it, and for a question without a figure', () => {
    expect(() => pictureQuote(makeQuote({ exact: 'long '.repeat(LONGEST_FOR_PICTURE) }))).toThrow(/holds up to/);
    const open = statistics.find(({ headline }) => !headline);
    expect(() => open && pictureFigure(open)).toThrow(/no figure/);
  });
});

describe('a reply', () => {
  it('quotes the report, says what differs, and gives the figure with its disclosure', () => {
    const wrong = makeQuote({
      exact: 'A survey of IAPT workers by Surviving Work found that 81% had experienced burnout.',
      statistics: ['burnout'],
    });
    const reply = buildReply(wrong, statistics);
    expect(reply?.differences.length).toBeGreaterThan(0);
    expect(reply?.text).toContain('To the editor of The Example');
    expect(reply?.text).toContain(`“${wrong.quote.exact}”`);
    expect(reply?.text).toContain('71%');
    expect(reply?.text).toContain('published on 19 November 2026');
  });

  it('is none where nothing differs', () => {
    const right = makeQuote({
      exact:
        'In a Surviving Work survey 71% of 550 current and past IAPT workers said they had ever experienced burnout.',
      statistics: ['burnout'],
    });
    expect(buildReply(right, statistics)).toBe(null);
  });
});
