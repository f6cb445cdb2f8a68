/** The page that opens once after the install: wires the embedded figures and the real shortcuts to it. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { FirstRun } from '../../components/FirstRun';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { followAppearance } from '../../lib/platform/appearance';
import { listShortcuts } from '../../lib/platform/shortcuts';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/Figure.css';
import '../../components/settings.css';
import '../../components/FirstRun.css';

const { statistics } = embeddedFigures();

followAppearance(document.documentElement);
document.title = i18n.t('firstRun.documentTitle');
show({});
listShortcuts().then(
  (shortcuts) => show(Object.fromEntries(shortcuts.map(({ name, keys }) => [name, keys]))),
  (error: unknown) => console.warn('The shortcuts could not be read.', error),
);

function show(keys: Record<string, string>): void {
  const app = document.getElementById('app');
  if (app) render(<FirstRun statistics={statistics} keys={keys} />, app);
}
