/** What is shared and where: texts fitted to each network, in which a figure never loses its caveat. */
import type { Feed, Survey } from './feed';
import { describeFigure, describeSample, disclose, discloseBriefly, type Statistic } from './statistic';

/** The survey as a whole, or one of its statistics. */
export type ShareSubject = 'survey' | Statistic;

/** What a text is made from: of a feed, the survey and its statistics. */
export type ShareFeed = Pick<Feed, 'survey' | 'statistics'>;

/** How much text a place takes. */
export interface Room {
  name: string;
  /** In graphemes: what a reader sees as one character. */
  limit: number;
  /** What each link counts for, or null where it counts as long as it is. */
  linkLength: number | null;
}

export interface ShareText {
  title: string;
  /** Everything that is said, its link included. */
  text: string;
  /** The one link, for a place that takes nothing else. */
  link: string;
  /** What had to be left out to fit. */
  lacks: 'nothing' | 'link' | 'figures';
}

export interface ShareTarget extends Room {
  id: string;
  /** Only the link is taken over, and the text has to be pasted by hand. */
  onlyLink?: true;
  /** The address is on a server that the person names. */
  needsServer?: true;
  /** The address that opens the place with the text filled in; null for the system's own sheet. */
  address: ((share: ShareText, server: string) => string) | null;
}

/** Text that is copied, or sent where length doesn't matter. */
export const UNLIMITED: Room = { name: 'a copy', limit: Number.POSITIVE_INFINITY, linkLength: null };

const encode = encodeURIComponent;

/** Limits and addresses as each network documents them; a Mastodon server may allow more than its default of 500. */
export const SHARE_TARGETS: ShareTarget[] = [
  { ...UNLIMITED, id: 'system', name: 'This device’s share sheet', address: null },
  {
    ...UNLIMITED,
    id: 'email',
    name: 'E-mail',
    // RFC 6068: lines of a body end in CRLF.
    address: ({ title, text }) => `mailto:?subject=${encode(title)}&body=${encode(text.replaceAll('\n', '\r\n'))}`,
  },
  {
    ...UNLIMITED,
    id: 'whatsapp',
    name: 'WhatsApp',
    address: ({ text }) => `https://wa.me/?text=${encode(text)}`,
  },
  {
    id: 'bluesky',
    name: 'Bluesky',
    limit: 300,
    linkLength: null,
    address: ({ text }) => `https://bsky.app/intent/compose?text=${encode(text)}`,
  },
  {
    id: 'mastodon',
    name: 'Mastodon',
    limit: 500,
    linkLength: 23,
    needsServer: true,
    address: ({ text }, server) => `https://${server}/share?text=${encode(text)}`,
  },
  {
    id: 'x',
    name: 'X',
    limit: 280,
    linkLength: 23,
    address: ({ text }) => `https://x.com/intent/post?text=${encode(text)}`,
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    limit: 3000,
    linkLength: null,
    address: ({ text }) => `https://www.linkedin.com/feed/?shareActive=true&text=${encode(text)}`,
  },
  {
    ...UNLIMITED,
    id: 'facebook',
    name: 'Facebook',
    onlyLink: true,
    address: ({ link }) => `https://www.facebook.com/sharer/sharer.php?u=${encode(link)}`,
  },
];

/** Whether the form still takes answers, as far as is known. */
export function describeStatus({ status }: Survey): string {
  if (status === 'open') return 'The form takes answers.';
  if (status === 'closed') return 'The form no longer takes answers.';
  return 'Whether the form still takes answers is not known.';
}

/** The link that the survey is shared by: its form, or its results once the form is known to be closed. */
export function surveyLink(survey: Survey): string {
  return survey.status === 'closed' ? survey.sourcePage : survey.link;
}

/**
 * The longest text about the subject that fits. A figure stands in it with its whole caveat or not at all, and of the
 * survey's figures either all stand in it or none. Throws an Error that names the place where nothing fits.
 */
export function shareText(subject: ShareSubject, feed: ShareFeed, room: Room): ShareText {
  const versions =
    subject === 'survey' ? surveyVersions(feed) : [...figureVersions(subject, feed), ...plainVersions(feed)];
  const longest = versions.find(({ text }) => countGraphemes(text, room.linkLength) <= room.limit);
  if (!longest) throw new Error(`Even the shortest text is too long for ${room.name}.`);
  return longest;
}

