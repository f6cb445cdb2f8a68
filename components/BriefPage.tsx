/** A brief to read, print and send on: quotes and figures by question, sources numbered, the disclosures at its end. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Brief } from '../lib/domain/brief';
import { Day } from './Day';

interface BriefPageProps {
  brief: Brief;
  /** What can be done with one quote, by its id; `place` tells apart the groups that it stands in. */
  actions(id: string, place: string): ComponentChildren;
}

export function BriefPage({ brief, actions }: BriefPageProps) {
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
          {quotes.map(({ id, text, speaker, source, outcome }) => (
            <div class="brief-quote" key={id}>
              <blockquote>{text}</blockquote>
              <p class="small">
                {speaker && `${speaker} `}
                <a href={`#source-${source}`} onClick={goToSource}>
                  [{source}]
                </a>
                {outcome && ` ${outcome}`}
              </p>
              <div class="no-print">{actions(id, `${id} ${heading}`)}</div>
            </div>
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

/** What stands behind the address's # names the quotes: it has to stay for the page to be loaded again. */
function goToSource(event: MouseEvent) {
  event.preventDefault();
  const { hash, ownerDocument } = event.currentTarget as HTMLAnchorElement;
  ownerDocument.getElementById(hash.slice(1))?.focus();
}
