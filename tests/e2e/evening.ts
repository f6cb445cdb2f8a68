/** An evening of a campaigner: twelve articles are read, and thirty quotes saved, each in one of the ways there are. */
import { EVENING_ARTICLES, type EveningArticle } from './evening-articles';
import type { Extension, Tab } from './extension';
import { expect } from './harness';
import { clickMark, readMarks } from './marks';
import { selectWords } from './selection';
import { card, layer } from './surface';

/** A quote that was saved, as the evening knows it. */
export interface Saved {
  article: EveningArticle;
  words: string;
}

/** Three quotes of each of the first six articles, two of each other. */
const PLAN = EVENING_ARTICLES.map((article, n) => ({ article, words: article.quotable.slice(0, n < 6 ? 3 : 2) }));

/** Reads and saves; the background is ended now and then, as browsers do. Resolves to what was saved, in order. */
export async function spendEvening(extension: Extension): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (const [n, { article, words }] of PLAN.entries()) {
    const tab = await extension.visit(article.address);
    const isMarked = async () => (await readMarks(tab)).length > 0;
    await expect.poll(isMarked, { message: `nothing is marked on ${article.address}` }).toBe(true);
    for (const [at, sentence] of words.entries()) {
      // Never before the menu: what stands in for it in Chromium needs a worker that lives.
      if (at === 1 && saved.length % 3 !== 0 && n % 4 === 3) await extension.stopBackground();
      await saveOne(extension, tab, sentence, saved.length);
      saved.push({ article, words: sentence });
    }
    await tab.close();
  }
  return saved;
}

async function saveOne(extension: Extension, tab: Tab, sentence: string, turn: number): Promise<void> {
  const isClaim = sentence.includes('burnt out');
  if (isClaim && turn % 2 === 0) {
    await clickMark(tab, sentence.slice(0, 30));
    await card(tab).click('Save quote');
    await card(tab).shows('Quote saved.');
    await tab.press('Escape');
    return;
  }
  const place = await selectWords(tab, sentence);
  if (turn % 3 === 0) await extension.chooseMenuItem(tab, 'save-quote', place);
  else if (turn % 3 === 1) await extension.command(tab, 'save-quote');
  else await layer(tab).click('Save quote');
  await layer(tab).shows('Quote saved.');
  await layer(tab).click('Close');
}
