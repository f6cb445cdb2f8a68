/** Where the article is on a page, and which parts of it are not the article. */

/** Never part of an article's text: code, fields, editors, navigation, and what is marked as beside the point. */
const NOT_TEXT = [
  'script,style,noscript,template,iframe,object,embed,canvas,svg,math,audio,video',
  'input,textarea,select,button,dialog,nav,footer,menu',
  'code,pre:has(code),[role="code"],.CodeMirror,.monaco-editor,.ace_editor',
  '[hidden],[aria-hidden="true"],[inert]',
  'sup:has(a),[role="doc-noteref"]',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="navigation"],[role="complementary"],[role="contentinfo"],[role="search"],[role="textbox"],[role="dialog"]',
].join();

/** Mostly beside the article; but some sites put the whole page in a form. */
const OFTEN_AROUND = 'aside,form,fieldset';

/** Words that name, in a class or id, what stands around an article: comments, adverts, links to other articles. */
const AROUND =
  /^(?:[a-z0-9]+[-_]+)*(?:ads?|adverts?|advertisement|sponsored|promo|related|recommended|recirculation|newsletter|subscribe|outbrain|taboola|cookies?|consent|share|sharing|social)(?:[-_].*)?$/i;

/** Words that name readers' comments in a class or id. */
const COMMENTS = /^(?:[a-z0-9]+[-_]+)*(?:comments?|disqus)(?:[-_].*)?$/i;

// A form's inputs can stand in for its properties, in Chromium even for us: read through the prototypes.
const matches = Element.prototype.matches;
const querySelector = Element.prototype.querySelector;
const getAttribute = Element.prototype.getAttribute;
const checkVisibility = Element.prototype.checkVisibility;

/** How much of a page counts as its article. */
export interface TextScope {
  /** Readers' comments as well. */
  readComments: boolean;
}

/** Whether an element and all that it holds is left out of the article's text. */
export function isLeftOut(element: Element, { readComments }: TextScope = { readComments: false }): boolean {
  if (matches.call(element, NOT_TEXT)) return true;
  if (!checkVisibility.call(element, { visibilityProperty: true })) return true;
  const names = `${getAttribute.call(element, 'class') ?? ''} ${getAttribute.call(element, 'id') ?? ''}`;
  const isNamed = (pattern: RegExp) => names.split(/\s+/).some((name) => pattern.test(name));
  const isAround =
    (matches.call(element, OFTEN_AROUND) && !(readComments && isNamed(COMMENTS))) ||
    isNamed(AROUND) ||
    (!readComments && isNamed(COMMENTS));
  // What holds the headline is the article, whatever it is called.
  return isAround && !querySelector.call(element, 'h1');
}

/** Where sites put an article, the surest first. */
const CANDIDATES = ['[itemprop="articleBody"]', 'article', 'main,[role="main"]'];

/** An element that holds less than this share of the page's text is a teaser, not the article. */
const MIN_SHARE = 0.25;

/**
 * The element that holds the article, or the body where none stands out or comments are read, which sites put anywhere;
 * null on pages that have no body.
 */
export function findArticleRoot(
  document: Document,
  { readComments }: TextScope = { readComments: false },
): Element | null {
  const body = document.body as HTMLElement | null;
  if (!(body instanceof HTMLElement)) return null;
  if (readComments) return body;
  const size = body.textContent.length;
  for (const selector of CANDIDATES) {
    const [largest] = [...document.querySelectorAll(selector)]
      .map((element) => ({ element, length: element.textContent?.length ?? 0 }))
      .sort((a, b) => b.length - a.length);
    if (largest && largest.length >= size * MIN_SHARE) return withHeadline(largest.element, body);
  }
  return body;
}

/** Climbs from an article's body to the element that also holds its headline and standfirst, if one is near. */
function withHeadline(element: Element, body: Element): Element {
  const article = element.closest('article,main,[role="main"]');
  return article && article !== body && !element.querySelector('h1') && article.querySelector('h1') ? article : element;
}
