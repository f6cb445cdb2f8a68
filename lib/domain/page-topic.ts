/** Whether a page is about IAPT: told by the programme's names, with other bodies of the same name told apart. */
import type { Hits } from './term';

/** The programme's names since 2008, and the names of the roles that only it has. */
const NAME =
  /\bIAPT|access\s(?:to|for)\spsychological\stherap|\bNHS\sTT\b|talking\stherap|psychological\swell-?being\spractitioner|\bPWPs?\b|(?:low|high)[\s-]intensity\s(?:therap|practitioner|worker)/i;
/** Names that no other body shares. */
const FULL_NAME = /psychological\stherap|talking\stherap|psychological\swell-?being\spractitioner/i;
/** The plant taxonomists' and the physics teachers' associations. */
const OTHER_BODY = /plant taxonom|\btaxon\b|botan|nomenclature|physics|olympiad/i;

/** In so many characters a page says whose name it uses. */
const HEAD = 5_000;
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

/** Whether the IAPT of a text is another body's name, as its beginning tells. */
export function isOtherBody(text: string): boolean {
  const head = text.slice(0, HEAD);
  return OTHER_BODY.test(head) && !FULL_NAME.test(head);
}

/** Whether a sentence names IAPT or a role that only it has. */
export function namesIapt(hits: Hits): boolean {
  return hits.has('iapt') || hits.has('role');
}

/** Whether a sentence has a name, such as "talking therapies", that says IAPT where a page opens with it. */
function namesShortly(hits: Hits): boolean {
  return hits.has('iapt-short');
}

/**
 * How far a page is about IAPT. `passing`: it is named, but the page is about something else, so that only sentences that
 * name it count. `none`: the page is an advert, a leaflet or a release of statistics.
 */
export type Strength = 'none' | 'passing' | 'main';

/** Learns what a page is about, a sentence at a time. */
export class TopicReader {
  /** The classes of terms that stand anywhere on the page. */
  readonly classes = new Set<string>();
  #sentences = 0;
  #named = 0;
  #notices = 0;
  #isLed: boolean;

  constructor(title: Hits) {
    this.#isLed = namesIapt(title) || namesShortly(title);
    for (const name of title.keys()) this.classes.add(name);
  }

  /** What stands in the page's next sentence. */
  add(hits: Hits): void {
    this.#sentences++;
    if (hits.size === 0) return;
    if (hits.has('notice')) this.#notices++;
    const isNamed = namesIapt(hits);
    if (isNamed) this.#named++;
    if (this.#sentences <= LEAD) this.#isLed ||= isNamed || namesShortly(hits);
    for (const name of hits.keys()) this.classes.add(name);
  }

  strength(): Strength {
    if (this.#notices >= NOTICE * this.#sentences) return 'none';
    return this.#isLed || (this.#named > 1 && this.#named >= DENSE * this.#sentences) ? 'main' : 'passing';
  }
}
