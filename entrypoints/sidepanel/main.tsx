/** The panel's wiring: it follows the active tab of its window, or keeps to the tab that its address names. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { SidePanel, type SidePanelProps } from '../../components/SidePanel';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { reasonOf } from '../../lib/domain/error-reason';
import type { StatisticId } from '../../lib/domain/statistic';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { type PanelTarget, watchPanelTarget } from '../../lib/platform/panel';
import { remote } from '../../lib/platform/transport';
import { type Shown, watchTab } from './watch-tab';

followAppearance(document.documentElement);

const background = remote<PageToBackground>((message) => browser.runtime.sendMessage(message));
const query = new URLSearchParams(location.search);
const fixed = Number(query.get('tab')) || null;

/** The page in view: another object for each, so that an answer about one that was left can be told and dropped. */
let shown: Shown = { tabId: null, title: null };
/** Counts what was asked: of two answers about the same page only the later one's is shown. */
let asked = 0;
/** The figure whose evidence was asked for last, and beside which tab. */
let aimed: PanelTarget | null = fixed === null ? null : { tabId: fixed, statistic: query.get('figure') };

let props: SidePanelProps = {
  check: null,
  title: null,
  wasRefused: false,
  checkKeys: '',
  matches: [],
  statistics: embeddedFigures().statistics,
  evidence: [],
  quotes: null,
  target: null,
  notice: null,
  onShow: (index) => onTab((tabId) => background.showMatch(tabId, index)),
  onUnhide: ({ index, hidden }) => onTab(async (tabId) => hidden && background.unhideMatches(tabId, index, hidden)),
  onCheck: () =>
    onTab(async (tabId) => {
      const page = shown;
      const { state } = await background.checkPage(tabId);
      if (page !== shown) return;
      show({ wasRefused: state === 'unsupported' });
      await look();
    }),
};

show({});
followFeed();
browser.commands.getAll().then((commands) => {
  show({ checkKeys: commands.find(({ name }) => name === 'check-page')?.shortcut ?? '' });
}, warn);
watchTab(fixed, {
  onPage(page) {
    shown = page;
    const { tabId, title } = page;
    const check = tabId === null ? 'closed' : null;
    show({ title, wasRefused: false, check, matches: [], quotes: null, notice: null, target: findTarget() });
    void look();
  },
  onLoaded({ tabId, title }) {
    if (tabId === shown.tabId) show({ title });
    void look();
  },
});
browser.runtime.onMessage.addListener((message: unknown): undefined => {
  const { event } = (message ?? {}) as { event?: unknown };
  if (event === 'feedChanged') followFeed();
  if (event !== undefined) void look();
});
watchPanelTarget((target) => {
  aimed = target;
  show({ target: findTarget() });
});

/** The feed as the background has it; the embedded figures stand in for it. */
function followFeed(): void {
  background.getFeed().then(({ statistics, evidence }) => show({ statistics, evidence }), warn);
}

function findTarget(): StatisticId | null {
  return aimed && aimed.tabId === shown.tabId ? aimed.statistic : null;
}

/** Asks anew what is known of the page in view, and shows it or why it is not known. */
async function look(): Promise<void> {
  const { tabId } = shown;
  asked += 1;
  const turn = asked;
  if (tabId === null) return;
  try {
    const check = await background.getPageCheck(tabId);
    const isRead = check.state === 'assessed' || check.state === 'stopped';
    const [matches, quotes] = await Promise.all([
      isRead ? background.listMatches(tabId) : [],
      // Without a database the matches still stand; that quotes are not kept is said in popup and library.
      background.listPageQuotes(tabId).catch(() => null),
    ]);
    if (turn === asked) show({ check, matches, quotes });
  } catch (error) {
    if (turn === asked) tell(error);
  }
}

/** Asks something about the page in view; where it fails, the reason is told as long as that page is in view. */
function onTab(ask: (tabId: number) => Promise<unknown>): void {
  const page = shown;
  show({ notice: null });
  if (page.tabId === null) return;
  ask(page.tabId).catch((error: unknown) => {
    if (page === shown) tell(error);
  });
}

function tell(error: unknown): void {
  const reason = reasonOf(error);
  show({ notice: { kind: 'failed', message: i18n.t('panel.failed', { reason }) } });
}

/** For what the panel does without. */
function warn(error: unknown): void {
  console.warn(error);
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
