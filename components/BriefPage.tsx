/** A brief to read, print and send on: quotes and figures by question, sources numbered, the disclosures at its end. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Brief, BriefQuote } from '../lib/domain/brief';
import { Day } from './Day';

interface BriefPageProps {
  brief: Brief;
  /** What can be done with one quote, by its id; `place` tells apart the groups that it stands in. */
  toolsOf(id: string, place: string): QuoteTools;
}

/** The buttons that stand beside a quote's source, and what one of them opened below it. */
export interface QuoteTools {
  buttons: ComponentChildren;
  opened: ComponentChildren;
}

export function BriefPage({ brief, toolsOf }: BriefPageProps) {
  return (
    <article class="brief">
      <h1>{brief.title}</h1>
      <p class="small">
        <Day date={brief.writtenOn} />
      </p>
      {brief.groups.map(({ heading, figure, quotes }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {figure && <p class="brief-figure">{figure}</p>}
          {quotes.map((quote) => (
            <Quotation key={quote.id} quote={quote} {...toolsOf(quote.id, `${quote.id} ${heading}`)} />
          ))}
        </section>
      ))}
      <section>
        <h2>{i18n.t('brief.sources')}</h2>
        <ol>
          {brief.sources.map(({ number, title, details, link }) => (
            <li key={number} id={`source-${number}`} tabIndex={-1}>
              <a href={link}>{title}</a>. {details}
            </li>
          ))}
        </ol>
      </section>
      {brief.disclosures.length > 0 && (
        <section class="brief-disclosure">
          <h2>{i18n.t('brief.about')}</h2>
          {brief.disclosures.map((disclosure) => (
            <p key={disclosure}>{disclosure}</p>
          ))}
        </section>
      )}
    </article>
  );
}

function Quotation({ quote, buttons, opened }: { quote: BriefQuote } & QuoteTools) {
  const { text, speaker, source, outcome } = quote;
  const id = useId();
  return (
    <div class="brief-quote">
      <blockquote id={id}>{text}</blockquote>
      <div class="brief-source small">
        <p>
          {speaker && `${speaker} `}
          <a href={`#source-${source}`} onClick={goToSource}>
            [{source}]
          </a>
          {outcome && ` ${outcome}`}
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are none */}
        <div class="brief-tools no-print" role="group" aria-labelledby={id}>
          {buttons}
        </div>
      </div>
      {opened && <div class="no-print">{opened}</div>}
    </div>
  );
}

/** What stands behind the address's # names the quotes: it has to stay for the page to be loaded again. */
function goToSource(event: MouseEvent) {
  event.preventDefault();
  const { hash, ownerDocument } = event.currentTarget as HTMLAnchorElement;
  ownerDocument.getElementById(hash.slice(1))?.focus();
}
