/** A fault that Chromium alone lets a test make: the worker ends as the feed arrives. */
import { generateKeys } from '../../lib/platform/feed-signature';
import { nextDocument } from '../next-edition';
import { FEED_ADDRESS, FEED_HOST, FeedHost } from './feed-host';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';

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
