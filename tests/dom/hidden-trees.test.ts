/** What a page keeps in shadow trees or doesn't draw is left out of its text, without an error. */
import { afterEach, describe, expect, it } from 'vitest';
import { readPageText } from '../../lib/dom/page-text';

afterEach(() => document.body.replaceChildren());

/** The text of an article that is written around one more part of it. */
function read(part: (article: HTMLElement) => void): string {
  const article = document.createElement('article');
  article.innerHTML = '<p>Before it.</p>';
  document.body.append(article);
  part(article);
  article.insertAdjacentHTML('beforeend', '<p>After it.</p>');
  return readPageText(article).text;
}

const withShadow = (mode: ShadowRootMode) => (article: HTMLElement) => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode });
  root.innerHTML = '<p>In the shadow.</p><slot></slot>';
  host.innerHTML = '<p>Through a slot.</p>';
  article.append(host);
};

describe('62: an article', () => {
  it.each(['open', 'closed'] as const)(
    'with an %s shadow tree is read without it, but with what shows in its slot',
    (mode) => {
      expect(read(withShadow(mode))).toBe('Before it.\n\nThrough a slot.\n\nAfter it.');
    },
  );

  it('with parts that are drawn only when they come into view is read with them', () => {
    const text = read((article) => {
      article.insertAdjacentHTML('beforeend', '<p style="content-visibility: auto">Far below.</p>');
    });
    expect(text).toBe('Before it.\n\nFar below.\n\nAfter it.');
  });

  it.each(['content-visibility: hidden', 'display: none', 'visibility: hidden'])(
    'with a part of which nothing is drawn is read without it: %s',
    (style) => {
      const text = read((article) => {
        article.insertAdjacentHTML('beforeend', `<div style="${style}"><p>Not drawn.</p></div>`);
      });
      expect(text).toBe('Before it.\n\nAfter it.');
    },
  );

  it('with a list of which only some rows exist is read with the rows that are there', () => {
    const text = read((article) => {
      article.insertAdjacentHTML(
        'beforeend',
        '<ul style="height: 90000px"><li style="position: absolute; top: 500px">Row 10.</li></ul>',
      );
    });
    expect(text).toBe('Before it.\n\nRow 10.\n\nAfter it.');
  });
});
