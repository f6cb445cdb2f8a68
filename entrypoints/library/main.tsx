/** The library page: the quotes that were saved, as the background keeps them. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ImportForm } from '../../components/ImportForm';
import { LibraryNotices } from '../../components/LibraryNotices';
import { Notice, type NoticeContent } from '../../components/Notice';
import { PageHead } from '../../components/PageHead';
import { PasteQuote } from '../../components/PasteQuote';
import { QuoteList } from '../../components/QuoteList';
import { WithdrawalsContext } from '../../components/WithdrawnFigures';
import { saveFile } from '../../lib/dom/save-file';
import type { AnnotationDraft, PageSource } from '../../lib/domain/annotation';
import { reasonOf } from '../../lib/domain/error-reason';
import { type ExportFormatId, exportAnnotations } from '../../lib/domain/export';
import { type ImportReport, readImport } from '../../lib/domain/import';
import { readAllQuotes } from '../../lib/platform/all-quotes';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { Keeping, PageToBackground } from '../../lib/platform/messages';
import type { LibraryState } from '../../lib/platform/quote-calls';
import { remote } from '../../lib/platform/transport';
import { exportSetAside } from './export-set-aside';
import { KeptQuotes } from './kept-quotes';
import { useFeed } from './use-feed';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/QuoteList.css';
import '../../components/QuoteEditor.css';
import '../../components/FeedNews.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));

const query = new URLSearchParams(location.search);
/** `?paste` opens the form; `?paste=7` fills it in from the page in tab 7. */
const paste = query.get('paste');
/** `?failure=reason`: a quote of a page that shows nothing of ours was not saved. */
const failedSave = query.get('failure');

