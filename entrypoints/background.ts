/** The background: wires the database, the handlers, the menu and the granted sites to the browser. */
import { defineBackground } from 'wxt/utils/define-background';
import { surveyLink } from '../lib/domain/share';
import { browser } from '../lib/platform/browser';
import { createConnection } from '../lib/platform/database';
import { serveFeedAlarm } from '../lib/platform/feed-alarm';
import { followSettings } from '../lib/platform/follow-settings';
import { createHandlers, mayCall } from '../lib/platform/handlers';
import { createMenu, nameMenu, serveMenu } from '../lib/platform/menu';
import type { ChangeEvent } from '../lib/platform/messages';
import { servePauseAlarm } from '../lib/platform/pause-alarm';
import { followQuotedPages } from '../lib/platform/quoted-pages';
import { recoverOnConnect } from '../lib/platform/recovery';
import { closeCopyToPages } from '../lib/platform/second-copy';
import { listGrantedOrigins, registerContentScript } from '../lib/platform/sites';
import { runInOpenTabs } from '../lib/platform/tabs';
import { serve } from '../lib/platform/transport';

export default defineBackground({
  type: 'module',
  // Every listener is added in the first turn: an event may be what woke the worker.
  main() {
    const now = () => new Date();
    const newId = () => crypto.randomUUID();
    const connect = recoverOnConnect({ connect: createConnection(Date.now), now, newId });
    const followQuotes = () => {
      followQuotedPages(connect).catch((error: unknown) => console.warn('Quoted pages were not registered.', error));
    };
    const onChange = (event: ChangeEvent) => {
      if (event === 'annotationsChanged') followQuotes();
      if (event === 'feedChanged') followSurvey();
    };
    const handlers = createHandlers({ connect, now, newId, chance: Math.random, onChange });
    const followSurvey = () => {
      readSurvey()
        .then(nameMenu)
        .catch((error: unknown) => console.warn('The menu was not brought up to date.', error));
    };
    const readSurvey = async () => (await handlers.getFeed([], {})).survey;
    serve(browser.runtime.onMessage, handlers, mayCall);
    followSettings();
    servePauseAlarm(now);
    serveMenu({
      surveyLink: async () => surveyLink(await readSurvey()),
      saveQuote: async (draft, { incognito }) => handlers.saveQuote([draft], { tab: { incognito } }),
    });
    serveFeedAlarm({ now, chance: Math.random, check: async () => handlers.checkFeed([], {}) });
    browser.runtime.onStartup.addListener(followQuotes);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void createMenu().then(followSurvey);
      // An update takes what was registered with it.
      followQuotes();
      if (reason === 'install') showFirstRun();
      if (reason === 'update') returnToOpenTabs();
    });
    browser.permissions.onAdded.addListener(followGrants);
    browser.permissions.onRemoved.addListener(followGrants);
    followGrants();
    closeCopyToPages().catch((error: unknown) => console.error('Pages could not be kept from local storage.', error));
  },
});

/** A browser with private windows only has no tab for it; then the popup is where people start. */
function showFirstRun(): void {
  browser.tabs
    .create({ url: browser.runtime.getURL('first-run.html') })
    .catch((error: unknown) => console.warn('The first-run page could not be opened.', error));
}

function followGrants(): void {
  registerContentScript().catch((error: unknown) => console.error('Granted sites could not be registered.', error));
}

/**
 * Firefox ends an old version's scripts without a word, so that the new one's take their place; where Chrome has them, they
 * live on and say themselves that the page has to be reloaded.
 */
function returnToOpenTabs(): void {
  if (!import.meta.env.FIREFOX) return;
  listGrantedOrigins()
    .then(runInOpenTabs)
    .catch((error: unknown) => console.error('Open tabs could not be checked.', error));
}
