/** Checks how a passage reports a figure of the survey, and puts what differs into a polite note that can be sent. */
import { findQuantities, type Quantity } from './quantity';
import { describeFigure, disclose, type Statistic, type StatisticId } from './statistic';

/** One way in which a report differs from the figure as published, or agrees with it. */
export interface Finding {
  aspect: 'number' | 'edition' | 'population' | 'verb' | 'time' | 'other-survey';
  /** Said to a reader, without blame. */
  text: string;
}

/** What was found in a report of the survey. */
export interface ReportCheck {
  /** What the passage does say and has right; what it leaves out stands nowhere. */
  agreements: Finding[];
  differences: Finding[];
  /** A note to the writer, to be copied; null where nothing differs. */
  correction: string | null;
}

/** The same author's survey of 2016–17: how many answered, and how many of them worked for IAPT, as articles give them. */
const OTHER_SURVEY = [1_500, 223];

/** What each figure is a share of, to tell which of several shares in a sentence is meant for it. */
const SUBJECT: Record<StatisticId, RegExp> = {
  manipulation: /manipulat|massag|falsif|fiddl|fudg|\bdata\b|\bfigures\b|\bscores\b/gi,
  management: /manage(?:d|ment|rs?)\b|\brun\b/gi,
  burnout: /burn(?:ed|t|ing)?[- ]?out|exhaust/gi,
  distress: /depress|anxi|distress|mental health/gi,
  'good-care': /good(?: quality)? care|quality of care|care (?:is|was) good/gi,
};

/** The "current and past IAPT workers" who answered, in the words of reports. */
const RESPONDENTS =
  /\bIAPT (?:workers|staff|employees|workforce)\b|\b(?:current|present) and (?:past|former)\b|\b(?:past|former) and (?:current|present)\b|\b(?:respondents|those who (?:answered|responded|replied|took part)|of those (?:asked|surveyed))\b|\bpast or present\b/i;
/** People who are fewer than they, and people who are more or others. */
const CURRENT_ONLY =
  /\bcurrent(?:ly)?\b(?! (?:and|or|as well as) )(?: employed)? (?:IAPT |NHS )?(?:staff|workers|therapists|employees)\b/i;
const OTHERS =
  /\b(?:(?:NHS |IAPT |CBT |talking )?(?:psycho)?therapists|counsellors|psychologists|psychological wellbeing practitioners|PWPs|(?:NHS |mental health |NHS mental health )(?:staff|workers))\b/i;
const PEOPLE =
  /\b(?:current|past|former|present|IAPT|workers|staff|employees|people|therapists|respondents|practitioners|clinicians|members|counsellors|PWPs)\b/i;
const ASKED = /\b(?:ask|told|tell|instruct|pressur|press|push|order|expect|encourag|urg|requir|lean|made to|forc)/i;
const MANIPULATED =
  /\b(?:manipulat|falsif|massag|fiddl|fudg|alter|doctor|inflat)(?:e|ed|ing|es|y|ied|ies|ying|s|d|led|les)?\b/i;
const EVER =
  /\bever\b|\bat (?:some|one) (?:point|time|stage)\b|\b(?:have|had|has|having) (?:ever )?(?:experienced|suffered|been|had|felt)\b/i;