function Library() {
  const [, render] = useState(0);
  const kept = useRef<KeptQuotes | null>(null);
  kept.current ??= new KeptQuotes(background, () => render((turn) => turn + 1));
  const quotes = kept.current;
  const [failure, setFailure] = useState<string | null>(null);
  const [keeping, setKeeping] = useState<Keeping>({ kept: true });
  const [state, setState] = useState<LibraryState | null>(null);
  const [isSettled, setSettled] = useState(false);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [pasting, setPasting] = useState<'open' | 'folded' | null>(paste === null ? null : 'open');
  const [source, setSource] = useState<Partial<PageSource>>({});
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const isListed = quotes.index.size > 0 || quotes.total !== null;
  const { statistics, withdrawals } = useFeed(background, isListed || failure !== null || !keeping.kept);

  async function load() {
    try {
      await quotes.load();
      setKeeping({ kept: true });
      setFailure(null);
      // Reading them all may have set some aside.
      await readState();
    } catch (error) {
      const keeping = await background.getKeeping().catch((): Keeping => ({ kept: true }));
      setKeeping(keeping);
      // What can't be kept can't be listed; quotes that are on the page already stay.
      setFailure(keeping.kept ? reasonOf(error) : null);
    }
  }

  async function readState() {
    setState(await background.getLibraryState());
  }

  useEffect(() => {
    if (isListed)
      void readState()
        .catch(warn)
        .finally(() => setSettled(true));
  }, [isListed]);

  useEffect(() => {
    const onMessage = (message: unknown): undefined => {
      const { event, ids } = (message ?? {}) as { event?: unknown; ids?: string[] };
      if (event !== 'annotationsChanged') return;
      void (ids ? quotes.refresh(ids) : load()).then(readState).catch(warn);
    };
    browser.runtime.onMessage.addListener(onMessage);
    void load();
    browser.commands.getAll().then((commands) => {
      setShortcut(commands.find(({ name }) => name === 'save-quote')?.shortcut || null);
    }, warn);
    if (failedSave !== null) {
      setNotice({ kind: 'failed', message: i18n.t('paste.failed', { reason: failedSave }) });
      // The page read anew is not about that quote.
      history.replaceState(null, '', location.pathname);
    }
    if (paste) background.readSource(Number(paste)).then((read) => read && setSource(read), warn);
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);

  async function savePasted(draft: AnnotationDraft): Promise<string> {
    const found = paste ? await background.describeText(Number(paste), draft.quote.exact).catch(() => null) : null;
    // What was found is the page's: it places the words only where the form still names that page.
    const placed = found?.source.url === draft.source.url ? found : null;
    const { duplicate, annotation } = await background.saveQuote({
      ...draft,
      ...(placed && { quote: placed.quote, position: placed.position, statistics: placed.statistics }),
    });
    await quotes.refresh([annotation.id]);
    const message = duplicate ? i18n.t('paste.duplicate') : placed ? i18n.t('paste.savedFound') : i18n.t('paste.saved');
    setNotice({ kind: 'done', message });
    closePaste();
    return message;
  }

  function closePaste() {
    setPasting(null);
    add.current?.focus();
  }

  async function exportQuotes(ids: string[], format: ExportFormatId) {
    const exportedAt = new Date().toISOString();
    saveFile(exportAnnotations(await quotes.get(ids), statistics, format, { exportedAt }));
    await background.markExported(ids).then(readState);
  }

  async function importQuotes(text: string): Promise<ImportReport> {
    const report = readImport(text, await readAllQuotes(background), {
      importedAt: new Date().toISOString(),
      newId: () => crypto.randomUUID(),
    });
    if (report.added.length > 0) {
      // Of a file whose import fails half-way, the next import skips what was kept.
      await quotes.restore(report.added);
      // The file that they came from holds them.
      await background.markExported(report.added.map(({ id }) => id)).then(readState);
    }
    return report;
  }

  /** What the person asked for: where it fails, the reason is told. */
  function tell(doing: Promise<unknown>) {
    doing.catch((error: unknown) => setNotice({ kind: 'failed', message: reasonOf(error) }));
  }

  function dismiss(dismissing: Promise<unknown>) {
    // The button pressed goes away with what it dismisses, and the focus with it.
    add.current?.focus();
    tell(dismissing.then(readState));
  }

  async function exportCopy() {
    const exportedAt = new Date().toISOString();
    saveFile(exportAnnotations(await background.listCopy(), statistics, 'csv', { exportedAt }));
  }

  return (
    <div class="page page-wide">
      <PageHead page="library" title={i18n.t('library.title')} />
      {/* Notices come in above what is there already. */}
      <main aria-busy={isListed && !isSettled}>
        {!keeping.kept && (
          <div class="page-warning" role="alert">
            <p>
              {i18n.t('safety.notKept')} {keeping.reason}
            </p>
            <button type="button" class="button" onClick={() => tell(exportCopy())}>
              {i18n.t('safety.exportCopy')}
            </button>
          </div>
        )}
        {failure !== null && (
          <div class="page-warning" role="alert">
            <p>{i18n.t('safety.notRead', { reason: failure })}</p>
            <p>{i18n.t('safety.nothingDeleted')}</p>
            <button type="button" class="button" onClick={load}>
              {i18n.t('common.tryAgain')}
            </button>
          </div>
        )}
        {state && (
          <LibraryNotices
            state={state}
            onRecoverySeen={() => dismiss(background.dismissRecovery())}
            onPostpone={() => dismiss(background.postponeReminder())}
            onExportSetAside={() => tell(exportSetAside(background))}
          />
        )}
        <div class="library-add">
          <button
            ref={add}
            type="button"
            class="button"
            aria-expanded={pasting === 'open'}
            onClick={() => setPasting(pasting === 'open' ? 'folded' : 'open')}
          >
            {i18n.t('paste.open')}
          </button>
          <Notice notice={notice} />
        </div>
        {pasting && (
          <PasteQuote source={source} isFolded={pasting === 'folded'} onSave={savePasted} onCancel={closePaste} />
        )}
        {keeping.kept && <ImportForm onImport={importQuotes} />}
        {!isListed && failure === null && keeping.kept && <p>{i18n.t('library.loading')}</p>}
        {isListed && (
          <WithdrawalsContext.Provider value={withdrawals}>
            <QuoteList
              index={quotes.index}
              version={quotes.version}
              total={quotes.total}
              records={quotes.records}
              statistics={statistics}
              shortcut={shortcut}
              onShow={(ids) => quotes.show(ids)}
              onFetch={(ids) => quotes.get(ids)}
              onEdit={(ids, edit) => quotes.edit(ids, edit)}
              onTag={(ids, tags) => quotes.tag(ids, tags)}
              onDelete={(ids) => quotes.delete(ids).then(readState)}
              onRestore={(annotations) => quotes.restore(annotations).then(readState)}
              onExport={exportQuotes}
              onBrief={openBrief}
            />
          </WithdrawalsContext.Provider>
        )}
      </main>
    </div>
  );
}

/** In this tab, so that the way back is the browser's own. */
function openBrief(ids: string[]): void {
  location.assign(`/brief.html#${ids.join(',')}`);
}

/** For what the page does without: the embedded figures stand in for the feed, and no shortcut is named. */
function warn(error: unknown): void {
  console.warn(reasonOf(error));
}

followAppearance(document.documentElement);
const app = document.getElementById('app');
if (app) render(<Library />, app);
