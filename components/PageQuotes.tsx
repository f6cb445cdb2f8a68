/** The quotes that were saved from the page in view, each with what became of its words there. */
import { i18n } from '#i18n';
import type { AnchorOutcome, Annotation } from '../lib/domain/annotation';
import { describeDay } from './date';

/** Newest first. */
export function PageQuotes({ quotes }: { quotes: readonly Annotation[] }) {
  return (
    <section class="panel-part" aria-labelledby="page-quotes">
      <h2 id="page-quotes">{i18n.t('panel.quotes')}</h2>
      {quotes.length === 0 ? (
        <p class="small">{i18n.t('panel.noQuotes')}</p>
      ) : (
        <ul class="page-quotes">
          {quotes.map(({ id, quote, created, anchors }) => (
            <li key={id}>
              <blockquote class="page-quote">{quote.exact}</blockquote>
              <p class="small">
                {[
                  i18n.t('panel.quoteSaved', { date: describeDay(created) }),
                  ...anchors.slice(-1).map(({ outcome }) => describeOutcome(outcome)),
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function describeOutcome(outcome: AnchorOutcome): string {
  if (outcome === 'found') return i18n.t('panel.quoteFound');
  if (outcome === 'changed') return i18n.t('panel.quoteChanged');
  return outcome === 'ambiguous' ? i18n.t('panel.quoteAmbiguous') : i18n.t('panel.quoteGone');
}
