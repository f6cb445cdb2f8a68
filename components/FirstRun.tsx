/** The page that opens once after the install: what the product does, in one picture and three steps. It asks for nothing. */
import { i18n } from '#i18n';
import { describeSample, type Statistic } from '../lib/domain/statistic';
import { PageHead } from './PageHead';
import { ProductPicture } from './ProductPicture';
import { Sentence } from './Sentence';

interface FirstRunProps {
  /** In the survey's order; the picture shows the one on burnout. */
  statistics: Statistic[];
  /** Keys of the commands by name, as the browser has assigned them. */
  keys: Record<string, string>;
}

export function FirstRun({ statistics, keys }: FirstRunProps) {
  const [first] = statistics;
  const shown = statistics.find(({ id }) => id === 'burnout') ?? first;
  return (
    <div class="page first-run">
      <PageHead page="firstRun" title={i18n.t('firstRun.title')} />
      <main>
        {first?.headline && (
          <p class="lead">
            {i18n.t('firstRun.lead', {
              sample: describeSample(first, first.headline.edition.respondents),
              when: first.headline.edition.when,
            })}
          </p>
        )}
        {shown && <ProductPicture statistic={shown} />}
        <ol class="steps">
          <li>
            <h2>{i18n.t('firstRun.share.title')}</h2>
            <p>{i18n.t('firstRun.share.how')}</p>
          </li>
          <li>
            <h2>{i18n.t('firstRun.check.title')}</h2>
            <p>
              <Keys text={i18n.t('firstRun.check.how')} keys={keys['check-page']} />
            </p>
          </li>
          <li>
            <h2>{i18n.t('firstRun.keep.title')}</h2>
            <p>
              <Keys text={i18n.t('firstRun.keep.how')} keys={keys['save-quote']} />
            </p>
          </li>
        </ol>
        <section class="first-run-promise" aria-labelledby="promise-title">
          <h2 id="promise-title">{i18n.t('firstRun.promise.title')}</h2>
          <ul>
            <li>{i18n.t('firstRun.promise.nothing')}</li>
            <li>{i18n.t('firstRun.promise.here')}</li>
            <li>{i18n.t('firstRun.promise.verdict')}</li>
          </ul>
          <p class="settings-row">
            <a class="button" href="/options.html">
              {i18n.t('firstRun.toSettings')}
            </a>
            <a class="button" href="/method.html">
              {i18n.t('firstRun.toMethod')}
            </a>
          </p>
        </section>
      </main>
    </div>
  );
}

/** A step with the keys that do the same, where the browser has assigned some. */
function Keys({ text, keys }: { text: string; keys: string | undefined }) {
  return (
    <>
      {text}
      {keys && (
        <>
          {' '}
          <Sentence text={i18n.t('firstRun.keys', { keys })} parts={{ keys: (words) => <kbd>{words}</kbd> }} />
        </>
      )}
    </>
  );
}
