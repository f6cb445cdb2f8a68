/** A page learns of the quotes that were saved from it and of no other's, and can write down what became of those alone. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnchorHandlers } from '../../lib/platform/anchor-handlers';
import { getAnnotations, restoreAnnotations } from '../../lib/platform/annotation-store';
import { createConnection } from '../../lib/platform/database';
import type { Sender } from '../../lib/platform/messages';
import { makeQuote } from '../make-quote';

const OWN = makeQuote({ source: { url: 'https://www.news.example/a' } });
const OTHER = makeQuote({ id: '1d9f3f0a-5c35-4d8e-9b54-2b6a3b1b7e12', source: { url: 'https://other.example/b' } });

const at = (url: string, incognito = false): Sender => ({ url, tab: { id: 7, incognito } });
const PAGE = at('https://news.example/a?utm_source=mail#top');

const connect = createConnection(Date.now);
const announce = vi.fn();
const handlers = createAnchorHandlers({ connect, now: () => new Date('2026-11-23T09:00:00Z'), announce });
const idsFor = async (sender: Sender, canonical: string | null = null) =>
  (await handlers.listOwnQuotes([canonical], sender)).map(({ id }) => id);

beforeEach(async () => {
  announce.mockClear();
  await restoreAnnotations(await connect(), [OWN, OTHER]);
});

describe('a page', () => {
  it('is told of its own quotes, with what finds them and nothing else of them', async () => {
    const { id, quote, position } = OWN;
    expect(await handlers.listOwnQuotes([null], PAGE)).toEqual([{ id, quote, position }]);
  });

  it('is told of those of the address that it calls its own, where that is on its own site', async () => {
    expect(await idsFor(at('https://amp.news.example/story/1'), OWN.source.url)).toEqual([OWN.id]);
    expect(await idsFor(at('https://amp.news.example/story/1'))).toEqual([]);
  });

  it.each(['https://other.example/b', 'https://news.example.other.example/a', 'not an address'])(
    'is told of none of another’s by calling itself %s',
    async (canonical) => {
      expect(await idsFor(PAGE, canonical)).toEqual([OWN.id]);
      expect(await idsFor(at('https://third.example/'), canonical)).toEqual([]);
    },
  );

  it('in a private window is told of none', async () => {
    expect(await idsFor(at(OWN.source.url, true))).toEqual([]);
  });
});

describe('what a page found', () => {
  const outcomeOf = async (id: string) => (await getAnnotations(await connect(), [id]))[0]?.anchors.at(-1)?.outcome;

  it('is written down of its own quotes, and is news once', async () => {
    const found = [{ id: OWN.id, outcome: 'gone' }];
    await handlers.reportOutcomes([found, null], PAGE);
    await handlers.reportOutcomes([found, null], PAGE);
    expect(await outcomeOf(OWN.id)).toBe('gone');
    expect(announce.mock.calls).toEqual([['annotationsChanged', [OWN.id]]]);
  });

  it('of another’s quote changes nothing', async () => {
    await handlers.reportOutcomes([[{ id: OTHER.id, outcome: 'gone' }], OTHER.source.url], PAGE);
    expect(await outcomeOf(OTHER.id)).toBeUndefined();
    expect(announce).not.toHaveBeenCalled();
  });
});
