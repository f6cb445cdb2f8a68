/** A check for a newer edition shows what is verified, newer and whole, and otherwise changes nothing but says why. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FeedDocument } from '../../lib/domain/feed-format';
import { createConnection } from '../../lib/platform/database';
import { createFeedHandlers } from '../../lib/platform/feed-handlers';
import { generateKeys, sign } from '../../lib/platform/feed-signature';
import { loadFeedState, saveFeedState } from '../../lib/platform/feed-state';
import { listRequests } from '../../lib/platform/request-log';
import { copyDocument, nextDocument } from '../next-edition';

const HOUR = 3_600_000;
const NOW = Date.parse('2027-03-06T09:00:00Z');
const OURS = {};

const keys = await generateKeys();
const otherKeys = await generateKeys();

type Reply = (response: ServerResponse, path: string) => void;

let server: Server;
let address: string;
let reply: Reply;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    reply(response, request.url ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The parser of addresses takes https alone, as the extension's policy does; e2e tests go that way.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.json`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const encode = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' };

/** Publishes a document as its owner does. */
async function publish(document: unknown, privateKey = keys.privateKey): Promise<Reply> {
  const bytes = encode(document);
  const signature = await sign(bytes, privateKey);
  return (response, path) => {
    response.writeHead(200, JSON_HEADERS).end(path === '/feed.json' ? bytes : signature);
  };
}