/** Length as readers see it, with each link counted as the network counts it. */
export function countGraphemes(text: string, linkLength: number | null): number {
  const counted = linkLength === null ? text : text.replace(/https:\/\/\S+/g, '-'.repeat(linkLength));
  return [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(counted)].length;
}

function surveyVersions(feed: ShareFeed): ShareText[] {
  const { survey } = feed;
  const figures = feed.statistics.filter(isCounted);
  if (figures.length === 0) return plainVersions(feed);
  const caveats = (write: (statistic: Statistic) => string) => [...new Set(figures.map(write))].join('\n');
  const share = { title: titleOf(feed), link: surveyLink(survey), lacks: 'nothing' as const };
  return [
    {
      ...share,
      text: [describeFigures(figures), caveats(disclose), leads(survey.sourcePage, survey)].join('\n\n'),
    },
    { ...share, text: `${describeFigures(figures)}\n${caveats(discloseBriefly)}\n${share.link}` },
    ...plainVersions(feed),
  ];
}

function figureVersions(statistic: Statistic, feed: ShareFeed): ShareText[] {
  const { survey } = feed;
  const link = statistic.headline?.edition.source ?? survey.sourcePage;
  const title = `${titleOf(feed)}: “${statistic.question}”`;
  const figure = describeFigure(statistic);
  const brief = discloseBriefly(statistic);
  const share = { title, link, lacks: 'nothing' as const };
  return [
    {
      ...share,
      text: [[figure, ...describeOtherValues(statistic)].join(' '), disclose(statistic), leads(link, survey)].join(
        '\n\n',
      ),
    },
    { ...share, text: `${figure}\n${disclose(statistic)}\n${link}` },
    { ...share, text: `${figure}\n${brief}\n${link}` },
    { ...share, text: `${figure}\n${brief}`, lacks: 'link' },
    {
      ...share,
      text: `What ${survey.disclosure.population} answered to “${statistic.question}”\n${brief}\n${link}`,
      lacks: 'figures',
    },
  ];
}

/** The versions with no figure: they say whose survey it is and lead to it. */
function plainVersions(feed: ShareFeed): ShareText[] {
  const { survey } = feed;
  const { organiser, interest, population } = survey.disclosure;
  const whose = `A survey of ${population}, by ${organiser}, ${interest}`;
  const share = { title: titleOf(feed), link: surveyLink(survey), lacks: 'figures' as const };
  return [
    { ...share, text: `${whose}.\n${invite(survey)}` },
    { ...share, text: `${whose}: ${share.link}` },
  ];
}

function titleOf({ survey: { disclosure } }: ShareFeed): string {
  return `Survey of ${disclosure.population}, by ${disclosure.organiser}`;
}

/** Leads people to the form without promising that it is open. */
function invite(survey: Survey): string {
  if (survey.status === 'open') return `If you have worked in IAPT, you can answer here: ${survey.link}`;
  if (survey.status === 'closed') return `The form no longer takes answers; the results are here: ${survey.sourcePage}`;
  return `The survey, which may no longer take answers: ${survey.link}`;
}

/** To the results, and to the form unless it is closed. */
function leads(results: string, survey: Survey): string {
  return [`Results: ${results}`, ...(survey.status === 'closed' ? [] : [invite(survey)])].join('\n');
}

type CountedStatistic = Statistic & { headline: NonNullable<Statistic['headline']> };

function isCounted(statistic: Statistic): statistic is CountedStatistic {
  return statistic.headline !== null;
}

/** All figures in the survey's order, with the sample named once for those that share it. */
function describeFigures(statistics: CountedStatistic[]): string {
  const bySample = Map.groupBy(statistics, (statistic) => describeSample(statistic, statistic.headline.people));
  return [...bySample]
    .map(([sample, group]) => `Of the ${sample} who answered:\n${group.map(describeLine).join('\n')}`)
    .join('\n');
}

function describeLine({ headline, predicate, otherValues }: CountedStatistic): string {
  const others = otherValues.map(({ percent, people, edition }) => ` (${percent}% of ${people}, ${edition.when})`);
  return `• ${headline.percent}% said they ${predicate}${others.join('')}`;
}

function describeOtherValues({ otherValues }: Statistic): string[] {
  return otherValues.map(({ percent, people, edition }) => `Of ${people} (${edition.when}): ${percent}%.`);
}
