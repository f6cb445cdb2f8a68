/** Site access: where the extension may read pages by itself, how to turn that on, and how to turn it off. */
import { useRef, useState } from 'preact/hooks';
import { type Grant, NEWS_GROUPS, nameOf, parseSite, type Site } from '../lib/domain/site';

export interface SiteAccessProps {
  /** The site that the person came from, where there is one. */
  suggested: Site | null;
  grants: Grant[];
  /** Called straight from the press, so that the browser may be asked. */
  onTurnOn(sites: Site[]): void;
  onTurnOff(grants: Grant[]): void;
}

export function SiteAccess({ suggested, grants, onTurnOn, onTurnOff }: SiteAccessProps) {
  const isOn = (site: Site) =>
    grants.some((grant) => grant.site === null || grant.site === site || site.endsWith(`.${grant.site}`));
  return (
    <section class="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">Site access</h2>
      <p>
        It reads a page only when you press Check this page, or on the sites you list here. What it reads stays in your
        browser.
      </p>
      {suggested && (
        <div class="sites-suggested">
          {isOn(suggested) ? (
            <p>It is on for {nameOf(suggested)}.</p>
          ) : (
            <>
              <p>Check every page that you open on {describeSite(suggested)}, without a press:</p>
              <button type="button" class="button button-primary" onClick={() => onTurnOn([suggested])}>
                Turn on for this site
              </button>
            </>
          )}
        </div>
      )}
      <GrantList grants={grants} onTurnOff={onTurnOff} />
      <AddSite onTurnOn={onTurnOn} />
      <NewsSites onTurnOn={onTurnOn} />
    </section>
  );
}

/** “The Guardian (theguardian.com)”, or the site alone where it has no name. */
function describeSite(site: Site): string {
  const name = nameOf(site);
  return name === site ? site : `${name} (${site})`;
}

function GrantList({ grants, onTurnOff }: Pick<SiteAccessProps, 'grants' | 'onTurnOff'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button pressed goes away with its row, and the focus with it.
  const turnOff = (some: Grant[]) => {
    heading.current?.focus();
    onTurnOff(some);
  };
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        Where it is on
      </h3>
      {grants.length === 0 ? (
        <p>On no site. It reads a page only when you press Check this page.</p>
      ) : (
        <ul class="sites-granted">
          {grants.map((grant) => (
            <li key={grant.site}>
              <span>{grant.site === null ? grant.name : describeSite(grant.site)}</span>
              <button
                type="button"
                class="button"
                aria-label={`Turn off for ${grant.name}`}
                onClick={() => turnOff([grant])}
              >
                Turn off
              </button>
            </li>
          ))}
        </ul>
      )}
      {grants.length > 1 && (
        <button type="button" class="button" onClick={() => turnOff(grants)}>
          Turn off everywhere
        </button>
      )}
    </>
  );
}

function AddSite({ onTurnOn }: Pick<SiteAccessProps, 'onTurnOn'>) {
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    try {
      onTurnOn([parseSite(typed)]);
      setTyped('');
      setReason(null);
    } catch (error) {
      setReason(error instanceof Error ? error.message : String(error));
      field.current?.focus();
    }
  }

  return (
    <form class="sites-add" noValidate onSubmit={submit}>
      <h3 id="sites-add-title">Another site</h3>
      <label for="sites-add-field">Address of the site, such as theguardian.com</label>
      <div class="sites-row">
        <input
          id="sites-add-field"
          ref={field}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={typed}
          aria-invalid={reason !== null}
          aria-describedby="sites-add-reason"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Turn on
        </button>
      </div>
      <p id="sites-add-reason" role="alert">
        {reason}
      </p>
    </form>
  );
}

function NewsSites({ onTurnOn }: Pick<SiteAccessProps, 'onTurnOn'>) {
  const [chosen, setChosen] = useState(NEWS_GROUPS.filter(({ isNews }) => isNews));
  const sites = chosen.flatMap((group) => group.sites);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTurnOn(sites.map(({ site }) => site));
      }}
    >
      <fieldset class="sites-news">
        <legend>
          <h3>UK news sites</h3>
        </legend>
        <p>Your browser asks you once for all of them. Each can be turned off again here.</p>
        {NEWS_GROUPS.map((group) => (
          <div key={group.label} class="sites-group">
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(group)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(NEWS_GROUPS.filter((other) => (other === group ? checked : chosen.includes(other))))
                }
              />
              {group.label} ({group.sites.length})
            </label>
            <p class="small">{group.sites.map(({ name }) => name).join(', ')}</p>
          </div>
        ))}
        <button type="submit" class="button" disabled={sites.length === 0}>
          Turn on for UK news sites ({sites.length})
        </button>
      </fieldset>
    </form>
  );
}
