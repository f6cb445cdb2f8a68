/** A page that Chromium makes ready behind another is nobody's page yet: it is read once it is shown. Firefox makes none ready. */
import { expect, test } from './harness';
import { livePage } from './live-pages';
import { UndrivenChromium } from './undriven-chromium';

test('a page that is prerendered is neither read, marked nor counted before it is shown, and all of that after', async () => {
  const chromium = await UndrivenChromium.launch();
  try {
    const registered = 'chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length)';
    await expect.poll(() => chromium.run(registered)).toBeGreaterThan(0);
    const url = livePage('prerender');
    const tabId = await chromium.run<number>(`chrome.tabs.create({ url: '${url}' }).then(({ id }) => id)`);
    const badge = () => chromium.run(`chrome.action.getBadgeText({ tabId: ${tabId} })`);
    const grown = () => chromium.inTab(tabId, () => localStorage.getItem('grown')).catch(() => null);
    await expect.poll(grown, 'the page behind has grown to its end').toBe('unseen');
    expect(await badge()).toBe('');
    expect(await chromium.inTab(tabId, () => CSS.highlights.size)).toBe(0);

    await chromium.inTab(tabId, () => document.querySelector('a')?.click());
    await expect.poll(badge).toBe('6');
    const found = await chromium.inTab(tabId, () => ({
      ...document.documentElement.dataset,
      marks: [...CSS.highlights.values()].map(({ size }) => size).filter(Boolean),
    }));
    expect(found).toEqual({
      began: 'unseen',
      paragraphsBefore: '6',
      marksBefore: '0',
      elementsBefore: '2',
      marks: [6],
    });
  } finally {
    await chromium.close();
  }
});
