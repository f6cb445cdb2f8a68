/** The method page: how the survey was made and what is not known, how passages are found, and what the extension does. */
import { i18n } from '#i18n';
import type { Feed } from '../lib/domain/feed';
import { FigureTable } from './FigureTable';
import { MatcherQuality, type MatcherQualityProps } from './MatcherQuality';
import { PageHead } from './PageHead';
import { SurveyDisclosure } from './SurveyDisclosure';

export interface MethodProps {
  feed: Feed;
  quality: MatcherQualityProps;
}

export function Method({ feed, quality }: MethodProps) {
  return (
    <div class="page method">
      <PageHead page="method" title={i18n.t('method.title')} />
      <main>
        <p class="lead">{i18n.t('method.lead')}</p>
        <SurveyDisclosure feed={feed} />
        <FigureTable feed={feed} />
        <Told />
        <Matching quality={quality} />
        <section aria-labelledby="does-title">
          <h2 id="does-title">{i18n.t('method.does.title')}</h2>
          <List
            texts={[
              i18n.t('method.does.local'),
              i18n.t('method.does.sites'),
              i18n.t('method.does.kept'),
              i18n.t('method.does.sent'),
            ]}
          />
          <h3>{i18n.t('method.doesNot.title')}</h3>
          <List
            texts={[
              i18n.t('method.doesNot.judge'),
              i18n.t('method.doesNot.send'),
              i18n.t('method.doesNot.change'),
              i18n.t('method.doesNot.count'),
            ]}
          />
        </section>
      </main>
    </div>
  );
}

function Told() {
  return (
    <section aria-labelledby="told-title">
      <h2 id="told-title">{i18n.t('method.told.title')}</h2>
      <List
        texts={[
          i18n.t('method.told.disclosure'),
          i18n.t('method.told.margin'),
          i18n.t('method.told.words'),
          i18n.t('method.told.order'),
          i18n.t('method.told.evidence'),
        ]}
      />
    </section>
  );
}

function Matching({ quality }: Pick<MethodProps, 'quality'>) {
  return (
    <section aria-labelledby="matching-title">
      <h2 id="matching-title">{i18n.t('method.matching.title')}</h2>
      <p>{i18n.t('method.matching.where')}</p>
      <List
        texts={[
          i18n.t('method.matching.topic'),
          i18n.t('method.matching.words'),
          i18n.t('method.matching.number'),
          i18n.t('method.matching.relation'),
        ]}
      />
      <MatcherQuality {...quality} />
    </section>
  );
}

function List({ texts }: { texts: string[] }) {
  return (
    <ul class="method-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
