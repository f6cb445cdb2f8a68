/** A page can neither tell that the content script runs, nor stop it, nor act for its reader. */
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { livePage } from './live-pages';
import { expectMarks, pointOnMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, layer } from './surface';

const FIRST = 'Half of the IAPT therapists';
const SECOND = 'IAPT staff were told';

interface Watchful {
  noticed: string[];
  newGlobals(): string[];
}

test('a page that listens to everything and patches every prototype hears nothing, and changes nothing', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('watchful'));
  // Asked of the extension and not of the page, which would notice the test.
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.badge(tab)).toBe('2');
  await extension.command(tab, 'next-match');
  await expect.poll(() => page.loadedParts(tab)).toContain('timeToTalkIaptCard');
  await tab.bringToFront();
  await tab.press('Escape');
  const seen = await tab.evaluate(() => {
    const { noticed, newGlobals } = globalThis as unknown as Watchful;
    const host = document.documentElement.lastElementChild;
    return {
      noticed: [...new Set(noticed)],
      globals: newGlobals().filter((name) => !name.startsWith('__playwright')),
      host: [host?.localName, host?.attributes.length, host?.shadowRoot ?? null, host?.childNodes.length],
      resources: performance.getEntriesByType('resource').filter(({ name }) => /extension:/.test(name)).length,
      styles: document.styleSheets.length + document.adoptedStyleSheets.length,
      runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    };
  });
  expect(seen).toEqual({
    noticed: [],
    globals: [],
    host: ['div', 0, null, 0],
    resources: 0,
    styles: 0,
    runtime: 'undefined',
  });
});

test('a granted page that doesn’t match has nothing of ours in it but the content script itself', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  for (const slug of ['no-match', 'sport']) {
    const tab = await extension.visit(fixturePage(slug).address);
    await expect.poll(() => page.pageCheck(tab)).toEqual({ state: 'assessed', passages: 0 });
    const parts = await page.loadedParts(tab);
    expect(parts).not.toContain('timeToTalkIaptMarks');
    expect(parts).not.toContain('timeToTalkIaptCard');
    if (slug === 'no-match') expect(parts).toEqual(['timeToTalkIapt']);
    const seen = await tab.evaluate(() => ({
      children: document.documentElement.children.length,
      highlights: CSS.highlights.size,
    }));
    expect(seen).toEqual({ children: 2, highlights: 0 });
  }
});

test('forged events of frameworks, of messages and of the page’s life stop nothing', async ({ extension }) => {
  const tab = await extension.visit(livePage('watchful'));
  await expectMarks(tab, FIRST, SECOND);
  const page = await OwnPage.open(extension);
  const id = await page.tab.evaluate(() => location.host);
  await tab.bringToFront();
  await tab.evaluate((extensionId) => {
    for (const name of ['article', 'content', 'matcher', 'marks']) {
      for (const event of ['content-script-started', 'content-script-invalidated']) {
        const type = `${extensionId}:${name}:wxt:${event}`;
        for (const target of [document, window]) {
          target.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: name, messageId: 'x' } }));
        }
        postMessage({ type: `wxt:${event}`, contentScriptName: name, messageId: 'x' }, '*');
        postMessage({ type, call: 'toggleMarks', args: [] }, '*');
      }
    }
    for (const event of ['pagehide', 'unload', 'beforeunload', 'visibilitychange', 'freeze']) {
      window.dispatchEvent(new Event(event));
      document.dispatchEvent(new Event(event));
    }
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }, id);
  await expectMarks(tab, FIRST, SECOND);
  await tab.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Several IAPT therapists said that their service was badly managed.';
    document.querySelector('article')?.append(paragraph);
  });
  await expectMarks(tab, FIRST, SECOND, 'Several IAPT therapists');
});

test('a page’s own clicks, keys and pointer open no card, show no control and press no button', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('watchful'));
  await expectMarks(tab, FIRST, SECOND);
  await layer(tab).control(/IAPT staff were told/);
  const point = await pointOnMark(tab, SECOND);
  await tab.evaluate(({ x, y }) => {
    const target = document.elementFromPoint(x, y) ?? document.body;
    const at = { bubbles: true, composed: true, clientX: x, clientY: y };
    for (const type of ['pointermove', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, at));
    for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, at));
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    const host = document.documentElement.lastElementChild as HTMLElement;
    host.click();
    host.focus();
  }, point);
  // Had the page's click been taken, the command would go on from there.
  await extension.command(tab, 'next-match');
  await card(tab).shows((await readMarks(tab))[0]?.text ?? 'a passage');
});

test('a page that throws our element out and clears the marks has it back a few times, and then its way', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('watchful'));
  await expectMarks(tab, FIRST, SECOND);
  await layer(tab).control(/Half of the IAPT/);
  await tab.evaluate(() => {
    CSS.highlights.clear();
    document.documentElement.lastElementChild?.remove();
  });
  await extension.command(tab, 'next-match');
  await card(tab).shows('71%');
  await tab.press('Escape');
  await tab.click({ x: 5, y: 5 });
  await expectMarks(tab, FIRST, SECOND);
  await tab.evaluate(() => {
    new MutationObserver(() => {
      for (const child of document.documentElement.querySelectorAll(':scope > div')) child.remove();
    }).observe(document.documentElement, { childList: true });
    document.documentElement.lastElementChild?.remove();
  });
  for (let presses = 0; presses < 5; presses += 1) await extension.command(tab, 'check-page');
  await expectMarks(tab, FIRST, SECOND);
  expect(tab.messages()).toEqual([]);
});
