/** Faults of the feed that Chromium alone lets a test make or measure: the worker ends as it arrives, or is sent too much. */
import type { FeedStatus } from '../../lib/domain/feed-status';
import { generateKeys } from '../../lib/platform/feed-signature';
import { nextDocument } from '../next-edition';
import type { ChromiumExtension } from './chromium';
import { FEED_ADDRESS, FEED_HOST, FeedHost, JSON_HEADERS } from './feed-host';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';
import { watchWorkerMemory } from './worker-memory';

test('a worker that is ended as the feed arrives leaves the edition in use, and the next check takes the new one whole', async () => {
  const { publicKey, privateKey } = await generateKeys();
  const host = await FeedHost.start();
  try {
    await withOwnBrowser({ variant: 'production', hosts: { [FEED_HOST]: host.port } }, async (extension) => {
      const page = await OwnPage.open(extension);
      const edition = async () => (await page.ask<{ edition: number }>('getFeed')).edition;
      await page.ask('changeFeedPlace', { address: FEED_ADDRESS, key: publicKey });
      await host.publish(nextDocument(), privateKey);
      const serve = host.reply;
      let ended: Promise<void> | undefined;
      host.reply = (response, request) => {
        if (request.url === '/feed.json') return serve(response, request);
        // The signature is all that is missing: with its last byte the worker ends.
        ended = extension.stopBackground();
        serve(response, request);
      };
      await page.reply('checkFeed').catch(() => undefined);
      await ended;
      expect(ended).toBeDefined();
      // Which of the two depends on the moment, but it is one of them, whole.
      expect([2, 3]).toContain(await edition());

      host.reply = serve;
      await page.ask('checkFeed');
      expect(await edition()).toBe(3);
    });
  } finally {
    host.close();
  }
});

test('34: of a feed without end the worker never holds more than a feed may be long, and then nothing', async () => {
  const { publicKey } = await generateKeys();
  const host = await FeedHost.start();
  const more = Promise.withResolvers<void>();
  host.reply = async (response) => {
    response.writeHead(200, JSON_HEADERS).write(Buffer.alloc(1_900_000, ' '));
    await more.promise;
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64_000, ' ')));
    };
    response.on('drain', pour);
    pour();
  };
  try {
    await withOwnBrowser({ variant: 'production', hosts: { [FEED_HOST]: host.port } }, async (extension) => {
      const page = await OwnPage.open(extension);
      const memory = await watchWorkerMemory(extension as ChromiumExtension);
      const before = await memory();
      await page.ask('changeFeedPlace', { address: FEED_ADDRESS, key: publicKey });
      const asking = page.ask<FeedStatus>('checkFeed');
      // Nearly all of a feed's room is there, in the worker.
      await expect.poll(async () => (await memory()).buffers).toBeGreaterThan(before.buffers + 1_500_000);
      expect((await memory()).all).toBeLessThan(before.all + 20_000_000);
      more.resolve();
      expect((await asking).failure).toContain('longer than 2000 kB');
      await expect.poll(async () => (await memory()).all).toBeLessThan(before.all + 1_000_000);
    });
  } finally {
    host.close();
  }
});
