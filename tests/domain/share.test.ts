/** Shared texts fit every place, and no figure is ever in one without its whole caveat. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import type { Feed, Survey } from '../../lib/domain/feed';
import {
  countGraphemes,
  describeStatus,
  SHARE_TARGETS,
  type ShareSubject,
  type ShareText,
  shareText,
  surveyLink,
  UNLIMITED,
} from '../../lib/domain/share';
import { disclose, discloseBriefly, type Statistic } from '../../lib/domain/statistic';
import { PUBLISHED } from '../published-figures';

const feed = embeddedFigures();
const subjectsOf = ({ statistics }: Feed): ShareSubject[] => ['survey', ...statistics];
const withStatus = (status: Survey['status']): Feed => ({ ...feed, survey: { ...feed.survey, status } });

function statistic(id: string): Statistic {
  const found = feed.statistics.find((statistic) => statistic.id === id);
  if (!found) throw new Error(`There is no statistic ${id}.`);
  return found;
}

function target(id: string) {
  const found = SHARE_TARGETS.find((target) => target.id === id);
  if (!found) throw new Error(`There is no target ${id}.`);
  return found;
}

/** The shares that a text gives, each as often as it gives it. */
const figuresIn = (text: string) =>
  [...text.matchAll(/(\d+)% (?:of the .* who answered )?said they/g)].map(([, n]) => Number(n));

/** Fails where a figure lost its caveat, a survey lost some of its figures, or the organiser is not named in full. */
function expectHonest(subject: ShareSubject, feed: Feed, { text, lacks }: ShareText) {
  const figures = figuresIn(text);
  const { organiser, interest } = feed.survey.disclosure;
  expect(text).toContain(organiser);
  expect(text).toContain(interest);
  expect(text).not.toMatch(/±|\+\/-|margin of error of/);
  const meant = subject === 'survey' ? feed.statistics.filter(({ headline }) => headline) : [subject];
  if (lacks === 'figures') expect(figures).toEqual([]);
  else expect(figures).toEqual(meant.flatMap(({ headline }) => headline?.percent ?? []));
  if (figures.length > 0) {
    for (const each of meant)
      expect([disclose(each), discloseBriefly(each)].some((caveat) => text.includes(caveat))).toBe(true);
  }
}

describe.each(SHARE_TARGETS)('a text for $name', (target) => {
  it.each(subjectsOf(feed).map((subject) => [subject === 'survey' ? subject : subject.id, subject] as const))(
    'fits and keeps the caveat: %s',
    (_, subject) => {
      const share = shareText(subject, feed, target);
      expect(countGraphemes(share.text, target.linkLength)).toBeLessThanOrEqual(target.limit);
      expectHonest(subject, feed, share);
    },
  );
});

describe('the words', () => {
  it('tell a figure as what those who answered said, “ever” and “asked” included', () => {
    expect(shareText(statistic('manipulation'), feed, target('bluesky')).text).toBe(
      [
        '41% of the 550 current and past IAPT workers who answered said they had ever been asked to manipulate performance data.',
        'Self-selected; Surviving Work (which campaigns on therapy workers’ conditions), November 2019, preliminary.',
        'https://survivingwork.org/5241-2/',
      ].join('\n'),
    );
  });

  it('give the whole survey with all its figures in its order, good care among them', () => {
    const { text } = shareText('survey', feed, UNLIMITED);
    expect(figuresIn(text)).toEqual(PUBLISHED.map(({ percent }) => percent));
    expect(text).toContain('• 67% said they thought they were providing good care in their service (69% of 650, ');
    expect(text.match(/no margin of error applies/g)).toHaveLength(1);
  });

  it('give the later edition’s value beside the figure where there is room', () => {
    expect(shareText(statistic('good-care'), feed, UNLIMITED).text).toContain('Of 650 (later, date not known): 69%.');
  });

  it.each(['manipulation', 'management', 'burnout', 'distress', 'good-care'])(
    'have room on X for the figure on %s with its caveat and its link',
    (id) => {
      expect(shareText(statistic(id), feed, target('x')).lacks).toBe('nothing');
    },
  );

  it('let the link go before the figure where both don’t fit', () => {
    expect(shareText(statistic('distress'), feed, { ...target('x'), limit: 260 })).toMatchObject({
      lacks: 'link',
      text: expect.stringContaining('67% of the 550'),
    });
  });

  it('lead to the survey with no figure where the five don’t fit', () => {
    const share = shareText('survey', feed, target('x'));
    expect(share.lacks).toBe('figures');
    expect(share.text).toContain('by Surviving Work, which campaigns on');
    expect(share.text).toContain(feed.survey.link);
  });

  it('give an open question its themes and no share', () => {
    const { text } = shareText(statistic('future'), feed, UNLIMITED);
    expect(text).toContain('stop using targets');
    expect(text).toContain(disclose(statistic('future')));
    expect(text).not.toMatch(/\d%/);
  });
});

