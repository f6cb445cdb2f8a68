/** The picture on the first-run page shows what the matcher would really do with its invented article. */
import { expect, it } from 'vitest';
import { i18n } from '#i18n';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';

it('marks its passage, and no other, for the figure on burnout', () => {
  const claim = i18n.t('firstRun.article.claim').replace(/<\/?mark>/g, '');
  const text = [i18n.t('firstRun.article.opening'), claim, i18n.t('firstRun.article.closing')].join('\n\n');
  const found = [
    ...findMatches({ title: i18n.t('firstRun.article.headline'), text }, compilePatterns(embeddedFeed().patterns)),
  ].flat();
  expect(found.map(({ statistic }) => statistic)).toEqual(['burnout']);
  expect(claim).toContain(found[0]?.claim.text);
});
