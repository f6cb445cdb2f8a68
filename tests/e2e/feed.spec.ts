/** The feed, the whole way: invented responses, a signed edition, the extension that shows it; and every attack on that way. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FeedDocument } from '../../lib/domain/feed-format';
import type { FeedStatus } from '../../lib/domain/feed-status';
import { generateKeys, sign } from '../../lib/platform/feed-signature';
import { makeDraft } from '../make-draft';
import { nextDocument } from '../next-edition';
import type { Extension, Variant } from './extension';
import { FEED_ADDRESS, FEED_HOST, FeedHost, JSON_HEADERS, keyHashAt, type Reply } from './feed-host';
import { fixturePage, fixturePages } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, layer, Surface } from './surface';

/** Another host, which answers as the feed's does. */
const OTHER_HOST = 'elsewhere.example';

const ROOT = join(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'scripts/feed/example');

/** Runs with a browser for which the feed's host is on this machine, at a port that a test may change. */
async function withHost(
  variant: Variant,
  run: (extension: Extension, host: FeedHost, hosts: Record<string, number>) => Promise<void>,
  trusted: string[] = [],
) {
  const host = await FeedHost.start();
  const hosts = { [FEED_HOST]: host.port, [OTHER_HOST]: host.port };
  try {
    await withOwnBrowser({ variant, hosts, trusted: [host.keyHash, ...trusted] }, (extension) =>
      run(extension, host, hosts),
    );
  } finally {
    host.close();
  }
}

/** Gives the extension the feed's address and key, as a person does. */
async function useFeed(settings: Surface, key: string): Promise<void> {
  await settings.click('Use another address and key');
  await settings.fill('Address of the feed', FEED_ADDRESS);
  await settings.fill('Public key', key);
  await settings.click('I have this key from the survey’s owner');
  await settings.click('Use this address and key');
}

const openSettings = async (extension: Extension) => new Surface(await extension.openPage('options.html'));
const status = (page: OwnPage) => page.ask<FeedStatus>('getFeedStatus');

test('invented responses go the whole way: import, check, sign, serve, and popup, card and history show them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
  const feed = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', ['--prefix', ROOT, 'run', 'feed', '--', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  feed('import', `${EXAMPLE}/responses.csv`, '--mapping', `${EXAMPLE}/mapping.json`, '--out', 'feed.json');
  feed('check', 'feed.json');
  feed('keygen', 'key.pem');
  feed('sign', 'feed.json', '--key', 'key.pem');
  feed('publish-dir', 'feed.json', 'public', '--key', 'key.pub.pem');
  const server = spawn(process.execPath, [join(ROOT, 'scripts/feed.mjs'), 'serve', join(folder, 'public'), '--port=0']);
  const log: string[] = [];
  const port = await new Promise<number>((resolve) => {
    server.stdout.on('data', (data) => {
      log.push(String(data));
      resolve(Number(/localhost:(\d+)/.exec(String(data))?.[1]));
    });
  });
  const key = readFileSync(join(folder, 'key.pub.pem'), 'utf8').replace(/-----[^-]+-----|\n/g, '');

  try {
    const showEdition = async (extension: Extension, _: FeedHost, hosts: Record<string, number>) => {
      hosts[FEED_HOST] = port;
      const article = await extension.visit(fixturePage('national').address);
      await expect.poll(async () => (await readMarks(article)).length).toBeGreaterThan(0);

      const settings = await openSettings(extension);
      await settings.shows('Edition 2, as of 23 November 2026.');
      await settings.shows('Everything works from the edition that came with the extension.');
      await useFeed(settings, key);
      await settings.shows('Edition 3 is shown now.');
      await settings.shows('Edition 3, as of 5 March 2099.');
      await settings.shows(`${FEED_ADDRESS} (received,`);

      const popup = new Surface(await extension.openPage('popup.html'));
      await popup.shows('44% said Yes: “Have you ever been asked to manipulate performance data?”');
      await popup.shows('Edition 3: what changed');
      await popup.shows('41% of 550 (November 2019, preliminary) → 44% of 236 (March 2099, invented).');
      await popup.shows('The form no longer takes answers.');
      await popup.shows('Copy results link');
      await popup.shows(
        'Of 239 current and past IAPT workers who chose to answer, in two invented weeks of February 2099.',
      );
      await popup.click('All editions');
      await popup.shows('41% of 550, November 2019, preliminary');
      await popup.shows('44% of 236, March 2099, invented (shown)');
      await popup.click('Got it');
      await expect.poll(() => popup.text()).not.toContain('what changed');

      await article.bringToFront();
      await clickMark(article, 'Three former IAPT');
      await card(article).shows('44% said Yes');
      await card(article).shows('in two invented weeks of February 2099');
      await card(article).click('All editions');
      await card(article).shows('41% of 550, November 2019, preliminary');

      await settings.tab.bringToFront();
      await settings.click('Check now');
      await settings.shows('Edition 3 is the newest.');
      expect(
        log
          .join('')
          .match(/GET \S+ \d+/g)
          ?.slice(0, 2),
      ).toEqual(['GET /feed.json 200', 'GET /feed.sig.json 200']);
      // Then the document alone, and of that only whether it changed.
      expect(
        log
          .join('')
          .match(/GET \S+ \d+/g)
          ?.slice(2),
      ).toEqual(['GET /feed.json 304']);

      const title = await extension.chooseMenuItem(article, 'copy-survey-link', { x: 300, y: 300 });
      // Chromium's own menu is out of reach.
      if (title !== null) expect(title).toBe('Copy the link to the results of the IAPT survey');
      await layer(article).shows('https://survivingwork.org/5241-2/');
    };
    await withHost('granted', showEdition, [await keyHashAt(port)]);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
});

