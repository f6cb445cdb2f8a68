/** A web page can neither see the extension nor act for the person: what it forges is ignored. */
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card } from './surface';

test('a page without a match has nothing of ours in it: no node, no global, no request, no file that it could load', async ({
  extension,
}) => {
  const { address, body } = fixturePage('no-match');
  const page = await OwnPage.open(extension);
  const origin = await page.tab.evaluate(() => location.origin);
  const tab = await extension.visit(address);
  expect(await page.pageCheck(tab)).toMatchObject({ state: 'assessed', passages: 0 });
  const seen = await tab.evaluate(
    async ({ files, body }) => {
      const original = new DOMParser().parseFromString(body, 'text/html');
      const loads = await Promise.allSettled(files.map((file) => fetch(file, { mode: 'no-cors' })));
      return {
        nodes: document.querySelectorAll('*').length - original.querySelectorAll('*').length,
        attributes: document.documentElement.attributes.length - original.documentElement.attributes.length,
        globals: Object.keys(globalThis).filter((name) => /iapt|timeToTalk/i.test(name)),
        highlights: CSS.highlights.size,
        requests: performance.getEntries().filter(({ name }) => /-extension:/.test(name)).length,
        loaded: loads.filter(({ status }) => status === 'fulfilled').length,
      };
    },
    { files: ['article.js', 'marks.css', 'icon/16.png', 'popup.html'].map((file) => `${origin}/${file}`), body },
  );
  expect(seen).toEqual({ nodes: 0, attributes: 0, globals: [], highlights: 0, requests: 0, loaded: 0 });
});

test('messages and events that a page forges reach nothing: no mark goes, no card opens, no quote is saved', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  await page.deleteAllQuotes();
  const tab = await extension.visit(fixturePage('national').address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  const marks = await readMarks(tab);
  await tab.evaluate(
    (id) => {
      for (let time = 0; time < 1_000; time++) {
        postMessage({ call: 'saveQuote', args: [], type: `${id}:article:wxt:content-script-started` }, '*');
        for (const name of [`${id}:article:wxt:content-script-started`, 'checkPage', 'saveQuote'])
          document.dispatchEvent(new CustomEvent(name, { detail: { call: 'saveQuote', args: [] } }));
      }
    },
    await page.tab.evaluate(() => location.host),
  );
  expect(await readMarks(tab)).toEqual(marks);

  await tab.evaluate(() => {
    for (const paragraph of document.querySelectorAll('p')) {
      const { left, top } = paragraph.getBoundingClientRect();
      for (const type of ['pointermove', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        paragraph.dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, clientX: left + 5, clientY: top + 5 }),
        );
      paragraph.click();
    }
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'q', altKey: true, shiftKey: true, bubbles: true }));
  });
  // The person's own press is answered in the same order as the page's would have been: after it, those were too.
  expect(await page.pageCheck(tab)).toMatchObject({ state: 'assessed' });
  expect(await card(tab).isOpen()).toBe(false);
  expect(await page.listQuotes()).toEqual([]);
});
