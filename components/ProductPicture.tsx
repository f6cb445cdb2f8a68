/** What the product does in one picture: a passage of an invented article, marked, and the figure that stands beside it. */
import { i18n } from '#i18n';
import type { Statistic } from '../lib/domain/statistic';
import { Figure } from './Figure';
import { Sentence } from './Sentence';

export function ProductPicture({ statistic }: { statistic: Statistic }) {
  return (
    <figure class="picture">
      <div class="picture-scene">
        <div class="picture-article">
          <p class="picture-outlet">{i18n.t('firstRun.article.outlet')}</p>
          <p class="picture-headline">{i18n.t('firstRun.article.headline')}</p>
          <p>{i18n.t('firstRun.article.opening')}</p>
          <p>
            <Sentence text={i18n.t('firstRun.article.claim')} parts={{ mark: (words) => <mark>{words}</mark> }} />
          </p>
          <p>{i18n.t('firstRun.article.closing')}</p>
        </div>
        <div class="picture-card">
          <Figure statistic={statistic} />
        </div>
      </div>
      <figcaption class="small">{i18n.t('firstRun.picture')}</figcaption>
    </figure>
  );
}
