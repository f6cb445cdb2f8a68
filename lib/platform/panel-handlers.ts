/** The calls that open the panel from a page, and that only the panel makes. */

import * as v from 'valibot';
import { i18n } from '#i18n';
import { STATISTIC_ID } from '../domain/statistic';
import { listOfPage } from './annotation-store';
import { browser } from './browser';
import type { Database } from './database';
import type { Calls, Handlers } from './messages';
import { aimPanel, isSidebarOpen, openPanel, openPanelTab } from './panel';
import { TabId } from './tabs';

const Figure = v.nullable(v.pipe(v.string(), v.regex(STATISTIC_ID)));

export function createPanelHandlers(
  connect: () => Promise<Database>,
): Handlers<Pick<Calls, 'openPanel' | 'listPageQuotes'>> {
  return {
    async openPanel([input], { tab }) {
      if (tab?.id === undefined || tab.windowId === undefined) throw new Error(i18n.t('error.noPanelHere'));
      // First, as the press that it needs is forgotten with the first thing awaited.
      const opening = openPanel(tab.windowId);
      const target = { tabId: tab.id, statistic: v.parse(Figure, input) };
      const [opened] = await Promise.allSettled([opening, aimPanel(target)]);
      // Firefox takes no press on an article for one of ours: a panel that is open already has been told, else a tab will do.
      if (opened.status === 'rejected' && !(await isSidebarOpen(tab.windowId))) await openPanelTab(target);
    },
    async listPageQuotes([tabId]) {
      const { url } = await browser.tabs.get(v.parse(TabId, tabId));
      return url ? listOfPage(await connect(), url) : [];
    },
  };
}
