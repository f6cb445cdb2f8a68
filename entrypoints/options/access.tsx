/** Site access on the settings page: asks the browser, gives back, and says what became of it. */
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NoticeContent } from '../../components/Notice';
import { SiteAccess } from '../../components/SiteAccess';
import { type Grant, groupOrigins, nameOf, originsOf, type Site } from '../../lib/domain/site';
import { listGrantedOrigins, requestAccess, revokeAccess, watchAccess } from '../../lib/platform/sites';
import '../../components/SiteAccess.css';

interface AccessProps {
  suggested: Site | null;
  say(notice: NoticeContent): void;
}

export function Access({ suggested, say }: AccessProps) {
  const [grants, setGrants] = useState<Grant[] | null>(null);
  const loadGrants = () => listGrantedOrigins().then((origins) => setGrants(groupOrigins(origins)));
  const done = (message: string) => say({ kind: 'done', message });
  const fail = (message: string) => say({ kind: 'failed', message });

  useEffect(() => {
    const load = () => loadGrants().catch((error: Error) => fail(error.message));
    void load();
    return watchAccess(load);
  }, []);

  function turnOn(sites: Site[]) {
    const names = describeSites(sites.map(nameOf));
    // Nothing may be awaited before this: the browser only asks straight from a press.
    requestAccess(sites.flatMap(originsOf))
      .then(async (isGranted) => {
        await loadGrants();
        if (isGranted) done(i18n.t('sites.turnedOn', { names }));
        else fail(i18n.t('sites.notTurnedOn', { names }));
      })
      .catch((error: Error) => fail(i18n.t('sites.refusedOn', { names, reason: error.message })));
  }

  function turnOff(some: Grant[]) {
    const names = describeSites(some.map(({ name }) => name));
    revokeAccess(some.flatMap(({ origins }) => origins))
      .then(async () => {
        await loadGrants();
        done(i18n.t('sites.turnedOff', { names }));
      })
      .catch((error: Error) => fail(i18n.t('sites.refusedOff', { names, reason: error.message })));
  }

  return grants && <SiteAccess suggested={suggested} grants={grants} onTurnOn={turnOn} onTurnOff={turnOff} />;
}

/** “A”, “A and B”, or “29 sites” where naming each would hide the message. */
function describeSites(names: string[]): string {
  return names.length > 3
    ? i18n.t('sites.many', { count: names.length })
    : new Intl.ListFormat(i18n.t('pages.language')).format(names);
}
