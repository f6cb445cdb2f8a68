/** The page after the install, and the page on the method: they ask for nothing and say what is known and what is not. */
import { findBarriers } from './accessibility';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

test.use({ variant: 'production' });

test('after the install one page opens by itself, once, asks for nothing and leads to settings and method', async () => {
  await withOwnBrowser({ variant: 'production', keepFirstRun: true }, async (extension) => {
    const tab = await extension.tabAt('first-run.html');
    const page = new Surface(tab);
    await page.shows('550 current and past IAPT workers who chose to answer');
    await page.shows('71% said Yes: “Have you ever experienced burnout as a result of working in IAPT?”');
    await page.shows('so no margin of error applies');
    await page.shows('Alt+Shift+K');
    const controls = await page.controls();
    expect(controls.every(({ href }) => href !== null)).toBe(true);
    await extension.stopBackground();
    const settings = await OwnPage.open(extension);
    expect((await settings.shortcuts())['check-page']).toBe('Alt+Shift+K');
    expect(await tab.address()).toContain('first-run.html');
    await page.click('How the survey was made');
    await page.shows('How the survey was made, and what is not known');
  });
});

test('the method page discloses the survey item by item, says what is not known, and gives both editions', async ({
  extension,
}) => {
  const page = new Surface(await extension.openPage('method.html'));
  await page.shows('Disclosed item by item on the British Polling Council’s pattern.');
  const text = await page.text();
  for (const part of [
    'Surviving Work, which campaigns on',
    'Paid for by Looked for, and not known.',
    'Weighting Looked for, and not known.',
    'Response rate Looked for, and not known.',
    '550 respondents, November 2019, called preliminary',
    '650 respondents, later, date not known',
    '“Do you think you are providing good care in your service?” Yes 67% 69%',
    '“Do you feel your service is well managed?” No 57% not known',
    'Whether the form still takes answers is not known.',
    'Never with a margin of error.',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/BPC|compliant|±/);
  expect(await findBarriers(page.tab)).toEqual([]);
});
