/** Chromium may end the background at any moment: no quote that was acknowledged is lost, none is there twice, nobody waits for ever. */
import { cpSync, globSync, readFileSync } from 'node:fs';
import { random } from '../../bench/measure/random.mjs';
import type { AnnotationDraft } from '../../lib/domain/annotation';
import { makeDraft } from '../make-draft';
import type { ChromiumTab } from './chromium-tab';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';

/** A thousand in a long run: `KILLS=1000 npx playwright test --project=chromium worker-death`. */
const KILLS = Number(process.env.KILLS ?? 25);
const SEED = Number(process.env.KILLS_SEED ?? 1);
/** Milliseconds that a worker lives at most, from a kill to the next. */
const LIFE = 150;

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; error?: string } | undefined> };
};

/** What the page that saves has learnt; it runs until it is told to stop. */
interface Saving {
  stop: boolean;
  done: boolean;
  acknowledged: string[];
  unanswered: number;
  errors: string[];
}
declare const saving: Saving;

test(`of quotes saved through ${KILLS} deaths of the worker, none that was acknowledged is lost and none is doubled`, async () => {
  test.setTimeout(60_000 + KILLS * 1_000);
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const page = await OwnPage.open(extension, 'library.html');
    const { cdp } = (await extension.visit(`${await address(page)}/manifest.json`)) as ChromiumTab;
    let deaths = 0;
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) deaths++;
    });
    await cdp.send('ServiceWorker.enable');
    await page.tab.evaluate(startSaving, makeDraft(''));
    const chance = random(SEED);
    while (deaths < KILLS) {
      // Chance is the point here: a death must find the worker in the middle of anything.
      await new Promise((resolve) => setTimeout(resolve, chance() * LIFE));
      await cdp.send('ServiceWorker.stopAllWorkers');
    }
    await page.tab.evaluate(() => {
      saving.stop = true;
    });
    await expect.poll(() => page.tab.evaluate(() => saving.done), { timeout: 30_000 }).toBe(true);

    const { acknowledged, unanswered, errors } = await page.tab.evaluate(() => saving);
    console.warn(`${deaths} deaths: ${acknowledged.length} quotes acknowledged, ${unanswered} requests unanswered`);
    expect(errors).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(KILLS / 10);
    const kept = (await page.listQuotes()).map(({ quote }) => quote.exact);
    expect(kept.sort()).toEqual([...new Set(acknowledged)].sort());
  });
});

test('a browser that is killed outright has every quote that it acknowledged when it starts again', async () => {
  let profile = '';
  await withOwnBrowser({ variant: 'production', prepareProfile: (folder) => (profile = folder) }, async (extension) => {
    const page = await OwnPage.open(extension);
    await page.ask('saveQuote', makeDraft('Acknowledged before the end.'));
    process.kill(browserProcess(profile), 'SIGKILL');
    const copy = (folder: string) => {
      cpSync(profile, folder, { recursive: true, filter: (path) => !/Singleton\w+$/.test(path) });
    };
    await withOwnBrowser({ variant: 'production', prepareProfile: copy }, async (again) => {
      const quotes = await (await OwnPage.open(again)).listQuotes();
      expect(quotes.map(({ quote }) => quote.exact)).toEqual(['Acknowledged before the end.']);
    });
  });
});

test('thirty requests that find the worker dead are all answered, by one that starts once', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  await extension.stopBackground();
  const replies = await page.tab.evaluate(() =>
    Promise.all(Array.from({ length: 30 }, () => chrome.runtime.sendMessage({ call: 'getFeed', args: [] }))),
  );
  expect(replies.filter((reply) => reply?.ok)).toHaveLength(30);
});

function address(page: OwnPage): Promise<string> {
  return page.tab.evaluate(() => location.origin);
}

/** Runs in the page: saves one quote after the other, and each again until it is acknowledged. */
function startSaving(draft: AnnotationDraft): void {
  const state: Saving = { stop: false, done: false, acknowledged: [], unanswered: 0, errors: [] };
  Object.assign(globalThis, { saving: state });
  const save = async (exact: string) => {
    for (;;) {
      try {
        const message = { call: 'saveQuote', args: [{ ...draft, quote: { ...draft.quote, exact } }] };
        const reply = await chrome.runtime.sendMessage(message);
        if (reply?.ok) return void state.acknowledged.push(exact);
        if (reply) return void state.errors.push(`${exact} ${reply.error}`);
        state.unanswered++;
      } catch {
        // The worker died before it could answer: nobody knows whether the quote is kept, so it is sent again.
        state.unanswered++;
      }
    }
  };
  void (async () => {
    for (let number = 1; !state.stop; number++) await save(`Quote ${number}.`);
    state.done = true;
  })();
}

/** The process of the browser itself, which has the profile on its command line and no type as its helpers have. */
function browserProcess(profile: string): number {
  const [pid] = globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    const words = readFileSync(file, 'utf8').split('\0');
    const isBrowser = words.some((word) => word.includes(profile)) && !words.some((word) => word.startsWith('--type='));
    return isBrowser && /chrom/.test(words[0] ?? '') ? [Number(file.split('/')[2])] : [];
  });
  if (!pid) throw new Error(`No browser runs on ${profile}`);
  return pid;
}