async function start() {
  await saveFeedState({ choice: { address, key: keys.publicKey } });
  const announced: string[] = [];
  const connect = createConnection(Date.now);
  const handlers = createFeedHandlers({
    connect,
    now: () => new Date(NOW),
    chance: () => 0.5,
    announce: (event) => void announced.push(event),
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(() => Promise.resolve([]));
  return { handlers, connect, announced };
}

describe('a newer edition', () => {
  it('is shown and kept, with what it changed, until that was read', async () => {
    reply = await publish(nextDocument());
    const { handlers, connect, announced } = await start();
    const status = await handlers.checkFeed([], OURS);
    expect(status).toMatchObject({ edition: 3, published: '2027-03-05', isEmbedded: false, failure: null });
    expect(status.news?.changes[0]).toMatch(/41% of 550 .* → 43% of 790/);
    expect(announced).toContain('feedChanged');
    expect((await handlers.getFeed([], OURS)).edition).toBe(3);
    // The next background finds it, too.
    const later = createFeedHandlers({ connect, now: () => new Date(NOW), chance: () => 0, announce: () => undefined });
    expect((await later.getFeed([], OURS)).edition).toBe(3);
    expect((await later.readNews([], OURS)).news).toBeNull();
  });

  it('is asked for once a day: the same bytes are not verified again, and the log says what was asked', async () => {
    reply = await publish(nextDocument());
    const { handlers, connect } = await start();
    await handlers.checkFeed([], OURS);
    const { dueAt, news } = await handlers.checkFeed([], OURS);
    expect(asked).toEqual(['/feed.json', '/feed.sig.json', '/feed.json']);
    expect(Date.parse(dueAt ?? '') - NOW).toBeGreaterThanOrEqual(24 * HOUR);
    expect(news?.edition).toBe(3);
    const log = await listRequests(await connect());
    expect(log.map(({ url }) => url)).toEqual([address, address.replace('feed.json', 'feed.sig.json'), address]);
    for (const { outcome } of log) expect(outcome).toMatch(/^received, \d+ kB$/);
  });

  it('is shown from memory where nothing can be kept, and asked for again by the next background', async () => {
    reply = await publish(nextDocument());
    await start();
    const connect = () => Promise.reject(new Error('no storage'));
    const make = () =>
      createFeedHandlers({ connect, now: () => new Date(NOW), chance: () => 0, announce: () => undefined });
    const first = make();
    expect((await first.checkFeed([], OURS)).edition).toBe(3);
    expect((await first.getFeed([], OURS)).edition).toBe(3);
    const second = make();
    expect((await second.getFeed([], OURS)).edition).toBe(2);
    expect((await second.checkFeed([], OURS)).edition).toBe(3);
  });
});

describe('nothing else changes what is shown', () => {
  const next = encode(nextDocument());

  it.each<[string, () => Reply | Promise<Reply>, RegExp]>([
    [
      '30: one byte changed',
      async () => {
        const good = await sign(next, keys.privateKey);
        const changed = Uint8Array.from(next);
        changed[changed.indexOf(52)] = 53;
        return (response, path) => response.writeHead(200, JSON_HEADERS).end(path === '/feed.json' ? changed : good);
      },
      /signature is not by the key/,
    ],
    ['31: an older edition, validly signed', () => publish(older()), /edition 1, which is older than edition 2/],
    ['32: another key', () => publish(nextDocument(), otherKeys.privateKey), /signature is not by the key/],
    ['32: an empty signature', () => signedWith('{"signature":""}'), /signature file was refused/],
    [
      '32: a file that names its own algorithm',
      async () => {
        const { signature } = JSON.parse(await sign(next, keys.privateKey));
        return signedWith(JSON.stringify({ signature, alg: 'none' }));
      },
      /signature file was refused/,
    ],
    [
      '33: two documents under one signature',
      async () => {
        const good = await sign(next, keys.privateKey);
        return (response, path) =>
          response.writeHead(200, JSON_HEADERS).end(path === '/feed.json' ? Buffer.concat([next, next]) : good);
      },
      /signature is not by the key/,
    ],
    [
      '33: cut off half-way',
      () => (response) => {
        response.writeHead(200, { ...JSON_HEADERS, 'content-length': next.length });
        response.write(next.subarray(0, 1_000), () => response.destroy());
      },
      /could not be reached/,
    ],
    [
      '34: a body without end',
      () => (response) => {
        response.writeHead(200, { ...JSON_HEADERS, 'content-length': 10 ** 9 });
        const chunk = Buffer.alloc(64_000, ' ');
        const pour = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', pour);
        pour();
      },
      /longer than 2000 kB/,
    ],
    [
      '34: a small file that unpacks to a large one',
      () => (response) => {
        response
          .writeHead(200, { ...JSON_HEADERS, 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(50_000_000, ' ')));
      },
      /longer than 2000 kB/,
    ],
    [
      '36: a portal’s page',
      () => (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in'),
      /not JSON \(text\/html\)/,
    ],
    [
      '36: a move to another host',
      () => (response) => response.writeHead(301, { location: address.replace('127.0.0.1', 'localhost') }).end(),
      /sends us on to another address/,
    ],
    [
      '36: a move on the same host, to where the feed is',
      async () => {
        const feed = await publish(nextDocument());
        return (response, path) =>
          path === '/feed.json' ? response.writeHead(301, { location: '/moved.json' }).end() : feed(response, path);
      },
      /sends us on to another address/,
    ],
    ...[404, 429, 500, 503].map((status): [string, () => Reply, RegExp] => [
      `36: ${status}`,
      () => (response) => response.writeHead(status, JSON_HEADERS).end('{}'),
      new RegExp(`error ${status}`),
    ]),
    ['36: an empty answer', () => (response) => response.writeHead(200, JSON_HEADERS).end(), /empty answer/],
    ['37: what is no feed, validly signed', () => publish({ ...nextDocument(), statistics: [] }), /statistics/],
    [
      '38: a link that is a script, validly signed',
      () =>
        publish(
          nextDocument((document) => {
            document.survey.link = 'javascript:alert(1)';
          }),
        ),
      /survey\.link/,
    ],
    ['41: no host at all', () => (response) => response.destroy(), /could not be reached/],
  ])('%s', async (_, attack, reason) => {
    const { handlers, connect, announced } = await start();
    const before = await handlers.getFeed([], OURS);
    reply = await attack();
    const status = await handlers.checkFeed([], OURS);
    expect(status.failure).toMatch(reason);
    expect(status).toMatchObject({ edition: 2, news: null, checkedAt: new Date(NOW).toISOString() });
    expect(await handlers.getFeed([], OURS)).toEqual(before);
    expect(await (await connect()).get('feed', 'current')).toBeUndefined();
    expect(announced).not.toContain('feedChanged');
    expect(Date.parse(status.dueAt ?? '') - NOW).toBe(9 * HOUR);
    // What failed is no answer: the good edition is taken as soon as it is there.
    reply = await publish(nextDocument());
    expect(await handlers.checkFeed([], OURS)).toMatchObject({ edition: 3, failure: null });
  });

  it('31: an edition that was shown once is not replaced by an older one, though its database was lost', async () => {
    await saveFeedState({ highest: 4 });
    const { handlers } = await start();
    reply = await publish(nextDocument());
    expect((await handlers.checkFeed([], OURS)).failure).toMatch(/edition 3, which is older than edition 4/);
  });

  it('a failed check keeps a good edition that was there, and a second failure waits longer', async () => {
    reply = await publish(nextDocument());
    const { handlers } = await start();
    await handlers.checkFeed([], OURS);
    reply = (response) => response.writeHead(503).end();
    expect((await handlers.checkFeed([], OURS)).edition).toBe(3);
    const { dueAt } = await handlers.checkFeed([], OURS);
    expect(Date.parse(dueAt ?? '') - NOW).toBe(18 * HOUR);
  });

  function older(): FeedDocument {
    const document = copyDocument();
    document.edition = 1;
    document.editions = document.editions.filter(({ number }) => number === 1);
    for (const statistic of document.statistics) {
      statistic.values = statistic.values.filter(({ edition }) => edition === 1);
    }
    return document;
  }

  function signedWith(signature: string): Reply {
    return (response, path) => {
      response.writeHead(200, JSON_HEADERS).end(path === '/feed.json' ? next : signature);
    };
  }
});

describe('the place of the feed', () => {
  it('is none where nothing was set: nothing is asked, and the embedded edition gives its date', async () => {
    const { handlers } = await start();
    await handlers.changeFeedPlace(['none'], OURS);
    const status = await handlers.checkFeed([], OURS);
    expect(status).toMatchObject({
      place: null,
      edition: 2,
      published: '2026-11-23',
      isEmbedded: true,
      checkedAt: null,
    });
    expect(asked).toEqual([]);
  });

  it('that changes takes the editions of the one before with it', async () => {
    reply = await publish(nextDocument());
    const { handlers } = await start();
    await handlers.checkFeed([], OURS);
    const place = { address: 'https://other.example/feed.json', key: otherKeys.publicKey };
    expect(await handlers.changeFeedPlace([place], OURS)).toMatchObject({
      edition: 2,
      isChosen: true,
      news: null,
      place: { address: place.address, keyName: expect.stringMatching(/^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/) },
    });
  });

  it('that changes while the one before is being asked ends that check, of which nothing is shown or remembered', async () => {
    const arrived = Promise.withResolvers<void>();
    const held: ServerResponse[] = [];
    reply = (response) => {
      held.push(response);
      arrived.resolve();
    };
    const { handlers, connect, announced } = await start();
    const asking = handlers.checkFeed([], OURS);
    await arrived.promise;
    const changing = handlers.changeFeedPlace(['none'], OURS);
    reply = await publish(nextDocument());
    for (const response of held) reply(response, '/feed.json');
    await changing;
    await asking;
    expect(await handlers.getFeedStatus([], OURS)).toMatchObject({
      edition: 2,
      failure: null,
      checkedAt: null,
      news: null,
    });
    expect(await loadFeedState()).toMatchObject({ choice: 'none', highest: 0, digest: null });
    expect(await (await connect()).get('feed', 'current')).toBeUndefined();
    expect((await listRequests(await connect()))[0]?.outcome).toMatch(/no longer waited for/);
    expect(announced).toContain('feedChanged');
  });

  it('is asked anew once it has changed, though the one before had not answered yet', async () => {
    const arrived = Promise.withResolvers<void>();
    reply = () => arrived.resolve();
    const { handlers } = await start();
    const asking = handlers.checkFeed([], OURS);
    await arrived.promise;
    await handlers.changeFeedPlace(['built-in'], OURS);
    await saveFeedState({ choice: { address, key: keys.publicKey } });
    reply = await publish(nextDocument());
    expect(await handlers.checkFeed([], OURS)).toMatchObject({ edition: 3, failure: null });
    await asking;
  });

  it.each([
    [{ address: 'http://results.example/feed.json', key: keys.publicKey }, /begins with https/],
    [{ address: 'https://results.example/', key: keys.publicKey }, /is not the address of a feed/],
    [{ address: 'https://a@results.example/feed.json', key: keys.publicKey }, /is not the address of a feed/],
    [{ address: 'https://results.example/feed.json', key: '' }, /Give the publisher’s public key/],
    [{ address: 'https://results.example/feed.json', key: keys.privateKey }, /not the public key/],
    [
      { address: 'https://results.example/feed.json', key: '-----BEGIN PRIVATE KEY-----\nx' },
      /must never leave its owner/,
    ],
  ])('that can be none is refused with the reason, and the one before stays: %o', async (place, reason) => {
    const { handlers } = await start();
    await expect(handlers.changeFeedPlace([place], OURS)).rejects.toThrow(reason);
    expect((await handlers.getFeedStatus([], OURS)).place?.address).toBe(address);
  });
});
