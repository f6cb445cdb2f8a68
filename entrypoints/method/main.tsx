/** The method page's wiring: the embedded edition first, then the one that the background knows. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { Method } from '../../components/Method';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import type { Feed } from '../../lib/domain/feed';
import quality from '../../lib/domain/matcher-quality.json';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { remote } from '../../lib/platform/transport';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/Figure.css';
import '../../components/Method.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));
const embedded = embeddedFigures();

followAppearance(document.documentElement);
document.title = i18n.t('method.documentTitle');
show(embedded);
background.getFeed().then(
  (feed) => {
    if (feed.edition > embedded.edition) show(feed);
  },
  (error: unknown) => console.warn('The embedded edition is shown.', error),
);

function show(feed: Feed): void {
  const app = document.getElementById('app');
  if (app) render(<Method feed={feed} quality={quality} />, app);
}
