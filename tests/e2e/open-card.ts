/** An article with the card of a passage open, and a library with two quotes: where several specs begin. */
import { expect } from '@playwright/test';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { card, layer } from './surface';

/** Opens a fixture's article, which `dress` may change the look of, and the card of its passage with these words. */
export async function openCardOn(
  extension: Extension,
  slug: string,
  words: string,
  dress: (tab: Tab) => Promise<void> = async () => undefined,
): Promise<Tab> {
  const tab = await extension.visit(fixturePage(slug).address);
  await dress(tab);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  await clickMark(tab, words);
  await card(tab).shows('Other evidence');
  return tab;
}

/** Leaves the library with two quotes, one saved from the card of a passage and one of selected words. */
export async function saveTwoQuotes(extension: Extension, passage: string): Promise<void> {
  await (await OwnPage.open(extension)).deleteAllQuotes();
  const tab = await openCardOn(extension, 'national', passage);
  await card(tab).click('Save quote');
  await card(tab).shows('Quote saved.');
  await tab.press('Escape');
  await card(tab).closes();
  await selectWords(tab, 'By then the children of the callers are asleep');
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
}
