/** The wiring of the page that opens after the install: the figures, and the shortcuts as the browser has assigned them. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { FirstRun } from '../../components/FirstRun';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { listShortcuts } from '../../lib/platform/shortcuts';
import { remote } from '../../lib/platform/transport';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/Figure.css';
import '../../components/settings.css';
import '../../components/FirstRun.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));
const embedded = embeddedFigures();
let { statistics } = embedded;
let keys: Record<string, string> = {};

followAppearance(document.documentElement);
document.title = i18n.t('firstRun.documentTitle');
show();
listShortcuts().then(
  (shortcuts) => {
    keys = Object.fromEntries(shortcuts.map(({ name, keys }) => [name, keys]));
    show();
  },
  (error: unknown) => console.warn('The shortcuts could not be read.', error),
);
// The page can be opened again at any time, when a figure may have been withdrawn.
background.getFeed().then(
  (feed) => {
    if (feed.edition <= embedded.edition) return;
    statistics = feed.statistics;
    show();
  },
  (error: unknown) => console.warn('The embedded edition is shown.', error),
);

function show(): void {
  const app = document.getElementById('app');
  if (app) render(<FirstRun statistics={statistics} keys={keys} />, app);
}
