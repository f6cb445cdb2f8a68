/** The brief: the quotes whose ids stand behind the address's #, with the figures they bear on, to print, save and use. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BriefPage } from '../../components/BriefPage';
import { PictureForm } from '../../components/PictureForm';
import { ReplyForm } from '../../components/ReplyForm';
import { drawPicture, toPng } from '../../lib/dom/draw-picture';
import { saveBlob, saveFile } from '../../lib/dom/save-file';
import type { Annotation } from '../../lib/domain/annotation';
import { buildBrief, writeBrief } from '../../lib/domain/brief';
import type { Feed } from '../../lib/domain/feed';
import { type Picture, pictureFigure, pictureQuote } from '../../lib/domain/picture';
import { buildReply } from '../../lib/domain/reply';
import type { Statistic } from '../../lib/domain/statistic';
import { followAppearance } from '../../lib/platform/appearance';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { remote } from '../../lib/platform/transport';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/BriefPage.css';

followAppearance(document.documentElement);

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));
const writtenAt = new Date().toISOString();

/** What is open, and where. */
type Open = { place: string; tool: 'picture' | 'reply' } | null;

function BriefView() {
  const [loaded, setLoaded] = useState<{ annotations: Annotation[]; feed: Feed } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);

  useEffect(() => {
    document.title = i18n.t('brief.documentTitle');
    const ids = location.hash.slice(1).split(',').filter(Boolean);
    Promise.all([background.getAnnotations(ids), background.getFeed()]).then(
      ([annotations, feed]) => setLoaded({ annotations, feed }),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, []);

  if (failure !== null) return <p role="alert">{failure}</p>;
  if (!loaded) return <p>{i18n.t('library.loading')}</p>;
  const { annotations, feed } = loaded;
  const brief = buildBrief(annotations, feed.statistics, feed.survey, writtenAt);
  const asked = feed.statistics.filter(
    ({ id, headline }) => headline && annotations.some(({ statistics }) => statistics.includes(id)),
  );
  const isOpen = (place: string, tool: 'picture' | 'reply') => open?.place === place && open.tool === tool;
  const toggle = (place: string, tool: 'picture' | 'reply') => setOpen(isOpen(place, tool) ? null : { place, tool });

  return (
    <div class="page page-wide">
      <header class="page-head no-print">
        <a href="/library.html">{i18n.t('brief.back')}</a>
        <span class="page-head-links">
          <button type="button" class="button" onClick={() => print()}>
            {i18n.t('brief.print')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() =>
              saveFile({
                name: `iapt-brief-${brief.writtenOn}.md`,
                type: 'text/markdown;charset=utf-8',
                text: writeBrief(brief),
              })
            }
          >
            {i18n.t('brief.markdown')}
          </button>
        </span>
      </header>
      <main>
        {annotations.length === 0 ? (
          <>
            <h1>{i18n.t('brief.title')}</h1>
            <p>{i18n.t('brief.empty')}</p>
          </>
        ) : (
          <BriefPage brief={brief} actions={actions} />
        )}
        {asked.length > 0 && (
          <section class="no-print">
            <h2>{i18n.t('picture.figures')}</h2>
            <div class="brief-actions">
              {asked.map((statistic) => (
                <button
                  key={statistic.id}
                  type="button"
                  class="button"
                  aria-expanded={isOpen(statistic.id, 'picture')}
                  onClick={() => toggle(statistic.id, 'picture')}
                >
                  {statistic.headline?.percent}%: {statistic.question}
                </button>
              ))}
            </div>
            {asked
              .filter(({ id }) => isOpen(id, 'picture'))
              .map((statistic) => pictureOf(() => pictureFigure(statistic)))}
          </section>
        )}
      </main>
    </div>
  );

  function actions(id: string, place: string) {
    const annotation = annotations.find((candidate) => candidate.id === id);
    if (!annotation) return null;
    return (
      <>
        <div class="brief-actions">
          <button
            type="button"
            class="button"
            aria-expanded={isOpen(place, 'picture')}
            onClick={() => toggle(place, 'picture')}
          >
            {i18n.t('picture.open')}
          </button>
          <button
            type="button"
            class="button"
            aria-expanded={isOpen(place, 'reply')}
            onClick={() => toggle(place, 'reply')}
          >
            {i18n.t('reply.open')}
          </button>
        </div>
        {isOpen(place, 'picture') && pictureOf(() => pictureQuote(annotation))}
        {isOpen(place, 'reply') && (
          <ReplyForm reply={buildReply(annotation, feed.statistics as Statistic[])} onCopy={copy} />
        )}
      </>
    );
  }
}

function pictureOf(make: () => Picture) {
  try {
    const picture = make();
    return <PictureForm key={picture.alt} picture={picture} draw={drawPicture} onSave={savePicture} onCopy={copy} />;
  } catch (error) {
    return <p role="alert">{error instanceof Error ? error.message : String(error)}</p>;
  }
}

async function savePicture(canvas: HTMLCanvasElement, name: string): Promise<void> {
  saveBlob(name, await toPng(canvas));
}

function copy(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}

const app = document.getElementById('app');
if (app) render(<BriefView />, app);