/** A good edition 3 and attacks on it; each leaves it standing and says why. */
test('every attack on the feed leaves the good edition standing, and says why', async () => {
  test.setTimeout(240_000);
  const [{ publicKey, privateKey }, other] = await Promise.all([generateKeys(), generateKeys()]);
  const next = Buffer.from(JSON.stringify(edition4()));
  const good = await sign(Uint8Array.from(next), privateKey);

  await withHost('production', async (extension, host) => {
    const page = await OwnPage.open(extension, 'library.html');
    const settings = await openSettings(extension);
    await host.publish(nextDocument(), privateKey);
    await useFeed(settings, publicKey);
    await settings.shows('Edition 3 is shown now.');

    const serving =
      (document: Uint8Array, signature: string): Reply =>
      (response, { url }) => {
        response.writeHead(200, JSON_HEADERS).end(url === '/feed.json' ? document : signature);
      };
    let sentOfBomb = 0;
    const signedText = async (text: string, key = privateKey) => {
      const bytes = Uint8Array.from(Buffer.from(text));
      return serving(bytes, await sign(bytes, key));
    };
    const signedBy = (document: unknown, key?: string) => signedText(JSON.stringify(document), key);
    const attacks: [name: string, reply: Reply, reason: string][] = [
      [
        '30: one byte changed',
        serving(Buffer.from(String(next).replace('44', '94')), good),
        'Its signature is not by the key',
      ],
      [
        '31: an older edition, validly signed',
        await signedBy(nextDocument(makeOld)),
        'It is edition 2, which is older',
      ],
      ['32: another key', await signedBy(edition4(), other.privateKey), 'Its signature is not by the key'],
      ['32: an empty signature', serving(next, '{"signature":""}'), 'The signature file was refused'],
      ['32: another algorithm', serving(next, good.replace('}', ',"alg":"none"}')), 'The signature file was refused'],
      ['33: two under one signature', serving(Buffer.concat([next, next]), good), 'Its signature is not by the key'],
      [
        '33: cut off',
        (response) => {
          response.writeHead(200, { ...JSON_HEADERS, 'content-length': next.length });
          response.write(next.subarray(0, 1_000), () => response.destroy());
        },
        'could not be reached',
      ],
      [
        '34: without end',
        (response) => {
          response.writeHead(200, { ...JSON_HEADERS, 'content-length': 5e8 });
          const chunk = Buffer.alloc(64_000, ' ');
          const pour = () => {
            while (!response.destroyed && response.write(chunk));
          };
          response.on('drain', pour);
          pour();
        },
        'longer than 2000 kB',
      ],
      [
        '34: a bomb',
        (response) => {
          response.writeHead(200, { ...JSON_HEADERS, 'content-encoding': 'gzip' });
          const bomb = createGzip();
          bomb.on('data', (bytes: Buffer) => {
            sentOfBomb += bytes.length;
          });
          response.on('close', () => bomb.destroy());
          pipeline(spaces(), bomb, response, () => undefined);
        },
        'longer than 2000 kB',
      ],
      [
        '35: one byte a second',
        (response) => {
          response.writeHead(200, JSON_HEADERS);
          const drip = setInterval(() => response.write(' '), 1_000);
          response.on('close', () => clearInterval(drip));
        },
        'did not come within 15 seconds',
      ],
      [
        '36: a portal',
        (response) =>
          response
            .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
            .end('<form>Log in'),
        'not JSON (text/html)',
      ],
      [
        '36: a move to another host',
        (response, { headers, url }) =>
          headers.host === OTHER_HOST
            ? response.writeHead(200, JSON_HEADERS).end(url === '/feed.json' ? next : good)
            : response.writeHead(301, { ...JSON_HEADERS, location: `https://${OTHER_HOST}${url}` }).end(),
        'sends us on to another address',
      ],
      [
        '36: a move on the same host',
        (response, { url }) =>
          url === '/moved.json'
            ? response.writeHead(200, JSON_HEADERS).end(next)
            : response.writeHead(302, { ...JSON_HEADERS, location: '/moved.json' }).end(),
        'sends us on to another address',
      ],
      ...[404, 429, 503].map((code): [string, Reply, string] => [
        `36: ${code}`,
        (response) => response.writeHead(code, JSON_HEADERS).end('{}'),
        `error ${code}`,
      ]),
      ['36: empty', (response) => response.writeHead(200, JSON_HEADERS).end(), 'an empty answer'],
      ['37: levels', await signedText(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'The feed was refused'],
      [
        '37: prototypes',
        await signedText(`{"__proto__":{"polluted":1},${String(next).slice(1)}`),
        'The feed was refused',
      ],
      ['38: a script for a link', await signedBy(withLink('javascript:alert(1)')), 'survey.link: is not an https link'],
      ['38: a look-alike host', await signedBy(withLink('https://www.surveymоnkey.co.uk/')), 'is not an https link'],
      ['39: a rule to run', await signedBy({ ...edition4(), rules: ['(a+)+$'] }), 'The feed was refused'],
    ];
    for (const [name, reply, reason] of attacks) {
      await test.step(name, async () => {
        host.reply = reply;
        await settings.click('Check now');
        await expect.poll(async () => (await status(page)).failure, { timeout: 20_000 }).toContain(reason);
        await settings.shows('Edition 3 stays.');
        expect((await page.ask<{ edition: number }>('getFeed')).edition).toBe(3);
        const popup = new Surface(await extension.openPage('popup.html'));
        await popup.shows('43% said Yes');
        await popup.shows('found nothing that can be shown');
        await popup.tab.close();
        await settings.tab.bringToFront();
        await host.publish(nextDocument(), privateKey);
        await settings.click('Check now');
        await settings.shows('Edition 3 is the newest.');
      });
    }
    // Of 100 GB, which pack to 100 MB, no more was taken than what lies in sockets and pipes on the way.
    expect(sentOfBomb).toBeGreaterThan(0);
    expect(sentOfBomb).toBeLessThan(20_000_000);
    const log = await page.ask<{ url: string; outcome: string }[]>('listRequests');
    expect(log).toHaveLength(10);
    expect(new Set(log.map(({ url }) => new URL(url).host))).toEqual(new Set([FEED_HOST]));
    expect([...new Set(host.asked.map(({ path }) => path))].sort()).toEqual(['/feed.json', '/feed.sig.json']);
    for (const { headers } of host.asked) {
      expect(headers.host).toBe(FEED_HOST);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }

    await test.step('markup in a validly signed edition is shown as text', async () => {
      await host.publish(
        edition4((document) => {
          Object.assign(document.statistics[1] ?? {}, { question: '<img src=x onerror=alert(1)>' });
        }),
        privateKey,
      );
      await settings.click('Check now');
      await settings.shows('Edition 4 is shown now.');
      const popup = new Surface(await extension.openPage('popup.html'));
      await popup.shows('<img src=x onerror=alert(1)>');
      expect(await popup.tab.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    });
  });
});

test('40: a figure that is withdrawn is struck from marks, popup, shares and quotes at once', async () => {
  const { publicKey, privateKey } = await generateKeys();
  await withHost('granted', async (extension, host) => {
    const page = fixturePages.find(({ marked }) => marked.some(({ statistic }) => statistic === 'burnout'));
    if (!page) throw new Error('No fixture bears on burnout');
    const article = await extension.visit(page.address);
    const burnout = page.marked.filter(({ statistic }) => statistic === 'burnout').length;
    const marks = async () => (await readMarks(article)).length;
    await expect.poll(marks).toBeGreaterThanOrEqual(burnout);
    const before = await marks();
    const library = await OwnPage.open(extension, 'library.html');
    const quote = page.marked.find(({ statistic }) => statistic === 'burnout')?.sentence ?? '';
    await library.replyToContent(article, 'saveQuote', makeDraft(quote, page.address, { statistics: ['burnout'] }));
    await new Surface(library.tab).shows(quote.slice(0, 40));

    const settings = await openSettings(extension);
    await host.publish(
      nextDocument((document) => {
        document.withdrawals.push({ statistic: 'burnout', date: '2027-03-05', reason: 'Answers were counted twice.' });
      }),
      privateKey,
    );
    await useFeed(settings, publicKey);
    await settings.shows('Edition 3 is shown now.');

    await article.bringToFront();
    await expect.poll(marks).toBeLessThan(before);
    const popup = new Surface(await extension.openPage('popup.html'));
    await popup.shows('was withdrawn on 5 March 2027: Answers were counted twice.');
    expect(await popup.text()).not.toContain('71%');
    await popup.click('Share…');
    await popup.click('Copy the text');
    await popup.shows('Text copied');
    expect(await extension.readClipboard()).not.toContain('burnout');
    await new Surface(library.tab).shows('was withdrawn on 5 March 2027: Answers were counted twice.');
    // The popup's first frame, too, from then on.
    const again = await extension.openPage('popup.html');
    expect(await new Surface(again).text()).not.toContain('71%');
  });
});

test('41: a host that was never reached leaves the embedded edition, with its date and the reason', async () => {
  const { publicKey } = await generateKeys();
  await withHost('production', async (extension, host) => {
    host.reply = (response) => response.destroy();
    const settings = await openSettings(extension);
    await useFeed(settings, publicKey);
    await settings.shows('It could not be reached, or its host does not let the extension read it. Edition 2 stays.');
    const popup = new Surface(await extension.openPage('popup.html'));
    await popup.shows('41% said Yes');
    await popup.shows('Edition 2, as of 23 November 2026.');
    await settings.tab.bringToFront();
    await settings.click('Stop looking');
    await settings.shows('No newer edition is looked for');
  });
});

test('after everything was deleted the embedded edition is shown at once, and nobody is asked any more', async () => {
  const { publicKey, privateKey } = await generateKeys();
  await withHost('production', async (extension, host) => {
    await host.publish(nextDocument(), privateKey);
    const settings = await openSettings(extension);
    await useFeed(settings, publicKey);
    await settings.shows('Edition 3 is shown now.');
    const page = await OwnPage.open(extension, 'library.html');
    await page.ask('deleteEverything');
    expect((await page.ask<{ edition: number }>('getFeed')).edition).toBe(2);
    expect(await status(page)).toMatchObject({ edition: 2, isEmbedded: true, place: null, failure: null, news: null });
    await settings.shows('No newer edition is looked for. Everything works from the edition that came');
    const popup = new Surface(await extension.openPage('popup.html'));
    await popup.shows('41% said Yes');
  });
});

/** An edition that would be taken, were it not for the attack. */
function edition4(edit: (document: FeedDocument) => void = () => undefined): FeedDocument {
  return nextDocument((document) => {
    document.edition = 4;
    edit(document);
  });
}

function withLink(link: string): FeedDocument {
  return edition4((document) => {
    document.survey.link = link;
  });
}

/** 100 GB, made as they are asked for. */
function spaces(): Readable {
  const chunk = Buffer.alloc(1_000_000, ' ');
  return Readable.from(
    (function* () {
      for (let n = 0; n < 100_000; n++) yield chunk;
    })(),
  );
}

function makeOld(document: FeedDocument): void {
  document.edition = 2;
  document.headlineEdition = 2;
  document.editions.pop();
  document.statistics[0]?.values.pop();
}
