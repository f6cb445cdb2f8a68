/** Running the content script in a tab: a browser that refuses at first, as Chromium does right after a press, is asked again. */
import { expect, it, vi } from 'vitest';
import { browser } from '../../lib/platform/browser';
import { runContentScript } from '../../lib/platform/tabs';

const TAB = 7;

/** A tab whose browser refuses scripts so many times; resolves to whether the content script runs in the end. */
async function runWhereRefused(times: number): Promise<boolean> {
  let refusals = times;
  let isInserted = false;
  const scripting = vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async () => {
    isInserted = true;
    return [];
  });
  const styles = vi.spyOn(browser.scripting, 'insertCSS').mockImplementation(async () => {
    if (refusals-- > 0) throw new Error('Cannot access contents of the page.');
  });
  const messages = vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => {
    if (!isInserted) throw new Error('Could not establish connection.');
    return { ok: true, value: { state: 'assessed', passages: 0 } };
  });
  try {
    return await runContentScript(TAB);
  } finally {
    for (const spy of [scripting, styles, messages]) spy.mockRestore();
  }
}

it('runs where the browser allows it at once, or at the second time of asking', async () => {
  expect(await runWhereRefused(0)).toBe(true);
  expect(await runWhereRefused(1)).toBe(true);
});

it('takes a second refusal for the answer', async () => {
  expect(await runWhereRefused(2)).toBe(false);
});
