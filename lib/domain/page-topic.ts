/** Whether a page is about IAPT: told by the programme's names, with other bodies of the same name told apart. */
import type { Sentence } from './term';

/** The programme's names since 2008, and the names of the roles that only it has. */
const NAME =
  /\bIAPT|access (?:to|for) psychological therap|\bNHS TT\b|talking therap|psychological well-?being practitioner|\bPWPs?\b|(?:low|high)[ -]intensity (?:therap|practitioner|worker)/i;
/** Names that no other body shares. */
const FULL_NAME = /psychological therap|talking therap|psychological well-?being practitioner/i;
/** The plant taxonomists' and the physics teachers' associations. */
const OTHER_BODY = /plant taxonom|\btaxon\b|botan|nomenclature|physics|olympiad/i;

/** How far a page is about IAPT, and which classes of terms stand anywhere on it. */
export interface Topic {
  /** `passing`: IAPT is named, but the page is about something else or is a notice; only sentences that name it count. */
  strength: 'none' | 'passing' | 'main';
  classes: Set<string>;
}

/** Sentences in which a page that is about IAPT has named it, where its title has not. */
const LEAD = 3;
/** The share of sentences that name IAPT on a page about it, where neither title nor lead does. */
const DENSE = 0.2;
/** The share of sentences in the language of notices, above which a page is an advert, a leaflet or a release of statistics. */
const NOTICE = 0.25;

/** Whether a text names IAPT at all: the one test that every visited page pays for. */
export function mentionsIapt(text: string): boolean {
  return NAME.test(text);
}

/** Whether the IAPT of a text is another body's name. */
export function isOtherBody(text: string): boolean {
  return !FULL_NAME.test(text) && OTHER_BODY.test(text);
}

/** Reads the topic from the title and the sentences of a page. */
export function readTopic(title: Sentence, sentences: Sentence[]): Topic {
  const isNamed = ({ hits }: Sentence) => hits.has('iapt') || hits.has('role');
  const share = (test: (sentence: Sentence) => boolean) => sentences.filter(test).length / sentences.length;
  const classes = new Set([title, ...sentences].flatMap(({ hits }) => [...hits.keys()]));
  if (share(({ hits }) => hits.has('notice')) >= NOTICE) return { strength: 'none', classes };
  const isMain =
    isNamed(title) ||
    sentences.slice(0, LEAD).some(isNamed) ||
    (share(isNamed) >= DENSE && sentences.filter(isNamed).length > 1);
  return { strength: isMain ? 'main' : 'passing', classes };
}
