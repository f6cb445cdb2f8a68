/** The calls about pages: what content scripts need and report, and what the popup and the panel ask of a tab. */
import * as v from 'valibot';
import { i18n } from '#i18n';
import {
  addHidden,
  type HiddenFigure,
  hiddenAt,
  hiddenFigure,
  type Place,
  removeHidden,
} from '../domain/hidden-figure';
import { isPaused } from '../domain/pause';
import { STATISTIC_ID } from '../domain/statistic';
import { announce } from './announce';
import { browser } from './browser';
import { type Calls, type ClaimData, type Handlers, PAGE_PARTS, type Sender } from './messages';
import { loadSettings, saveSettings } from './settings-store';
import { checkTab, contentScript, lookAtTab, showCount, TabId } from './tabs';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Index = Count;
const Figure = v.pipe(v.string(), v.regex(STATISTIC_ID));
const Part = v.picklist(PAGE_PARTS);
const StoredScope = v.picklist(['page', 'site'] as const);
const Scope = v.picklist(['mark', 'page', 'site'] as const);

type PageCalls = Pick<
  Calls,
  | 'loadPart'
  | 'reportPassages'
  | 'hideFigure'
  | 'unhideFigure'
  | 'checkPage'
  | 'getPageCheck'
  | 'listMatches'
  | 'showMatch'
  | 'hideMatches'
  | 'unhideMatches'
  | 'toggleMarks'
>;

export function createPageHandlers(): Handlers<PageCalls> {
  return {
    async loadPart([part], { tab, frameId = 0 }) {
      if (tab?.id === undefined) throw new Error(i18n.t('error.notAPage'));
      const target = { tabId: tab.id, frameIds: [frameId] };
      const name = v.parse(Part, part);
      // Firefox takes the sheet out of the page when it ends our scripts there: lib/dom/last-words.css.
      if (import.meta.env.FIREFOX && name === 'marks')
        await browser.scripting.insertCSS({ target, files: ['alive.css'] });
      await browser.scripting.executeScript({ target, files: [`${name}.js`] });
    },
    async reportPassages([count], { tab }) {
      if (tab?.id === undefined) return;
      await showCount(tab.id, v.parse(Count, count));
      announce('pageChecked');
      announce('matchesChanged');
    },
    async hideFigure([statistic, scope], sender) {
      await changeHidden(addHidden, statistic, scope, sender);
    },
    async unhideFigure([statistic, scope], sender) {
      await changeHidden(removeHidden, statistic, scope, sender);
    },
    async checkPage([tabId]) {
      return checkTab(v.parse(TabId, tabId));
    },
    async getPageCheck([tabId]) {
      return lookAtTab(v.parse(TabId, tabId));
    },
    async listMatches([tabId]) {
      return contentScript(v.parse(TabId, tabId)).listMatches();
    },
    async showMatch([tabId, index]) {
      await contentScript(v.parse(TabId, tabId)).showMatch(v.parse(Index, index));
    },
    async hideMatches([tabId, index, scope]) {
      await contentScript(v.parse(TabId, tabId)).hideMatches(v.parse(Index, index), v.parse(Scope, scope));
    },
    async unhideMatches([tabId, index, scope]) {
      await contentScript(v.parse(TabId, tabId)).unhideMatches(v.parse(Index, index), v.parse(Scope, scope));
    },
    async toggleMarks([tabId]) {
      await contentScript(v.parse(TabId, tabId)).toggleMarks();
    },
  };
}

type PageSettings = Omit<ClaimData, 'patterns' | 'statistics' | 'survey' | 'edition'>;

/** What the person's settings say about the sender's page. */
export async function readPageSettings({ url = '' }: Sender, now: Date): Promise<PageSettings> {
  const { hidden, readComments, printMarks, showMarks, captureButton, appearance, pause } = await loadSettings();
  const place = placeOf(url);
  return {
    hidden: place ? hiddenAt(hidden, place) : {},
    readComments,
    printMarks,
    showMarks,
    captureButton,
    appearance,
    paused: isPaused(pause, now),
  };
}

async function changeHidden(
  change: (hidden: readonly HiddenFigure[], entry: HiddenFigure) => HiddenFigure[],
  statistic: unknown,
  scope: unknown,
  { url = '', tab }: Sender,
): Promise<void> {
  if (tab?.incognito) throw new Error(i18n.t('error.hiddenInPrivate'));
  const place = placeOf(url);
  if (!place) throw new Error(i18n.t('error.hideOnWebPages'));
  const entry = hiddenFigure(v.parse(Figure, statistic), v.parse(StoredScope, scope), place);
  await saveSettings(({ hidden }) => ({ hidden: change(hidden, entry) }));
}

/** The address as the browser gives it, without its fragment; null where it is no web page's. */
function placeOf(address: string): Place | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, search, hostname, protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:'
    ? { page: `${origin}${pathname}${search}`, host: hostname }
    : null;
}
