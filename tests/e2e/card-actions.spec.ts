/** What a card lets its reader do: correct, copy, share, report, hide, and reach all of it by keyboard. */
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { readMarks } from './marks';
import { openCardOn } from './open-card';
import { card, layer } from './surface';

test('a report that differs from the survey gets what differs, and a polite correction to copy, on a page without https too', async ({
  extension,
}) => {
  const tab = await openCardOn(extension, 'survey-report', 'Of the therapists');
  const text = await card(tab).text();
  expect(text).toContain('Reports this survey');
  expect(text).toContain('It gives 75%; the survey’s figure is 71%.');
  expect(text).toContain('It says “therapists”; those who answered were current and past IAPT workers.');
  expect(await tab.evaluate(() => isSecureContext)).toBe(false);
  await card(tab).click('Copy a correction');
  await card(tab).shows('Correction copied, in polite words and with its source.');
  const copied = await extension.readClipboard();
  expect(copied).toContain('Thank you for reporting on the survey of IAPT workers.');
  expect(copied).toContain('https://survivingwork.org/');
});

test('a report that agrees gets what it has right, and no correction', async ({ extension }) => {
  const tab = await openCardOn(extension, 'survey-report', 'Of the 550');
  const text = await card(tab).text();
  expect(text).toContain('“41%” fits the published 41%.');
  expect(text).toContain('Nothing in the passage was found to differ');
  expect(text).not.toContain('correction');
  await card(tab).click('Copy figure');
  await card(tab).shows('Figure copied');
  expect(await extension.readClipboard()).toContain('41% of the 550 current and past IAPT workers');
});

test('the words that gave a passage away are marked in it, and the evidence takes both sides, three at most', async ({
  extension,
}) => {
  const tab = await openCardOn(extension, 'national', 'Three former IAPT');
  await card(tab).shows('The NHS said');
  const found = await tab.inRoot(
    'layer',
    (root) => ({
      triggers: [...root.querySelectorAll('.marked-passage mark')].map(({ textContent }) => textContent),
      evidence: [...root.querySelectorAll('.evidence-item .badge')].map(({ textContent }) => textContent),
    }),
    null,
  );
  const sentence = fixturePage('national').marked.find((one) => one.sentence.startsWith('Three former'))?.sentence;
  expect(found?.triggers.length).toBeGreaterThan(0);
  for (const words of found?.triggers ?? []) expect(sentence).toContain(words);
  expect(found?.evidence).toEqual(['The other side', 'Supports it', 'Gives context']);
});

test('a wrong match is reported in a text that names the rule, and holds the passage only once that is ticked', async ({
  extension,
}) => {
  const tab = await openCardOn(extension, 'national', 'Three former IAPT');
  await card(tab).click('Wrong match?');
  const report = () => tab.inRoot('layer', (root) => root.querySelector('.wrong-match-text')?.textContent ?? '', null);
  expect(await report()).toMatch(/Rule: manipulation:same-question:\S+ \(edition \d+\)/);
  expect(await report()).not.toContain('Three former');
  await card(tab).click('Include the passage');
  await expect.poll(report).toContain('Three former IAPT practitioners told this newspaper');
  await card(tab).click('Copy the report');
  await card(tab).shows('Report copied. It has not been sent.');
  expect(await extension.readClipboard()).toBe(await report());
});

test('the figure is shared from the card with its caveat', async ({ extension }) => {
  const tab = await openCardOn(extension, 'national', 'Most of the IAPT therapists');
  await card(tab).click('Share…');
  const { href } = await card(tab).control(/^Bluesky/);
  const text = decodeURIComponent(href ?? '');
  expect(text).toContain('71% of the 550 current and past IAPT workers');
  expect(text).toContain('Self-selected');
});

test('a figure is hidden on the site, and comes back with Undo', async ({ extension }) => {
  const tab = await openCardOn(extension, 'national', 'Most of the IAPT therapists');
  const before = (await readMarks(tab)).length;
  await card(tab).click('Hide…');
  await card(tab).click('This figure on theguardian.com');
  await card(tab).closes();
  await expect.poll(async () => (await readMarks(tab)).length).toBe(before - 1);
  await layer(tab).click('Undo');
  await expect.poll(async () => (await readMarks(tab)).length).toBe(before);
});

test('a mark hidden by keyboard hands the focus to what brings it back, and that to the mark’s own control', async ({
  extension,
}) => {
  const tab = await openCardOn(extension, 'national', 'Three former IAPT');
  await tab.press('Escape');
  await card(tab).closes();
  const focused = async () => (await layer(tab).controls()).find((control) => control.focused)?.name ?? '';
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 20 && (await focused()) !== name; presses += 1) await tab.press('Tab');
    expect(await focused()).toBe(name);
  };
  // The next one after the card that was open.
  await extension.command(tab, 'next-match');
  await card(tab).shows('Several IAPT staff');
  await tabTo('Hide…');
  await tab.press('Enter');
  await tabTo('This mark, until I leave the page');
  await tab.press('Enter');
  await card(tab).closes();
  await layer(tab).shows('This mark is hidden.');
  await expect.poll(focused).toBe('Undo');
  await tab.press('Enter');
  await expect.poll(focused).toContain('Several IAPT staff');
});

test('the card stays when the pointer enters or leaves it, and when the page is clicked beside it; Escape dismisses it without moving the pointer', async ({
  extension,
}) => {
  const tab = await openCardOn(extension, 'national', 'Three former IAPT');
  const box = await tab.inRoot(
    'layer',
    (root) => {
      const { x = 0, y = 0, right = 0 } = root.querySelector('[role="dialog"]')?.getBoundingClientRect() ?? {};
      return { x, y, right };
    },
    null,
  );
  const { x = 0, y = 0, right = 0 } = box ?? {};
  await tab.click({ x: x + 60, y: y + 120 });
  await tab.click({ x: right + 40, y: y + 40 });
  expect(await card(tab).text()).toContain('41%');
  await tab.press('Escape');
  await card(tab).closes();
});

test('every action of the card is reached with Tab, and a link or button says what it does', async ({ extension }) => {
  const tab = await openCardOn(extension, 'national', 'Three former IAPT');
  await card(tab).shows('The NHS said');
  const names = (await card(tab).controls()).map(({ name }) => name);
  const reached = new Set<string>();
  // Firefox stops once more: at the part of the card that scrolls.
  for (let presses = 0; presses <= names.length; presses += 1) {
    await tab.press('Tab');
    const focused = (await card(tab).controls()).find((control) => control.focused);
    if (focused) reached.add(focused.name);
  }
  expect([...reached]).toEqual([...new Set(names)]);
  for (const name of ['Close', 'Copy figure', 'Share…', 'Hide…', 'Wrong match?', 'Save quote', 'Open the panel'])
    expect(names).toContain(name);
  expect(names).not.toContain('');
  const dialog = await tab.inRoot('layer', (root) => root.querySelector('[role="dialog"]')?.ariaLabel ?? null, null);
  expect(dialog).toBe('Survey figure for this passage');
});
