/** The settings page's wiring: what is chosen, granted, kept and sent, and what the person changes of it. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DeleteEverything } from '../../components/DeleteEverything';
import { describeSiteRefusal } from '../../components/describe-site-refusal';
import { KeptQuotes } from '../../components/KeptQuotes';
import { AppearanceSetting, MarkSettings } from '../../components/MarkSettings';
import { Notice, type NoticeContent } from '../../components/Notice';
import { PageHead } from '../../components/PageHead';
import { PauseSetting } from '../../components/PauseSetting';
import { RequestLog } from '../../components/RequestLog';
import { Shortcuts } from '../../components/Shortcuts';
import { reasonOf } from '../../lib/domain/error-reason';
import { pauseFor, remainingPause, UNTIL_RESUMED } from '../../lib/domain/pause';
import type { Settings } from '../../lib/domain/settings';
import { parseSite, type Site } from '../../lib/domain/site';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { Keeping, PageToBackground, RequestRecord } from '../../lib/platform/messages';
import { loadSettings, saveSettings, watchSettings } from '../../lib/platform/settings-store';
import { listShortcuts, openShortcutSettings, type Shortcut } from '../../lib/platform/shortcuts';
import { readStorageUse, type StorageUse } from '../../lib/platform/storage-use';
import { remote } from '../../lib/platform/transport';
import { Access } from './access';
import { exportAllQuotes } from './export-all-quotes';
import { FeedSection } from './feed-section';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/settings.css';

const HOUR = 3_600_000;

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));

function Options({ suggested, refusal }: { suggested: Site | null; refusal: string | null }) {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const [shortcuts, setShortcuts] = useState<Shortcut[] | null>(null);
  const [requests, setRequests] = useState<RequestRecord[] | null>(null);
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const [quotes, setQuotes] = useState<number | null>(null);
  const [use, setUse] = useState<StorageUse | null>(null);
  const paused = usePaused(settings);

  const fail = (error: unknown) => setNotice({ kind: 'failed', message: reasonOf(error) });
  const done = (message: string) => setNotice({ kind: 'done', message });
  /** Says what was done only once it is kept. */
  const change = (changes: Partial<Settings>, message?: string) =>
    saveSettings(changes).then(() => message !== undefined && done(message), fail);

  async function look() {
    readStorageUse().then(setUse, fail);
    listShortcuts().then(setShortcuts, fail);
    const keeping = await background.getKeeping();
    setKeeping(keeping);
    setRequests(keeping.kept ? await background.listRequests() : []);
    setQuotes(keeping.kept ? await background.countAnnotations() : 0);
  }

  useEffect(() => {
    if (refusal) fail(refusal);
    loadSettings().then(setSettings, fail);
    look().catch(fail);
    // The person comes back from the browser's own page of shortcuts, or from the library.
    const lookAgain = () => look().catch(fail);
    window.addEventListener('focus', lookAgain);
    const unwatch = watchSettings(setSettings);
    return () => {
      window.removeEventListener('focus', lookAgain);
      unwatch();
    };
  }, []);

  return (
    <div class="page settings">
      <PageHead page="settings" title={i18n.t('settings.title')} />
      <main>
        <div class="page-notice">
          <Notice notice={notice} />
        </div>
        {settings && (
          <PauseSetting
            paused={paused}
            onPause={(length) =>
              change(
                { pause: length === 'hour' ? pauseFor(HOUR, new Date()) : UNTIL_RESUMED },
                i18n.t('settings.pause.done'),
              )
            }
            onResume={() => change({ pause: null }, i18n.t('settings.pause.resumed'))}
          />
        )}
        <Access suggested={suggested} say={setNotice} />
        {settings && <MarkSettings settings={settings} onChange={(changes) => change(changes)} />}
        {settings && (
          <AppearanceSetting appearance={settings.appearance} onChange={(appearance) => change({ appearance })} />
        )}
        {shortcuts && <Shortcuts shortcuts={shortcuts} onChange={() => openShortcutSettings().catch(fail)} />}
        {keeping && <KeptQuotes keeping={keeping} quotes={quotes} use={use} />}
        <FeedSection onAsked={() => look().catch(fail)} />
        <section aria-labelledby="sent-title">
          <h2 id="sent-title">{i18n.t('settings.sent.title')}</h2>
          {requests && <RequestLog requests={requests} />}
        </section>
        <DeleteEverything
          quotes={quotes}
          onExport={() =>
            exportAllQuotes(background).then((name) => done(i18n.t('settings.delete.exported', { name })), fail)
          }
          onDelete={() =>
            background
              .deleteEverything()
              .then(look)
              .then(() => done(i18n.t('settings.delete.done')))
              .catch((error: Error) => fail(i18n.t('settings.delete.failed', { reason: error.message })))
          }
        />
      </main>
    </div>
  );
}

/** Whether the marking is paused and until when; true only until the pause ends by itself. */
function usePaused(settings: Settings | null): { until: Date | null } | null {
  const [, look] = useState(0);
  const pause = settings?.pause ?? null;
  useEffect(() => {
    if (pause === null || pause === UNTIL_RESUMED) return;
    const timer = setTimeout(() => look(Date.now()), Math.max(0, Date.parse(pause) - Date.now()));
    return () => clearTimeout(timer);
  }, [pause]);
  return remainingPause(pause, new Date());
}

/** What `?site=` says, or why it names no site. */
function readSuggestion(): { suggested: Site | null; refusal: string | null } {
  const site = new URLSearchParams(location.search).get('site');
  try {
    return { suggested: site === null ? null : parseSite(site), refusal: null };
  } catch (error) {
    return { suggested: null, refusal: describeSiteRefusal(error) };
  }
}

followAppearance(document.documentElement);
document.title = i18n.t('settings.documentTitle');
const app = document.getElementById('app');
if (app) render(<Options {...readSuggestion()} />, app);
