/** Where the article is on a page, and which parts of it are not the article. */

/** Never part of an article's text: code, fields, editors and navigation. */
const NOT_TEXT = namesOf(
  'script style noscript template iframe object embed canvas svg math audio video',
  'input textarea select button dialog nav footer menu code',
);

/** Nor what is marked as beside the point. */
const MARKED_AS_NO_TEXT = [
  'pre:has(code),[role="code"],.CodeMirror,.monaco-editor,.ace_editor',
  '[hidden],[aria-hidden="true"],[inert]',
  'sup:has(a),[role="doc-noteref"]',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="navigation"],[role="complementary"],[role="contentinfo"],[role="search"],[role="textbox"],[role="dialog"]',
].join();

/** Elements that say what they are without an attribute, by what they hold. */
const TOLD_BY_CONTENT = namesOf('pre sup');

/** Mostly beside the article; but some sites put the whole page in a form. */
const OFTEN_AROUND = namesOf('aside form fieldset');

function namesOf(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}

/** Words that name, in a class or id, what stands around an article: comments, adverts, links to other articles. */
const AROUND =
  /^(?:[a-z0-9]+[-_]+)*(?:ads?|adverts?|advertisement|sponsored|promo|related|recommended|recirculation|newsletter|subscribe|outbrain|taboola|cookies?|consent|share|sharing|social)(?:[-_].*)?$/i;

/** Words that name readers' comments in a class or id. */
const COMMENTS = /^(?:[a-z0-9]+[-_]+)*(?:comments?|disqus)(?:[-_].*)?$/i;

// A form's inputs can stand in for its properties, in Chromium even for us: read through the prototypes.
const { get: getLocalName } = Object.getOwnPropertyDescriptor(Element.prototype, 'localName') ?? {};
const matches = Element.prototype.matches;
const hasAttributes = Element.prototype.hasAttributes;
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
  const name = getLocalName?.call(element);
  if (NOT_TEXT.has(name)) return true;
  const isBare = !hasAttributes.call(element);
  if ((!isBare || TOLD_BY_CONTENT.has(name)) && matches.call(element, MARKED_AS_NO_TEXT)) return true;
  if (!checkVisibility.call(element, { visibilityProperty: true })) return true;
  // Most elements of an article have no attributes, and need no further look.
  if (isBare && !OFTEN_AROUND.has(name)) return false;
  const names = `${getAttribute.call(element, 'class') ?? ''} ${getAttribute.call(element, 'id') ?? ''}`.split(/\s+/);
  const isNamed = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const isAround =
    (OFTEN_AROUND.has(name) && !(readComments && isNamed(COMMENTS))) ||
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
export function findArticleRoot(document: Document, scope?: TextScope): Element | null {
  const steps = findArticleRootInSteps(document, scope);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Like findArticleRoot, with pauses: measuring a page's texts is a long piece of work on a long page. */
export function* findArticleRootInSteps(
  document: Document,
  { readComments }: TextScope = { readComments: false },
): Generator<void, Element | null> {
  const body = document.body as HTMLElement | null;
  if (!(body instanceof HTMLElement)) return null;
  if (readComments) return body;
  const size = body.textContent.length;
  for (const selector of CANDIDATES) {
    yield;
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
