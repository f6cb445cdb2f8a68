/** A campaigner reads twelve articles in an evening and saves thirty quotes; next morning every source is right. */
import { spendEvening } from './evening';
import { expect, test } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

test.beforeEach(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

test('a campaigner reads twelve articles in an evening, saves thirty quotes, and has every source right', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const saved = await spendEvening(extension);
  expect(saved).toHaveLength(30);

  const quotes = await (await OwnPage.open(extension)).listQuotes();
  expect(quotes).toHaveLength(30);
  for (const { article, words } of saved) {
    const quote = quotes.find(({ quote }) => words.includes(quote.exact) || quote.exact.includes(words));
    expect(quote?.source, words).toMatchObject({
      url: article.address,
      canonicalUrl: article.address,
      title: article.title,
      outlet: article.outlet,
      authors: [article.author],
      published: article.published,
      language: 'en-GB',
    });
    expect(quote?.position, words).not.toBe(null);
    expect(quote?.statistics.includes('burnout'), words).toBe(words.includes('burnt out'));
  }

  const library = new Surface(await extension.openPage('library.html'));
  await library.shows('30 quotes');
  await library.fill('Search quotes', 'councillor');
  await library.shows('6 of 30 quotes');
});
