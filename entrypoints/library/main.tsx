/** The library page: the quotes that were saved, as the background keeps them. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { QuoteList } from '../../components/QuoteList';
import { saveFile } from '../../lib/dom/save-file';
import type { Annotation } from '../../lib/domain/annotation';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { type ExportFormatId, exportAnnotations } from '../../lib/domain/export';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { ChangeEvent, Keeping, PageToBackground } from '../../lib/platform/messages';
import { remote } from '../../lib/platform/transport';
import { WithWithdrawals } from './with-withdrawals';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/QuoteList.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));

function Library() {
  const [annotations, setAnnotations] = useState<Annotation[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [keeping, setKeeping] = useState<Keeping>({ kept: true });
  const [statistics, setStatistics] = useState(() => embeddedFigures().statistics);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const lastLoad = useRef(0);

  async function load() {
    const turn = ++lastLoad.current;
    try {
      const keeping = await background.getKeeping();
      // What can't be kept can't be listed; quotes that are on the page already stay.
      const kept = keeping.kept ? await background.listAnnotations() : null;
      if (turn !== lastLoad.current) return;
      setKeeping(keeping);
      if (kept) setAnnotations(kept);
      setFailure(null);
    } catch (error) {
      if (turn === lastLoad.current) setFailure(describeError(error));
    }
  }

  useEffect(() => {
    const onMessage = (message: unknown): undefined => {
      if (isChange(message, 'annotationsChanged')) void load();
    };
    browser.runtime.onMessage.addListener(onMessage);
    void load();
    background.getFeed().then(({ statistics }) => setStatistics(statistics), warn);
    browser.commands.getAll().then((commands) => {
      setShortcut(commands.find(({ name }) => name === 'save-quote')?.shortcut || null);
    }, warn);
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);

  return (
    <div class="page">
      <header class="page-head">
        <h1>Quotes</h1>
        <a href="/options.html">Settings</a>
      </header>
      <main>
        {!keeping.kept && (
          <p class="page-warning" role="alert">
            Quotes aren’t kept at the moment. {keeping.reason}
          </p>
        )}
        {failure !== null && (
          <div class="page-warning" role="alert">
            <p>The saved quotes could not be read. The reason given: {failure}</p>
            <p>Nothing was deleted: what you saved is still where it was.</p>
            <button type="button" class="button" onClick={load}>
              Try again
            </button>
          </div>
        )}
        {annotations === null && failure === null && keeping.kept && <p>Loading your quotes…</p>}
        {annotations && (
          <QuoteList
            annotations={annotations}
            statistics={statistics}
            shortcut={shortcut}
            onDelete={(ids) => background.deleteAnnotations(ids).then(load)}
            onRestore={(deleted) => background.restoreAnnotations(deleted).then(load)}
            onExport={(chosen: Annotation[], format: ExportFormatId) =>
              saveFile(exportAnnotations(chosen, statistics, format, { exportedAt: new Date().toISOString() }))
            }
          />
        )}
      </main>
    </div>
  );
}

function isChange(message: unknown, event: ChangeEvent): boolean {
  return typeof message === 'object' && message !== null && (message as { event?: unknown }).event === event;
}

/** For what the page does without: the embedded figures stand in for the feed, and no shortcut is named. */
function warn(error: unknown): void {
  console.warn(describeError(error));
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

followAppearance(document.documentElement);
const app = document.getElementById('app');
if (app)
  render(
    <WithWithdrawals>
      <Library />
    </WithWithdrawals>,
    app,
  );
