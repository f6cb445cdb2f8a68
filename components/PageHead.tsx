/** The head that the extension's pages share: its name, the ways to the other pages, and the page's title. */
import { i18n } from '#i18n';

const PAGES = [
  { id: 'library', href: '/library.html' },
  { id: 'settings', href: '/options.html' },
  { id: 'method', href: '/method.html' },
  { id: 'firstRun', href: '/first-run.html' },
] as const;

export type PageId = (typeof PAGES)[number]['id'];

export function PageHead({ page, title }: { page: PageId; title: string }) {
  return (
    <header class="page-head">
      <p class="page-brand">
        <img src="/icon/48.png" width="24" height="24" alt="" />
        {i18n.t('manifest.name')}
      </p>
      <nav class="page-nav" aria-label={i18n.t('pages.nav')}>
        {PAGES.map(({ id, href }) => (
          <a key={id} href={href} aria-current={id === page ? 'page' : undefined}>
            {i18n.t(`pages.${id}`)}
          </a>
        ))}
      </nav>
      <h1>{title}</h1>
    </header>
  );
}