describe('the survey’s status', () => {
  it.each([
    ['open', 'The form takes answers.', feed.survey.link],
    ['closed', 'The form no longer takes answers.', feed.survey.sourcePage],
    ['unknown', 'Whether the form still takes answers is not known.', feed.survey.link],
  ] as const)('%s is said, and decides which link is shared', (status, words, link) => {
    const { survey } = withStatus(status);
    expect(describeStatus(survey)).toBe(words);
    expect(surveyLink(survey)).toBe(link);
  });

  it('is promised to be open only where it is', () => {
    const invitations = (['open', 'closed', 'unknown'] as const).map((status) =>
      SHARE_TARGETS.map((target) => shareText('survey', withStatus(status), target).text).join('\n'),
    );
    expect(invitations.map((text) => text.includes('you can answer here'))).toEqual([true, false, false]);
    expect(invitations[1]).not.toContain(feed.survey.link);
    expect(invitations[2]).toContain('which may no longer take answers');
  });
});

describe('an address', () => {
  const share = shareText(statistic('burnout'), feed, target('mastodon'));
  it.each([
    ['email', 'mailto:?subject='],
    ['whatsapp', 'https://wa.me/?text='],
    ['bluesky', 'https://bsky.app/intent/compose?text='],
    ['mastodon', 'https://mastodon.example/share?text='],
    ['x', 'https://x.com/intent/post?text='],
    ['linkedin', 'https://www.linkedin.com/feed/?shareActive=true&text='],
  ])('of %s carries the whole text', (id, start) => {
    const address = target(id).address?.(share, 'mastodon.example') ?? '';
    expect(address).toMatch(new RegExp(`^${start.replace(/[.?]/g, '\\$&')}`));
    const { searchParams } = new URL(address);
    expect((searchParams.get('text') ?? searchParams.get('body'))?.replaceAll('\r\n', '\n')).toBe(share.text);
  });

  it('of Facebook carries the link, which is all it takes', () => {
    const address = target('facebook').address?.(share, '') ?? '';
    expect(new URL(address).searchParams.get('u')).toBe(share.link);
    expect(target('facebook').onlyLink).toBe(true);
  });

  it('of an e-mail stays under the 2,000 characters that mail programs take', () => {
    for (const subject of subjectsOf(feed)) {
      const address = target('email').address?.(shareText(subject, feed, target('email')), '');
      expect(address?.length).toBeLessThan(2_000);
    }
  });
});

describe('a length', () => {
  it('counts what readers see as one character once', () => {
    expect(countGraphemes('👩‍👩‍👧 é', null)).toBe(3);
  });

  it('counts a link as the network counts it', () => {
    expect(countGraphemes('see https://example.org/a/very/long/address/indeed', 23)).toBe(4 + 23);
  });
});

it('any feed, however long its words: the text fits with its caveat whole, or the place is said to be too small', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
    .map((text) => text.replace(/[\d%\s±+]/gu, 'x'));
  const feeds = fc
    .record({
      population: words,
      organiser: words,
      interest: words,
      limits: words,
      question: words,
      predicate: words,
      status: fc.constantFrom('open' as const, 'closed' as const, 'unknown' as const),
    })
    .map(({ population, organiser, interest, limits, question, predicate, status }): Feed => {
      const disclosure = { ...feed.survey.disclosure, population, organiser, interest, limits };
      const statistics = feed.statistics.map((statistic) => ({
        ...statistic,
        question,
        predicate: statistic.predicate && predicate,
        disclosure,
      }));
      return { ...feed, survey: { ...feed.survey, disclosure, status }, statistics };
    });
  fc.assert(
    fc.property(feeds, fc.constantFrom(...SHARE_TARGETS), fc.nat(feed.statistics.length), (feed, target, index) => {
      const subject = subjectsOf(feed)[index] ?? 'survey';
      let share: ShareText;
      try {
        share = shareText(subject, feed, target);
      } catch (error) {
        expect(String(error)).toContain(`too long for ${target.name}`);
        expect(target.limit).toBeLessThan(Number.POSITIVE_INFINITY);
        return;
      }
      expect(countGraphemes(share.text, target.linkLength)).toBeLessThanOrEqual(target.limit);
      expectHonest(subject, feed, share);
    }),
  );
});

it('a feed whose figures were all withdrawn is shared with none', () => {
  const empty = { ...feed, statistics: feed.statistics.filter(({ headline }) => !headline) };
  expect(shareText('survey', empty, UNLIMITED)).toMatchObject({ lacks: 'figures' });
});
