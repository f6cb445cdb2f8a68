/** The text of an article is what a reader sees, and every character of it leads back to the page. */
import { afterEach, describe, expect, it } from 'vitest';
import { findArticleRoot } from '../../lib/dom/article-root';
import { type PageText, readPageText } from '../../lib/dom/page-text';

afterEach(() => document.body.replaceChildren());

function read(html: string): PageText {
  document.body.innerHTML = `<article>${html}</article>`;
  return readPageText(document.querySelector('article') ?? document.body);
}

/** The page's own characters behind a piece of the text. */
function charactersOf(page: PageText, piece: string): string | undefined {
  const start = page.text.indexOf(piece);
  return page.toRange({ start, end: start + piece.length })?.toString();
}

describe('the text', () => {
  it.each([
    ['separates blocks by a blank line', '<h1>Title</h1><p>One.</p><p>Two.</p>', 'Title\n\nOne.\n\nTwo.'],
    [
      'keeps inline markup together',
      '<p>Staff <b>bur</b><i>nt</i> <a href="#">out</a> fast.</p>',
      'Staff burnt out fast.',
    ],
    ['folds white space across nodes', '<p> One \n\t <b> two </b> three </p>', 'One two three'],
    ['takes no-break spaces for spaces', '<p>41&nbsp;per&nbsp;cent</p>', '41 per cent'],
    ['drops what takes no room', '<p>psy&shy;cho&#8203;logical</p>', 'psychological'],
    ['breaks lines at br', '<p>One<br>two</p>', 'One\ntwo'],
    [
      'separates list items and table cells',
      '<ul><li>One</li><li>Two</li></ul><table><tr><td>a</td><td>b</td></tr></table>',
      'One\n\nTwo\n\na\n\nb',
    ],
    ['separates text around a nested block', '<div>Before<p>inside</p>after</div>', 'Before\n\ninside\n\nafter'],
    ['leaves out footnote marks', '<p>They were tired.<sup><a href="#n">1</a></sup></p>', 'They were tired.'],
  ])('%s', (_, html, text) => {
    expect(read(html).text).toBe(text);
  });

  it.each([
    [
      'scripts, styles and templates',
      '<script>x</script><style>y{}</style><template>z</template><noscript>n</noscript>',
    ],
    ['navigation and footers', '<nav>Menu</nav><footer>Foot</footer>'],
    [
      'forms, fields and editors',
      '<form>Join</form><textarea>typed</textarea><div contenteditable>typed</div><button>Go</button>',
    ],
    [
      'what is hidden',
      '<p hidden>a</p><p style="display:none">b</p><p style="visibility:hidden">c</p><p aria-hidden="true">d</p>',
    ],
    [
      'comments, adverts and related links',
      '<div id="comments">a</div><div class="advert">b</div><div class="ad-slot">c</div><ul class="related-links"><li>d</li></ul>',
    ],
    ['asides', '<aside>beside</aside>'],
  ])('leaves out %s', (_, html) => {
    expect(read(`<p>One.</p>${html}<p>Two.</p>`).text).toBe('One.\n\nTwo.');
  });

  it('is read from a page that stands in one form, as old frameworks have it', () => {
    document.body.innerHTML = '<form><div class="content-related-to-page"><h1>Title</h1><p>Text.</p></div></form>';
    expect(readPageText(document.body).text).toBe('Title\n\nText.');
  });

  it('is read past a form whose inputs stand in for its properties', () => {
    const inputs = [
      'nodeName',
      'localName',
      'parentNode',
      'textContent',
      'childNodes',
      'isConnected',
      'matches',
      'querySelector',
    ]
      .map((name) => `<input name="${name}">`)
      .join('');
    document.body.innerHTML = `<form>${inputs}<h1>Title</h1><p>Staff said so.</p></form>`;
    expect(readPageText(document.body).text).toBe('Title\n\nStaff said so.');
  });
});

describe('the way back', () => {
  it.each([
    ['over inline markup', '<p>Staff <b>bur</b><i>nt</i> out.</p>', 'burnt out', 'burnt out'],
    ['over folded white space', '<p>One \n  two   three</p>', 'One two three', 'One \n  two   three'],
    ['over what takes no room', '<p>psy&shy;chological care</p>', 'psychological', 'psy\u00adchological'],
    ['over two blocks', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.', 'One.Two.'],
    [
      'with surrogates and combining marks',
      '<p>😀 cafe\u0301 burnt out 😀</p>',
      'cafe\u0301 burnt',
      'cafe\u0301 burnt',
    ],
    ['from right-to-left text', '<p dir="rtl">שלום burnt out עולם</p>', 'burnt out', 'burnt out'],
  ])('leads to the same characters %s', (_, html, piece, characters) => {
    expect(charactersOf(read(html), piece)).toBe(characters);
  });

  it('is closed once the nodes have left the page', () => {
    const page = read('<p>One.</p>');
    document.body.replaceChildren();
    expect(page.toRange({ start: 0, end: 3 })).toBeNull();
  });

  it('takes a selection to its characters, and back to the same selection', () => {
    const page = read('<h1>Title</h1><p>Staff <b>were  asked</b> to <i>change</i> them.</p><p>Twice.</p>');
    for (let start = 0; start < page.text.length; start++) {
      for (let end = start + 1; end <= page.text.length; end++) {
        const piece = page.text.slice(start, end);
        const range = page.toRange({ start, end });
        if (piece !== piece.trim()) continue;
        const span = range && page.toSpan(range);
        expect(span && page.text.slice(span.start, span.end)).toBe(piece);
      }
    }
  });

  it('takes a selection that ends in left-out parts to what of it is text', () => {
    const page = read('<nav>Menu</nav><p>Staff said so.</p><aside>beside</aside>');
    const range = document.createRange();
    range.selectNodeContents(document.body);
    const span = page.toSpan(range);
    expect(span && page.text.slice(span.start, span.end)).toBe('Staff said so.');
  });

  it('knows no place for a selection outside the article', () => {
    const page = read('<p>One.</p>');
    const other = document.body.appendChild(document.createElement('p'));
    other.textContent = 'Elsewhere';
    const range = document.createRange();
    range.selectNodeContents(other);
    expect(page.toSpan(range)).toBeNull();
  });
});

describe('the article', () => {
  const filler = '<p>Words of the article that make it the largest part of this page by far.</p>'.repeat(5);
  it.each([
    ['the article body', `<main><div id="it" itemprop="articleBody">${filler}</div></main>`],
    [
      'the article that also holds the headline',
      `<article id="it"><h1>T</h1><div itemprop="articleBody">${filler}</div></article>`,
    ],
    [
      'the largest article among teasers',
      `<article>Teaser</article><article id="it">${filler}</article><article>Teaser</article>`,
    ],
    ['the main part', `<nav>Menu</nav><main id="it">${filler}</main>`],
  ])('is %s', (_, html) => {
    document.body.innerHTML = html;
    expect(findArticleRoot(document)?.id).toBe('it');
  });

  it('is the whole body where no part stands out', () => {
    document.body.innerHTML = `<article>Teaser</article><div>${filler}</div>`;
    expect(findArticleRoot(document)).toBe(document.body);
  });

  it('is not there in a document without a body', () => {
    expect(
      findArticleRoot(new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml')),
    ).toBeNull();
  });
});
