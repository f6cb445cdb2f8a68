/** Site access: where the extension may read pages by itself, how to turn that on, and how to turn it off. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Grant, NEWS_GROUPS, nameOf, parseSite, type Site } from '../lib/domain/site';
import { describeSiteRefusal } from './describe-site-refusal';

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
      <h2 id="sites-title">{i18n.t('sites.title')}</h2>
      <p>{i18n.t('sites.when')}</p>
      {suggested && <SuggestedSite site={suggested} isOn={isOn(suggested)} onTurnOn={onTurnOn} />}
      <GrantList grants={grants} onTurnOff={onTurnOff} />
      <AddSite onTurnOn={onTurnOn} />
      <NewsSites onTurnOn={onTurnOn} />
    </section>
  );
}

interface SuggestedSiteProps extends Pick<SiteAccessProps, 'onTurnOn'> {
  site: Site;
  isOn: boolean;
}

function SuggestedSite({ site, isOn, onTurnOn }: SuggestedSiteProps) {
  const outcome = useRef<HTMLParagraphElement>(null);
  const wasAsked = useRef(false);
  // The button pressed goes away once the browser said yes, and the focus with it.
  useEffect(() => {
    if (!isOn || !wasAsked.current) return;
    wasAsked.current = false;
    outcome.current?.focus();
  }, [isOn]);

  function turnOn() {
    wasAsked.current = true;
    onTurnOn([site]);
  }

  return (
    <div class="sites-suggested">
      {isOn ? (
        <p ref={outcome} tabIndex={-1}>
          {i18n.t('sites.isOn', { site: nameOf(site) })}
        </p>
      ) : (
        <>
          <p>{i18n.t('sites.suggest', { site: describeSite(site) })}</p>
          <button type="button" class="button button-primary" onClick={turnOn}>
            {i18n.t('thisPage.turnOn')}
          </button>
        </>
      )}
    </div>
  );
}

/** “The Guardian (theguardian.com)”, or the site alone where it has no name. */
function describeSite(site: Site): string {
  const name = nameOf(site);
  return name === site ? site : i18n.t('sites.nameAndSite', { name, site });
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
        {i18n.t('sites.whereOn')}
      </h3>
      {grants.length === 0 ? (
        <p>{i18n.t('sites.onNone')}</p>
      ) : (
        <ul class="sites-granted">
          {grants.map((grant) => (
            <li key={grant.site}>
              <span>{grant.site === null ? grant.name : describeSite(grant.site)}</span>
              <button
                type="button"
                class="button"
                aria-label={i18n.t('sites.turnOffFor', { name: grant.name })}
                onClick={() => turnOff([grant])}
              >
                {i18n.t('sites.turnOff')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {grants.length > 1 && (
        <button type="button" class="button" onClick={() => turnOff(grants)}>
          {i18n.t('sites.turnOffAll')}
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
      setReason(describeSiteRefusal(error));
      field.current?.focus();
    }
  }

  return (
    <form noValidate onSubmit={submit}>
      <h3 id="sites-add-title">{i18n.t('sites.another')}</h3>
      <label for="sites-add-field">{i18n.t('sites.address')}</label>
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
          {i18n.t('sites.turnOn')}
        </button>
      </div>
      <p id="sites-add-reason" class="fault" role="alert">
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
          <h3>{i18n.t('sites.news')}</h3>
        </legend>
        <p>{i18n.t('sites.newsNote')}</p>
        {NEWS_GROUPS.map((group) => (
          <div key={group.id} class="sites-group">
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(group)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(NEWS_GROUPS.filter((other) => (other === group ? checked : chosen.includes(other))))
                }
              />
              {i18n.t('sites.group', { label: i18n.t(`sites.groups.${group.id}`), count: group.sites.length })}
            </label>
            <p class="small">{group.sites.map(({ name }) => name).join(', ')}</p>
          </div>
        ))}
        <button type="submit" class="button" disabled={sites.length === 0}>
          {i18n.t('sites.turnOnNews', { count: sites.length })}
        </button>
      </fieldset>
    </form>
  );
}
