/** The settings page: site access, what was sent, and whether quotes are kept. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice, type NoticeContent } from '../../components/Notice';
import { RequestLog } from '../../components/RequestLog';
import { SiteAccess } from '../../components/SiteAccess';
import { type Grant, groupOrigins, nameOf, originsOf, parseSite, type Site } from '../../lib/domain/site';
import { browser } from '../../lib/platform/browser';
import { type Keeping, type PageToBackground, type RequestRecord, remote } from '../../lib/platform/messages';
import { listGrantedOrigins, requestAccess, revokeAccess, watchAccess } from '../../lib/platform/sites';
import '../../components/theme.css';
import '../../components/page.css';
import '../../components/SiteAccess.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));

function Options({ suggested, refusal }: { suggested: Site | null; refusal: string | null }) {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [grants, setGrants] = useState<Grant[] | null>(null);
  const [requests, setRequests] = useState<RequestRecord[] | null>(null);
  const [keeping, setKeeping] = useState<Keeping | null>(null);

  const fail = (error: unknown) =>
    setNotice({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  const loadGrants = () => listGrantedOrigins().then((origins) => setGrants(groupOrigins(origins)));

  useEffect(() => {
    if (refusal) fail(refusal);
    loadGrants().catch(fail);
    background.getKeeping().then(setKeeping, fail);
    background.listRequests().then(setRequests, fail);
    return watchAccess(() => loadGrants().catch(fail));
  }, []);

  function turnOn(sites: Site[]) {
    const names = describeSites(sites.map(nameOf));
    // Nothing may be awaited before this: the browser only asks straight from a press.
    requestAccess(sites.flatMap(originsOf))
      .then(async (isGranted) => {
        await loadGrants();
        setNotice(
          isGranted
            ? {
                kind: 'done',
                message: `Turned on for ${names}. Reload a page that is already open to have it checked.`,
              }
            : {
                kind: 'failed',
                message: `Not turned on for ${names}: your browser’s question was not answered with yes.`,
              },
        );
      })
      .catch((error: Error) =>
        setNotice({ kind: 'failed', message: `The browser would not turn it on for ${names}: ${error.message}` }),
      );
  }

  function turnOff(some: Grant[]) {
    const names = describeSites(some.map(({ name }) => name));
    revokeAccess(some.flatMap(({ origins }) => origins))
      .then(async () => {
        await loadGrants();
        setNotice({
          kind: 'done',
          message: `Turned off for ${names}. A page that is open keeps its marks until it is reloaded.`,
        });
      })
      .catch((error: Error) =>
        setNotice({ kind: 'failed', message: `The browser would not turn it off for ${names}: ${error.message}` }),
      );
  }

  return (
    <div class="page">
      <header class="page-head">
        <h1>Settings</h1>
        <a href="/library.html">Quotes</a>
      </header>
      <main>
        <div class="page-notice">
          <Notice notice={notice} />
        </div>
        {grants && <SiteAccess suggested={suggested} grants={grants} onTurnOn={turnOn} onTurnOff={turnOff} />}
        <section aria-labelledby="quotes-title">
          <h2 id="quotes-title">Quotes</h2>
          {keeping && (
            <p>
              {keeping.kept
                ? 'Your quotes are kept in this browser, on this device, and are sent nowhere.'
                : `Quotes aren’t kept at the moment. ${keeping.reason}`}
            </p>
          )}
        </section>
        <section aria-labelledby="sent-title">
          <h2 id="sent-title">What was sent</h2>
          {requests && <RequestLog requests={requests} />}
        </section>
      </main>
    </div>
  );
}

/** “A”, “A and B”, or “29 sites” where naming each would hide the message. */
function describeSites(names: string[]): string {
  return names.length > 3 ? `${names.length} sites` : new Intl.ListFormat('en-GB').format(names);
}

/** What `?site=` says, or why it names no site. */
function readSuggestion(): { suggested: Site | null; refusal: string | null } {
  const site = new URLSearchParams(location.search).get('site');
  try {
    return { suggested: site === null ? null : parseSite(site), refusal: null };
  } catch (error) {
    return { suggested: null, refusal: error instanceof Error ? error.message : String(error) };
  }
}

const app = document.getElementById('app');
if (app) render(<Options {...readSuggestion()} />, app);
