/** A passage in its own words, with the words marked that gave it away, so that a reader can judge the match. */
import { i18n } from '#i18n';
import type { Match } from '../lib/domain/match';

export function MarkedPassage({ match }: { match: Match }) {
  const { span, text, triggers } = match.claim;
  const parts = [];
  let at = span.start;
  for (const trigger of triggers.toSorted((a, b) => a.start - b.start)) {
    if (trigger.start < at || trigger.end > span.end) continue;
    parts.push(text.slice(at - span.start, trigger.start - span.start));
    parts.push(<mark key={trigger.start}>{text.slice(trigger.start - span.start, trigger.end - span.start)}</mark>);
    at = trigger.end;
  }
  parts.push(text.slice(at - span.start));
  return (
    <blockquote class="marked-passage" aria-label={i18n.t('card.passage')}>
      {parts}
    </blockquote>
  );
}
