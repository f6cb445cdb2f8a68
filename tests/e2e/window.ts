/** The size of a tab's window, which says what a page looks like under zoom. */
import { ChromiumTab } from './chromium-tab';
import type { Tab } from './extension';
import type { FirefoxTab } from './firefox-tab';

/** In CSS pixels. 320 wide is a window of 1280 at 400% zoom: https://www.w3.org/TR/WCAG22/#reflow */
export async function resize(tab: Tab, width: number, height = 800): Promise<void> {
  if (tab instanceof ChromiumTab) await tab.page.setViewportSize({ width, height });
  else await (tab as FirefoxTab).resize(width, height);
}