const NOW =
  /\b(?:are|now|currently|today|suffers?|have|live with|living with)\b(?:\s+[\p{L}’'-]+){0,3}\s+(?:burn|exhaust|depress|anxi|distress)/iu;

/**
 * Checks a passage that reports `statistic`, and which is known to report this survey: number, edition, population,
 * verb, time, and whether another survey's numbers are mixed in. What can't be told from the passage counts as right.
 */
export function checkReport(passage: string, statistic: Statistic): ReportCheck {
  if (!statistic.headline) return { agreements: [], differences: [], correction: null };
  const agreements: Finding[] = [];
  const differences: Finding[] = [];
  const agree = (aspect: Finding['aspect'], text: string) => agreements.push({ aspect, text });
  const differ = (aspect: Finding['aspect'], text: string) => differences.push({ aspect, text });
  const quantities = findQuantities(passage);
  const counts = quantities.filter(({ kind, of }) => kind === 'count' && (of === null || PEOPLE.test(of)));
  const values = [statistic.headline, ...statistic.otherValues];
  const [published] = values;
  const foreign = counts.find(({ value }) => OTHER_SURVEY.includes(value));
  const base = counts.find(({ value }) => value >= 100 && value < 10_000);
  const share = shareOf(statistic.id, passage, quantities);
  const reported = share ? values.filter(({ percent }) => mayStandFor(share, percent)) : [];

  if (foreign)
    differ(
      'other-survey',
      `${foreign.value.toLocaleString('en-GB')} people belong to an earlier survey by the same author (2016–17), not to this one.`,
    );
  else if (share && reported.length === 0 && published)
    differ(
      'number',
      `It gives ${passage.slice(share.span.start, share.span.end)}; the survey’s figure is ${published.percent}%.`,
    );
  else {
    if (share && reported[0])
      agree(
        'number',
        `“${passage.slice(share.span.start, share.span.end)}” fits the published ${reported[0].percent}%.`,
      );
    const isKnown = base && (share ? reported : values).some((one) => one.edition.respondents === base.value);
    if (base && isKnown) agree('edition', `${base.value.toLocaleString('en-GB')} had answered, as published.`);
    else if (base?.hedge === 'exact') differ('edition', describeEdition(base.value, reported[0] ?? statistic.headline));
  }

  const who = CURRENT_ONLY.exec(passage)?.[0] ?? (RESPONDENTS.test(passage) ? undefined : OTHERS.exec(passage)?.[0]);
  const respondents = RESPONDENTS.exec(passage)?.[0];
  if (who) differ('population', `It says “${who}”; those who answered were ${statistic.disclosure.population}.`);
  else if (respondents)
    agree('population', `“${respondents}” fits those who answered: ${statistic.disclosure.population}.`);
  if (statistic.id === 'manipulation') {
    if (ASKED.test(passage)) agree('verb', 'It says that they were asked to, which is what the question was about.');
    else if (MANIPULATED.test(passage))
      differ('verb', 'The question was whether people had been asked to manipulate data, not whether they did.');
  }
  if (statistic.id === 'burnout' || statistic.id === 'distress') {
    if (EVER.test(passage))
      agree('time', 'It says that they have had it at some time, which is what the question was about.');
    else if (NOW.test(passage))
      differ(
        'time',
        'The question was whether people had ever experienced it from working in IAPT, not whether they do now.',
      );
  }

  return { agreements, differences, correction: differences.length > 0 ? correct(differences, statistic) : null };
}

/** The one share that is meant for the statistic: the only one, or the one that stands nearest before its subject. */
function shareOf(id: StatisticId, passage: string, quantities: Quantity[]): Quantity | undefined {
  const shares = quantities.filter(({ kind }) => kind === 'share');
  if (shares.length < 2) return shares[0];
  const subjects = Object.entries(SUBJECT)
    .flatMap(([subject, words]) => [...passage.matchAll(words)].map(({ index }) => ({ subject, index })))
    .sort((a, b) => a.index - b.index);
  // A share is about the first subject after it; where two shares, or none, are about this one, nothing can be told.
  const about = shares.filter(({ span }) => subjects.find(({ index }) => index >= span.end)?.subject === id);
  return about.length === 1 ? about[0] : undefined;
}

/** Whether a share, as it is worded, may be meant for a figure of so many per cent. */
function mayStandFor({ hedge, low, high, value }: Quantity, percent: number): boolean {
  const isTrue = hedge === 'above' ? percent > value : hedge === 'below' ? percent < value : true;
  return isTrue && percent >= low && percent <= high;
}

function describeEdition(base: number, { percent, edition }: NonNullable<Statistic['headline']>): string {
  const people = base.toLocaleString('en-GB');
  return `${percent}% was published when ${edition.respondents.toLocaleString('en-GB')} had answered, not ${people}.`;
}

function correct(differences: Finding[], statistic: Statistic): string {
  return [
    'Thank you for reporting on the survey of IAPT workers. One passage seems to differ from the figure as it was published.',
    ...differences.map(({ text }) => text),
    `As published: ${describeFigure(statistic)} ${disclose(statistic)}`,
    ...(statistic.headline ? [statistic.headline.edition.source] : []),
  ].join('\n');
}
