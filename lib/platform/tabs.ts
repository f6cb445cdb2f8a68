/** What the background does in a tab: runs the content script, asks it, and shows its count on the toolbar. */
import * as v from 'valibot';
import { i18n } from '#i18n';
import { browser } from './browser';
import type { BackgroundToContent, PageCheck, Remote } from './messages';
import { remote } from './transport';

/** The id of a tab, in a message. */
export const TabId = v.pipe(v.number(), v.integer());

const BADGE_COLOUR = '#0d5c63';

/** Milliseconds until a refusal is believed: Chromium may tell of a press before it knows that the press gave us the tab. */
const SECOND_THOUGHT = 100;

/** The content script of a tab's top frame. */
export function contentScript(tabId: number): Remote<BackgroundToContent> {
  return remote<BackgroundToContent>((request) => browser.tabs.sendMessage(tabId, request, { frameId: 0 }));
}

/** Asks the content scripts of all tabs for the same. What fails is left: most tabs have none. */
export async function askAllTabs(ask: (script: Remote<BackgroundToContent>) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : ask(contentScript(id)))));
}

/**
 * Makes sure that the content script runs in a tab, under activeTab or a grant. False where the browser allows no script:
 * its own pages, stores, viewers.
 */
export async function runContentScript(tabId: number): Promise<boolean> {
  if (await isRunning(tabId)) return true;
  if (await insert(tabId)) return isRunning(tabId);
  await new Promise((resolve) => setTimeout(resolve, SECOND_THOUGHT));
  return (await insert(tabId)) && isRunning(tabId);
}

async function insert(tabId: number): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.insertCSS({ target, files: ['marks.css'] });
    await browser.scripting.executeScript({ target, files: ['article.js'] });
    return true;
  } catch {
    return false; // The browser's refusal is the answer: it has no other way to tell beforehand.
  }
}

/** Runs the content script in the open tabs of the granted sites. */
export async function runInOpenTabs(origins: string[]): Promise<void> {
  const tabs = origins.length > 0 ? await browser.tabs.query({ url: origins, discarded: false }) : [];
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : runContentScript(id))));
}

async function isRunning(tabId: number): Promise<boolean> {
  return (await lookAtTab(tabId)).state !== 'not-checked';
}

/** Checks a tab's page, running the content script there if need be. */
export async function checkTab(tabId: number): Promise<PageCheck> {
  return (await runContentScript(tabId)) ? contentScript(tabId).checkPage() : { state: 'unsupported', passages: 0 };
}

/** What the content script of a tab has found, or that none runs there. */
export async function lookAtTab(tabId: number): Promise<PageCheck> {
  try {
    return await contentScript(tabId).getPageCheck();
  } catch {
    return { state: 'not-checked', passages: 0 }; // Nobody answers: there is no content script.
  }
}

/** Shows on the toolbar how many passages of a tab matched. The browser takes it away when the tab moves on. */
export async function showCount(tabId: number, count: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
    browser.action.setTitle({
      tabId,
      title: count > 0 ? i18n.t('menu.buttonWithCount', count, { count }) : i18n.t('manifest.name'),
    }),
  ]);
}
