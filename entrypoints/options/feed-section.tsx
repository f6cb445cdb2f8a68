/** The settings of the feed, wired to the background: kept apart, so that the page only has to place them. */
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FeedSettings } from '../../components/FeedSettings';
import { Notice, type NoticeContent } from '../../components/Notice';
import { reasonOf } from '../../lib/domain/error-reason';
import type { FeedPlace } from '../../lib/domain/feed-address';
import type { FeedStatus } from '../../lib/domain/feed-status';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { remote } from '../../lib/platform/transport';
import '../../components/FeedNews.css';
import '../../components/FeedSettings.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));

/** `onAsked` is called after each request, for what shows the log of them. */
export function FeedSection({ onAsked }: { onAsked: () => void }) {
  const [status, setStatus] = useState<FeedStatus | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const fail = (error: unknown) => setNotice({ kind: 'failed', message: reasonOf(error) });

  useEffect(() => {
    const load = () => {
      background.getFeedStatus().then(setStatus, fail);
    };
    // It also changes from elsewhere: by the daily check, and where everything is deleted.
    const onMessage = (message: unknown): undefined => {
      const { event } = (message ?? {}) as { event?: unknown };
      if (event === 'feedChanged' || event === 'feedChecked') load();
    };
    browser.runtime.onMessage.addListener(onMessage);
    load();
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);

  async function check() {
    setChecking(true);
    try {
      const before = status?.edition;
      const after = await background.checkFeed();
      setStatus(after);
      setNotice(describeOutcome(before, after));
    } catch (error) {
      fail(error);
    } finally {
      setChecking(false);
      onAsked();
    }
  }

  async function change(place: FeedPlace | 'built-in' | 'none') {
    try {
      const changed = await background.changeFeedPlace(place);
      setStatus(changed);
      if (changed.place) await check();
      else setNotice({ kind: 'done', message: i18n.t('feed.turnedOff') });
    } catch (error) {
      fail(error);
    }
  }

  if (!status) return <Notice notice={notice} />;
  return (
    <>
      <FeedSettings status={status} isChecking={isChecking} onCheck={check} onChange={change} />
      <Notice notice={notice} />
    </>
  );
}

function describeOutcome(before: number | undefined, { edition, failure }: FeedStatus): NoticeContent {
  if (failure) return { kind: 'failed', message: i18n.t('feed.failed', { reason: failure, edition }) };
  return {
    kind: 'done',
    message: i18n.t(edition === before ? 'feed.nothingNew' : 'feed.newEdition', { edition }),
  };
}
