/** The fields of a quote's source, every one of which a person may correct. */
import { i18n } from '#i18n';
import type { PageSource } from '../lib/domain/annotation';

type Field = 'title' | 'outlet' | 'authors' | 'published' | 'modified' | 'language' | 'url' | 'canonicalUrl';

/** What a reader sees of a source, and what only machines say of it. */
const SEEN: Field[] = ['url', 'title', 'outlet', 'authors', 'published'];
const UNSEEN: Field[] = ['modified', 'language', 'canonicalUrl'];

/** Between two authors' names, which may hold commas. */
const SEPARATOR = '; ';

export function SourceFields({ source }: { source: Partial<PageSource> }) {
  const field = (name: Field) => (
    <label key={name} class={`field field-${name}`}>
      {i18n.t(`source.${name}`)}
      <input name={name} required={name === 'url'} defaultValue={toText(source[name])} />
    </label>
  );
  return (
    <div class="source-fields">
      {SEEN.map(field)}
      <details>
        <summary>{i18n.t('source.more')}</summary>
        <div class="source-fields">{UNSEEN.map(field)}</div>
      </details>
    </div>
  );
}

function toText(value: string | string[] | null | undefined): string {
  return Array.isArray(value) ? value.join(SEPARATOR) : (value ?? '');
}

/** The source as it stands in a form; an empty field is nothing known. */
export function readSourceFields(form: FormData): PageSource {
  const text = (name: Field) => String(form.get(name) ?? '').trim();
  return {
    url: text('url'),
    canonicalUrl: text('canonicalUrl') || null,
    title: text('title'),
    outlet: text('outlet') || null,
    authors: text('authors')
      .split(';')
      .map((author) => author.trim())
      .filter(Boolean),
    published: text('published') || null,
    modified: text('modified') || null,
    language: text('language') || null,
  };
}
