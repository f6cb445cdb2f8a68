/** The calls of a page about the quotes saved from it: it learns of its own and no other's, and tells what it found. */
import * as v from 'valibot';
import { ANCHOR_OUTCOMES, type Annotation, parseAnchorRecord } from '../domain/annotation';
import { areOneSite } from '../domain/page-address';
import { listOfPage, recordOutcome } from './annotation-store';
import type { Database } from './database';
import type { ChangeEvent, Handlers, Sender } from './messages';
import type { AnchorCalls } from './quote-calls';

/** More quotes of one page than this are not sought in one visit. */
const MOST = 500;

const Canonical = v.nullable(v.pipe(v.string(), v.maxLength(2_000)));
const Found = v.pipe(
  v.array(v.object({ id: v.string(), outcome: v.picklist(ANCHOR_OUTCOMES), text: v.exactOptional(v.string()) })),
  v.maxLength(MOST),
);

interface Dependencies {
  connect: () => Promise<Database>;
  now: () => Date;
  announce: (event: ChangeEvent, ids: string[]) => void;
}

export function createAnchorHandlers({ connect, now, announce }: Dependencies): Handlers<AnchorCalls> {
  /** The quotes of the sender's page: by the address that the browser gives, and by one that the page calls its own. */
  async function ofSender(db: Database, { url, tab }: Sender, canonical: string | null): Promise<Annotation[]> {
    // A private window learns nothing that it could show, and leaves nothing.
    if (!url || tab?.incognito) return [];
    const addresses = canonical && isOwn(canonical, url) ? [url, canonical] : [url];
    const lists = await Promise.all(addresses.map((address) => listOfPage(db, address)));
    return [...new Map(lists.flat().map((annotation) => [annotation.id, annotation])).values()].slice(0, MOST);
  }

  return {
    async listOwnQuotes([canonical], sender) {
      const quotes = await ofSender(await connect(), sender, v.parse(Canonical, canonical));
      return quotes.map(({ id, quote, position }) => ({ id, quote, position }));
    },
    async reportOutcomes([input, canonical], sender) {
      const db = await connect();
      const own = new Set((await ofSender(db, sender, v.parse(Canonical, canonical))).map(({ id }) => id));
      const at = now().toISOString();
      const changed: string[] = [];
      for (const { id, ...found } of v.parse(Found, input)) {
        if (own.has(id) && (await recordOutcome(db, id, parseAnchorRecord({ at, ...found })))) changed.push(id);
      }
      if (changed.length > 0) announce('annotationsChanged', changed);
    },
  };
}

/** Whether an address that a page calls its own is of its site: another site's page is not the sender's. */
function isOwn(canonical: string, url: string): boolean {
  return URL.canParse(canonical) && URL.canParse(url) && areOneSite(new URL(canonical).hostname, new URL(url).hostname);
}
