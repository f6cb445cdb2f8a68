/** The brief: the quotes whose ids stand behind the address's #, with the figures they bear on, to print, save and use. */
import { type ComponentChildren, render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BriefPage, type QuoteTools } from '../../components/BriefPage';
import { PictureForm } from '../../components/PictureForm';
import { ReplyForm } from '../../components/ReplyForm';
import { drawPicture, toPng } from '../../lib/dom/draw-picture';
import { saveBlob, saveFile } from '../../lib/dom/save-file';
import type { Annotation } from '../../lib/domain/annotation';
import { type Brief, buildBrief, writeBrief } from '../../lib/domain/brief';
import { reasonOf } from '../../lib/domain/error-reason';
import type { Feed } from '../../lib/domain/feed';
import { type Picture, pictureFigure, pictureQuote } from '../../lib/domain/picture';
import { buildReply } from '../../lib/domain/reply';
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

type Tool = 'picture' | 'reply';
/** What is open, and where. */
type Open = { place: string; tool: Tool } | null;

function BriefView() {
  const [loaded, setLoaded] = useState<{ annotations: Annotation[]; feed: Feed } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);

  useEffect(() => {
    document.title = i18n.t('brief.documentTitle');
    const ids = location.hash.slice(1).split(',').filter(Boolean);
    Promise.all([background.getAnnotations(ids), background.getFeed()]).then(
      ([annotations, feed]) => setLoaded({ annotations, feed }),
      (error: unknown) => setFailure(reasonOf(error)),
    );
  }, []);

  const replies = useMemo(
    () => new Map(loaded?.annotations.map((quote) => [quote.id, buildReply(quote, loaded.feed.statistics)])),
    [loaded],
  );

  if (failure !== null) {
    return (
      <Page>
        <h1>{i18n.t('brief.title')}</h1>
        <p role="alert">{i18n.t('brief.failed', { reason: failure })}</p>
      </Page>
    );
  }
  if (!loaded) return <Page>{i18n.t('library.loading')}</Page>;
  const { annotations, feed } = loaded;
  if (annotations.length === 0) {
    return (
      <Page>
        <h1>{i18n.t('brief.title')}</h1>
        <p>{i18n.t('brief.empty')}</p>
      </Page>
    );
  }
  const brief = buildBrief(annotations, feed.statistics, feed.survey, writtenAt);
  const asked = feed.statistics.filter(
    ({ id, headline }) => headline && annotations.some(({ statistics }) => statistics.includes(id)),
  );
  const isOpen = (place: string, tool: Tool) => open?.place === place && open.tool === tool;
  /** What a button needs that opens a tool in its place, and closes it. */
  const toggle = (place: string, tool: Tool) => ({
    type: 'button' as const,
    'aria-expanded': isOpen(place, tool),
    onClick: () => setOpen(isOpen(place, tool) ? null : { place, tool }),
  });
  return (
    <Page brief={brief}>
      <BriefPage brief={brief} toolsOf={toolsOf} />
      {asked.length > 0 && (
        <section class="no-print">
          <h2>{i18n.t('picture.figures')}</h2>
          <div class="brief-figures">
            {asked.map(({ id, question, headline }) => (
              <button key={id} class="button" {...toggle(id, 'picture')}>
                {headline?.percent}%: {question}
              </button>
            ))}
          </div>
          {asked
            .filter(({ id }) => isOpen(id, 'picture'))
            .map((statistic) => pictureOf(() => pictureFigure(statistic)))}
        </section>
      )}
    </Page>
  );

  /** A reply is offered only where there is something to correct. */
  function toolsOf(id: string, place: string): QuoteTools {
    const annotation = annotations.find((candidate) => candidate.id === id);
    const reply = replies.get(id);
    return {
      buttons: (
        <>
          <button class="link-button" {...toggle(place, 'picture')}>
            {i18n.t('picture.open')}
          </button>
          {reply && (
            <button class="link-button" {...toggle(place, 'reply')}>
              {i18n.t('reply.open')}
            </button>
          )}
        </>
      ),
      opened:
        isOpen(place, 'reply') && reply ? (
          <ReplyForm reply={reply} onCopy={copy} />
        ) : (
          isOpen(place, 'picture') && annotation && pictureOf(() => pictureQuote(annotation))
        ),
    };
  }
}

/** The page around what there is to read; with a brief, what can be done with all of it. */
function Page({ brief, children }: { brief?: Brief; children: ComponentChildren }) {
  return (
    <div class="page page-wide">
      <header class="page-head no-print">
        <a href="/library.html">{i18n.t('brief.back')}</a>
        {brief && (
          <span class="page-head-links">
            <button type="button" class="button" onClick={() => print()}>
              {i18n.t('brief.print')}
            </button>
            <button type="button" class="button" onClick={() => saveMarkdown(brief)}>
              {i18n.t('brief.markdown')}
            </button>
          </span>
        )}
      </header>
      <main>{children}</main>
    </div>
  );
}

function saveMarkdown(brief: Brief): void {
  saveFile({
    name: `iapt-brief-${brief.writtenOn}.md`,
    type: 'text/markdown;charset=utf-8',
    text: writeBrief(brief),
  });
}

function pictureOf(make: () => Picture) {
  try {
    const picture = make();
    return <PictureForm key={picture.alt} picture={picture} draw={drawPicture} onSave={savePicture} onCopy={copy} />;
  } catch (error) {
    return <p role="alert">{reasonOf(error)}</p>;
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
