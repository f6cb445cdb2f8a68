/** Reads what a page says of its article in microdata (https://html.spec.whatwg.org/multipage/microdata.html). */

type Property = 'headline' | 'author' | 'publisher' | 'datePublished' | 'dateModified';
const PROPERTIES: readonly Property[] = ['headline', 'author', 'publisher', 'datePublished', 'dateModified'];

const ARTICLE = '[itemscope]:is([itemtype$="Article" i],[itemtype$="BlogPosting" i],[itemtype$="schema.org/Report" i])';

/** The values of the first article's properties; an item's value is its name. */
export function readMicrodata(document: Document): Partial<Record<Property, string[] | string>> {
  const article = document.querySelector(ARTICLE);
  if (!article) return {};
  const found: Partial<Record<Property, string[] | string>> = {};
  for (const property of PROPERTIES) {
    // One of another item inside, such as a comment's author, is not the article's.
    const values = [...article.querySelectorAll(`[itemprop~="${property}"]`)]
      .filter((element) => element.parentElement?.closest('[itemscope]') === article)
      .map(readValue);
    const [first] = values;
    if (first !== undefined) found[property] = property === 'author' ? values : first;
  }
  return found;
}

function readValue(element: Element): string {
  const named = element.hasAttribute('itemscope') ? element.querySelector('[itemprop~="name"]') : element;
  const carrier = named ?? element;
  return carrier.getAttribute('content') ?? carrier.getAttribute('datetime') ?? carrier.textContent ?? '';
}
