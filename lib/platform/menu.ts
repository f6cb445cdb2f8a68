/** The context menu and the keyboard commands: what a person asks of the page they are on. */
import type { Menus, Tabs } from 'webextension-polyfill';
import { i18n } from '#i18n';
import type { AnnotationDraft } from '../domain/annotation';
import { reasonOf } from '../domain/error-reason';
import type { Survey } from '../domain/feed';
import { browser } from './browser';
import { openPanel, openPanelTab } from './panel';
import { contentScript, runContentScript } from './tabs';

/** The ids are those of the commands in the manifest, where there is one. */
type Request = 'check-page' | 'next-match' | 'toggle-marks' | 'open-panel' | 'save-quote' | 'copy-survey-link';

function listItems(): { id: Request; title: string; contexts: Menus.ContextType[] }[] {
  return [
    { id: 'save-quote', title: i18n.t('menu.saveQuote'), contexts: ['selection'] },
    { id: 'check-page', title: i18n.t('command.checkPage'), contexts: ['page', 'selection'] },
    { id: 'open-panel', title: i18n.t('menu.openPanel'), contexts: ['page', 'selection', 'action'] },
    { id: 'copy-survey-link', title: i18n.t('menu.copyLink'), contexts: ['page', 'selection', 'action'] },
  ];
}

/** Makes the menu; the browser keeps it, so this is for installs and updates. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of listItems()) browser.contextMenus.create(item);
}

/** Says in the menu which link is copied: that of the form, or of the results once the form takes no more answers. */
export async function nameMenu({ status }: Survey): Promise<void> {
  const title = i18n.t(status === 'closed' ? 'menu.copyResults' : 'menu.copyLink');
  await browser.contextMenus.update('copy-survey-link' satisfies Request, { title });
}

interface Dependencies {
  surveyLink: () => Promise<string>;
  saveQuote: (draft: AnnotationDraft, tab: Tabs.Tab) => Promise<unknown>;
}

/** Adds the listeners, synchronously. */
export function serveMenu({ surveyLink, saveQuote }: Dependencies): void {
  browser.contextMenus.onClicked.addListener((info, tab) => void run(String(info.menuItemId), tab, info).catch(warn));
  browser.commands.onCommand.addListener((command, tab) => void run(command, tab).catch(warn));

  async function run(request: string, tab: Tabs.Tab | undefined, info?: Menus.OnClickData): Promise<void> {
    const tabId = tab?.id ?? (await activeTabId());
    if (tabId === undefined) return;
    // Nothing may be awaited before this: the browser only opens it straight from a press.
    if (request === 'open-panel' && tab?.windowId !== undefined)
      await openPanel(tab.windowId).catch(() => openPanelTab({ tabId, statistic: null }));
    const reachable = await runContentScript(tabId);
    const content = contentScript(tabId);
    switch (request as Request) {
      case 'check-page':
        if (reachable) await content.announceCheck();
        return;
      case 'next-match':
        if (reachable) await content.showNextMatch();
        return;
      case 'open-panel':
        return; // Open already, and the page has been checked for it.
      case 'toggle-marks':
        if (reachable) await content.toggleMarks();
        return;
      case 'save-quote':
        if (reachable) await content.saveSelection();
        else if (tab && info?.selectionText) await showSaved(saveQuote(draftOf(info, tab), tab));
        return;
      case 'copy-survey-link':
        if (reachable) await content.copyText(await surveyLink());
        else await browser.action.openPopup();
    }
  }
}

/** A page that no script can read can't say whether its quote was kept: the library does. */
async function showSaved(saving: Promise<unknown>): Promise<void> {
  const failure = await saving.then(() => null, reasonOf);
  const query = failure === null ? '' : `?${new URLSearchParams({ failure })}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html${query}`) });
}

/** What the menu itself knows of a selection: the words, without their place. */
function draftOf({ selectionText = '', pageUrl = '' }: Menus.OnClickData, { title = '' }: Tabs.Tab): AnnotationDraft {
  return {
    quote: { type: 'TextQuoteSelector', exact: selectionText, prefix: '', suffix: '' },
    position: null,
    source: {
      url: pageUrl,
      canonicalUrl: null,
      title,
      outlet: null,
      authors: [],
      published: null,
      modified: null,
      language: null,
    },
    statistics: [],
  };
}

async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** The page that was left meanwhile, a browser that opens no popup: there is no place to tell of it. */
function warn(error: unknown): void {
  console.warn('What was chosen from the menu or by keys could not be done.', error);
}
