/** Reads what a page says of its article in JSON-LD (https://schema.org/Article), in the shapes that sites give it. */

export type Json = Record<string, unknown>;

/** The schema.org types whose properties describe an article. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|SocialMediaPosting|Review)$/;
/** Nodes looked at: more than any page's article has, fewer than a trap. */
const MAX_NODES = 2_000;

/**
 * The page's article, with the nodes that it refers to by `@id` put in their place, or undefined. Of several, such as a
 * list of related ones, it is that whose address is the page's, else the first.
 */
export function readArticle(document: Document, addresses: readonly string[]): Json | undefined {
  const nodes = readNodes(document);
  const byId = new Map(nodes.filter((node) => !isReference(node)).map((node) => [node['@id'], node]));
  const articles = nodes.filter(({ '@type': type }) =>
    [type].flat().some((name) => typeof name === 'string' && ARTICLE_TYPE.test(name)),
  );
  const article = articles.find((node) => addressesOf(node).some((url) => addresses.includes(url))) ?? articles[0];
  if (!article) return undefined;
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, 50).map(resolve);
    return isReference(value) ? (byId.get(value['@id']) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(article).map(([name, value]) => [name, resolve(value)]));
}

/** Every node of every script, in order: of one object, a list, a graph, or a page with its main entity. */
function readNodes(document: Document): Json[] {
  const queue: unknown[] = [...document.querySelectorAll('script[type^="application/ld+json" i]')].map(
    ({ textContent }) => parseLeniently(textContent ?? ''),
  );
  const nodes: Json[] = [];
  for (const item of queue) {
    if (queue.length > MAX_NODES) break;
    if (Array.isArray(item)) queue.push(...item.slice(0, 200));
    else if (isObject(item)) {
      nodes.push(item);
      for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author']) {
        if (typeof item[name] === 'object' && item[name]) queue.push(item[name]);
      }
    }
  }
  return nodes;
}

/** Parses JSON, also where comments stand around it, line breaks in its texts, or commas at the end of its lists. */
function parseLeniently(text: string): unknown {
  const plain = text
    .replaceAll('<![CDATA[', '')
    .replaceAll(']]>', '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/ +/g, ' ');
  const bare = plain.slice(
    Math.max(0, plain.search(/[[{]/)),
    Math.max(plain.lastIndexOf('}'), plain.lastIndexOf(']')) + 1,
  );
  for (const attempt of [text, bare, bare.replace(/, ?([\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more lenient; what none can read is left to the meta tags.
    }
  }
  return null;
}

function addressesOf({ url, '@id': id, mainEntityOfPage }: Json): string[] {
  const page = isObject(mainEntityOfPage) ? mainEntityOfPage['@id'] : mainEntityOfPage;
  return [url, id, page].filter((value) => typeof value === 'string');
}

/** Whether it only names another node. */
function isReference(value: unknown): value is { '@id': unknown } {
  return isObject(value) && '@id' in value && Object.keys(value).length === 1;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
