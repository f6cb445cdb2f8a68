/** The popup's wiring: the first frame from the embedded figures, then what the background and the browser know. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup, type PopupProps } from '../../components/Popup';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { reasonOf } from '../../lib/domain/error-reason';
import { remainingPause } from '../../lib/domain/pause';
import { surveyLink } from '../../lib/domain/share';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { openPanel, openPanelTab } from '../../lib/platform/panel';
import { loadSettings, saveSettings } from '../../lib/platform/settings-store';
import { remote } from '../../lib/platform/transport';
import { lastFigures, rememberFigures } from './last-figures';

/** How long an answer may take before it is said to be missing, in milliseconds. */
const PATIENCE = 3_000;

const background = remote<PageToBackground>((message) => browser.runtime.sendMessage(message));

const EMBEDDED = embeddedFigures();

const unanswered = new Set<Promise<void>>();

let props: PopupProps = {
  feed: lastFigures(EMBEDDED),
  status: null,
  onReadNews: () => tell(background.readNews().then((status) => show({ status }))),
  server: '',
  copied: false,
  notice: null,
  quotes: null,
  faults: [],
  check: null,
  site: null,
  paused: null,
  onCopyLink: () => copy(surveyLink(props.feed.survey), i18n.t('popup.linkCopied'), true),
  onCopy: copy,
  onOpen: (url) => tell(browser.tabs.create({ url })),
  onSheet: 'share' in navigator ? ({ title, text }) => tell(navigator.share({ title, text })) : null,
  onServer(mastodonServer) {
    show({ server: mastodonServer });
    tell(saveSettings({ mastodonServer }));
  },
  onPrint: () => window.print(),
  onResume() {
    show({ paused: null });
    // A page that was read to no purpose in between is read again.
    tell(saveSettings({ pause: null }).then(() => props.check?.state === 'paused' && props.onCheck()));
  },
  onPanel: null,
  onCheck: () => tell(withTab(async (tabId) => show({ check: await background.checkPage(tabId) }))),
};

followAppearance(document.documentElement);
// The first frame waits for nothing.
show({});
fill(followTab());
fill(
  loadSettings().then(({ mastodonServer, pause }) =>
    show({ server: mastodonServer, paused: remainingPause(pause, new Date()) }),
  ),
);
followFeed();
browser.runtime.onMessage.addListener((message: unknown): undefined => {
  const { event } = (message ?? {}) as { event?: unknown };
  if (event === 'feedChanged' || event === 'feedChecked') followFeed();
});
fill(background.countAnnotations().then((quotes) => show({ quotes })));
fill(
  background.getKeeping().then((keeping) => {
    if (!keeping.kept) show({ faults: [i18n.t('popup.quotesNotKept', { reason: keeping.reason })] });
  }),
);
fill(withTab(async (tabId) => show({ check: await background.getPageCheck(tabId) })));
fill(findSite());
fill(findWindow());
fill(withTab(async (tabId) => show({ tabId })));

function show(changes: Partial<PopupProps>): void {
  props = { ...props, ...changes };
  const faults = unanswered.size > 0 ? [...props.faults, i18n.t('popup.noAnswer')] : props.faults;
  render(<Popup {...props} faults={faults} />, document.body);
}

/** The feed as the background has it, with the evidence that the first frame does without, and how it stands. */
function followFeed(): void {
  fill(
    background.getFeed().then((feed) => {
      if (feed.edition < EMBEDDED.edition) return;
      rememberFigures(feed);
      show({ feed });
    }),
  );
  fill(background.getFeedStatus().then((status) => show({ status })));
}

/** What only adds to the first frame: where it fails or doesn't come, one calm line says what is missing. */
function fill(loading: Promise<void>): void {
  const miss = () => {
    unanswered.add(loading);
    show({ check: props.check ?? { state: 'not-checked', passages: 0 } });
  };
  const timer = setTimeout(miss, PATIENCE);
  loading
    .then(
      () => unanswered.delete(loading),
      (error: unknown) => {
        console.warn(error);
        miss();
      },
    )
    .finally(() => {
      clearTimeout(timer);
      show({});
    });
}

/** What the person asked for: where it fails, the reason is told. */
function tell(doing: Promise<unknown>): void {
  doing.catch((error: unknown) => {
    // The person closed the share sheet.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    show({ notice: { kind: 'failed', message: reasonOf(error) } });
  });
}

function copy(text: string, done: string, copied = false): void {
  navigator.clipboard.writeText(text).then(
    () => show({ copied, notice: { kind: 'done', message: done } }),
    () => show({ copied: false, notice: { kind: 'failed', message: i18n.t('popup.copyFailed', { text }) } }),
  );
}

async function withTab(ask: (tabId: number) => Promise<void>): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) show({ check: { state: 'unsupported', passages: 0 } });
  else await ask(tab.id);
}

/** In the toolbar the width has to be fixed; in a tab the window sets it. */
async function followTab(): Promise<void> {
  if (await browser.tabs.getCurrent()) document.body.classList.add('as-tab');
}

/** The address is known only under activeTab or a grant. */
async function findSite(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const { protocol, hostname } = new URL(tab?.url || 'about:blank');
  if (protocol !== 'https:' && protocol !== 'http:') return;
  const granted = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  show({ site: { host: hostname, granted } });
}

/** Found beforehand, since the browser opens the panel only straight from a press. */
async function findWindow(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const { id: tabId, windowId } = tab ?? {};
  if (tabId === undefined || windowId === undefined) return;
  show({
    onPanel: () =>
      tell(
        openPanel(windowId)
          .catch(() => openPanelTab({ tabId, statistic: null }))
          .then(() => window.close()),
      ),
  });
}
