/** The panel's wiring: it follows the active tab of its window, or keeps to the tab that its address names. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { SidePanel, type SidePanelProps } from '../../components/SidePanel';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { watchPanelTarget } from '../../lib/platform/panel';
import { remote } from '../../lib/platform/transport';
import { type Shown, watchTab } from './watch-tab';

followAppearance(document.documentElement);

const background = remote<PageToBackground>((message) => browser.runtime.sendMessage(message));
const query = new URLSearchParams(location.search);

let shown: Shown = { tabId: null, title: null };
/** Counts what was asked, so that an answer about a tab that was left is dropped. */
let asked = 0;

let props: SidePanelProps = {
  check: null,
  title: null,
  wasRefused: false,
  checkKeys: '',
  matches: [],
  statistics: embeddedFigures().statistics,
  evidence: [],
  quotes: null,
  target: query.get('figure'),
  notice: null,
  onShow: (index) => onTab((tabId) => background.showMatch(tabId, index)),
  onUnhide: ({ index, hidden }) => onTab(async (tabId) => hidden && background.unhideMatches(tabId, index, hidden)),
  onCheck: () =>
    onTab(async (tabId) => {
      const { state } = await background.checkPage(tabId);
      show({ wasRefused: state === 'unsupported' });
      await look();
    }),
};

show({});
background.getFeed().then(({ statistics, evidence }) => show({ statistics, evidence }), tell);
browser.commands.getAll().then((commands) => {
  show({ checkKeys: commands.find(({ name }) => name === 'check-page')?.shortcut ?? '' });
}, tell);
watchTab(Number(query.get('tab')) || null, (tab) => {
  shown = tab;
  show({ title: tab.title, wasRefused: false, check: tab.tabId === null ? 'closed' : null, matches: [], quotes: null });
  look().catch(tell);
});
browser.runtime.onMessage.addListener((message: unknown) => {
  if (typeof message === 'object' && message && 'event' in message) look().catch(tell);
  return undefined;
});
watchPanelTarget(({ tabId, statistic }) => {
  if (tabId === shown.tabId) show({ target: statistic });
});

/** Asks anew what is known of the tab in view. */
async function look(): Promise<void> {
  const { tabId } = shown;
  if (tabId === null) return;
  asked += 1;
  const turn = asked;
  const check = await background.getPageCheck(tabId);
  const isRead = check.state === 'assessed' || check.state === 'stopped';
  const [matches, quotes] = await Promise.all([
    isRead ? background.listMatches(tabId) : [],
    // Without a database the matches still stand; that quotes are not kept is said in popup and library.
    background.listPageQuotes(tabId).catch(() => null),
  ]);
  if (turn === asked) show({ check, matches, quotes });
}

function onTab(ask: (tabId: number) => Promise<unknown>): void {
  show({ notice: null });
  if (shown.tabId !== null) ask(shown.tabId).catch(tell);
}

function tell(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  show({ notice: { kind: 'failed', message: i18n.t('panel.failed', { reason }) } });
}

function show(changes: Partial<SidePanelProps>): void {
  const before = props;
  props = { ...props, ...changes };
  render(<SidePanel {...props} />, document.body);
  const open = props.matches.find((match) => match.open);
  if (open && !before.matches.some((match) => match.open && match.index === open.index))
    reveal(`[data-match="${open.index}"]`);
  if (props.target && (props.target !== before.target || before.matches.length === 0))
    reveal(`[data-evidence="${CSS.escape(props.target)}"]`);
}

function reveal(selector: string): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector(selector)?.scrollIntoView({ block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}
