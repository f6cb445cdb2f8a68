/** One line about the page in the active tab: what was found on it, or why nothing was. */
import type { PageCheck } from '../lib/platform/messages';

/** A site by its host name, and whether access to it was granted. */
export interface Site {
  host: string;
  granted: boolean;
}

export interface PageLineProps {
  /** What is known of the page; null until it is known. */
  check: PageCheck | null;
  /** The site of the page, where its address is known and a site can be turned on. */
  site: Site | null;
  onCheck: () => void;
}

export function PageLine({ check, site, onCheck }: PageLineProps) {
  return (
    <section class="page-line" aria-label="This page">
      <p role="status">{check ? <Outcome {...check} /> : 'Looking at this page…'}</p>
      {check && check.state !== 'unsupported' && (
        <button type="button" class="button" onClick={onCheck}>
          {check.state === 'not-checked' ? 'Check this page' : 'Check again'}
        </button>
      )}
      {site && check && check.state !== 'unsupported' && (
        <a
          href={`/options.html?site=${encodeURIComponent(site.host)}`}
          target="_blank"
          rel="noopener noreferrer"
          class="page-line-site"
        >
          {site.granted ? 'On for this site' : 'Turn on for this site'}
        </a>
      )}
    </section>
  );
}

function Outcome({ state, passages }: PageCheck) {
  if (state === 'unsupported') return <>This page can’t be checked</>;
  if (state === 'not-checked') return <>This page has not been checked</>;
  if (passages === 0) return <>Checked: no claims about IAPT found</>;
  return (
    <>
      <strong class="page-line-count">{passages}</strong> {passages === 1 ? 'passage' : 'passages'} on this page
    </>
  );
}
