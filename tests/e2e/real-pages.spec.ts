/** Marks follow pages as news sites make them: drawn by scripts, growing, changing their address, put away and brought back. */
import type { PageMatch } from '../../lib/domain/page-match';
import type { Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { livePage } from './live-pages';
import { expectMarks, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { layer } from './surface';

const BURNOUT = 'Half of the IAPT therapists';
const SCORES = 'IAPT staff were told';
const MANAGED = 'Several IAPT therapists';

const follow = (tab: Tab, link: string) =>
  tab.evaluate((text) => {
    const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === text);
    link?.click();
  }, link);

const addParagraph = (tab: Tab, text: string) =>
  tab.evaluate((words) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    document.querySelector('article')?.append(paragraph);
  }, text);

test('in-page navigation: each article has its own marks, badge and list, back and forth', async ({ extension }) => {
  const tab = await extension.visit(livePage('single-page'));
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.pageCheck(tab)).toEqual({ state: 'assessed', passages: 0 });
  await follow(tab, 'Targets');
  await expectMarks(tab, BURNOUT, SCORES);
  await expect.poll(() => page.badge(tab)).toBe('2');
  await follow(tab, 'Managers');
  await expectMarks(tab, MANAGED);
  await expect.poll(() => page.badge(tab)).toBe('1');
  const listed = async () => (await page.askAbout<PageMatch[]>(tab, 'listMatches')).map(({ statistic }) => statistic);
  expect(await listed()).toEqual(['management']);
  await follow(tab, 'Bypass');
  await expectMarks(tab);
  await expect.poll(() => page.badge(tab)).toBe('');
  await tab.evaluate(() => history.back());
  await expectMarks(tab, MANAGED);
  await tab.evaluate(() => history.go(-1));
  await expectMarks(tab, BURNOUT, SCORES);
  expect(tab.messages()).toEqual([]);
});

test('text that arrives late, word by word and post by post, is marked once and in the page’s order', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('growing'));
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.pageCheck(tab)).toEqual({ state: 'assessed', passages: 0 });
  await tab.evaluate(() => {
    const paragraph = document.createElement('p');
    const text = document.createTextNode('');
    paragraph.append(text);
    document.querySelector('article')?.append(paragraph);
    const words = 'Half of the IAPT therapists in the team are burnt out.'.split(' ');
    return new Promise<void>((resolve) => {
      const add = () => {
        const word = words.shift();
        if (word === undefined) return resolve();
        text.data += `${word} `;
        requestAnimationFrame(add);
      };
      add();
    });
  });
  await expectMarks(tab, BURNOUT);
  await tab.evaluate(() => {
    const first = document.createElement('p');
    first.textContent = 'Several IAPT therapists said that their service was badly managed.';
    document.querySelector('article p')?.before(first);
  });
  await expectMarks(tab, MANAGED, BURNOUT);
  const labels = async () => (await layer(tab).controls()).map(({ name }) => name);
  expect(await labels()).toEqual([expect.stringContaining(MANAGED), expect.stringContaining(BURNOUT)]);
});

test('an endless page is read on as it grows', async ({ extension }) => {
  const tab = await extension.visit(livePage('growing'));
  for (let added = 1; added <= 4; added += 1) {
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await addParagraph(tab, `Half of the IAPT therapists in team ${added} are burnt out.`);
    await expect.poll(async () => (await readMarks(tab)).length).toBe(added);
  }
});

test('a focused control keeps the focus when the page is read again', async ({ extension }) => {
  const tab = await extension.visit(livePage('growing'));
  await addParagraph(tab, 'Half of the IAPT therapists in the team are burnt out.');
  await expectMarks(tab, BURNOUT);
  const focused = async () => (await layer(tab).controls()).find((control) => control.focused)?.name ?? '';
  for (let presses = 0; presses < 10 && !(await focused()); presses += 1) await tab.press('Tab');
  expect(await focused()).toContain(BURNOUT);
  await tab.evaluate(() => {
    const first = document.createElement('p');
    first.textContent = 'Several IAPT therapists said that their service was badly managed.';
    document.querySelector('article p')?.before(first);
  });
  await expectMarks(tab, MANAGED, BURNOUT);
  await expect.poll(async () => (await layer(tab).controls()).length).toBe(2);
  expect(await focused()).toContain(BURNOUT);
});

for (const framework of ['react', 'preact']) {
  test(`${framework} hydrates under the marks with nothing on the console, and its re-rendering is followed`, async ({
    extension,
  }) => {
    const tab = await extension.visit(livePage(framework));
    await expectMarks(tab, BURNOUT);
    expect(await tab.evaluate(() => document.documentElement.dataset.hydrated)).toBe('yes');
    await tab.evaluate(() => document.querySelector('button')?.click());
    await expect.poll(() => tab.evaluate(() => document.body.innerText)).toContain('Read 1 times');
    await expectMarks(tab, BURNOUT);
    await tab.evaluate(() => (globalThis as unknown as { update(): void }).update());
    await expectMarks(tab, SCORES);
    // Where a framework writes other words into the same text node, the old mark lies on them until they are read.
    await layer(tab).control(new RegExp(SCORES));
    await extension.command(tab, 'next-match');
    await layer(tab).shows('41%');
    expect(tab.messages()).toEqual([]);
  });
}

test('a page whose whole document is React’s is taken over as the server sent it, under a policy that forbids all else', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('react-document'));
  await expectMarks(tab, BURNOUT);
  await expect.poll(async () => (await layer(tab).controls()).length).toBe(1);
  expect(await tab.evaluate(() => (globalThis as unknown as { hydrated?: boolean }).hydrated)).toBe(true);
  await tab.evaluate(() => (globalThis as unknown as { count(): void }).count());
  await expect.poll(() => tab.evaluate(() => document.body.innerText)).toContain('Read 1 times');
  await extension.command(tab, 'next-match');
  await layer(tab).shows('71%');
  expect(tab.messages()).toEqual([]);
});

test('a page that writes itself anew with document.open is read anew, with its controls', async ({ extension }) => {
  const tab = await extension.visit(livePage('colours'));
  await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
  await tab.evaluate(() => {
    document.open();
    document.write(
      '<title>IAPT</title><article><h1>IAPT</h1><p>Several IAPT therapists said that their service was badly managed.</p></article>',
    );
    document.close();
  });
  await expectMarks(tab, MANAGED);
  await extension.command(tab, 'next-match');
  await layer(tab).shows('57%');
  await tab.press('Escape');
  await addParagraph(tab, 'Half of the IAPT therapists in the team are burnt out.');
  await expectMarks(tab, MANAGED, BURNOUT);
});

test('a page that comes back from the browser’s store of left pages has its marks, badge and list', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('colours'));
  await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
  await tab.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.persisted = String(persisted);
    });
  });
  await tab.goto(livePage('bypass'));
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.badge(tab)).toBe('');
  await tab.evaluate(() => history.back()).catch(() => undefined);
  await expect.poll(() => tab.evaluate(() => document.documentElement.dataset.persisted).catch(() => '')).toBe('true');
  await expect.poll(() => page.badge(tab)).toBe('5');
  expect(await readMarks(tab)).toHaveLength(5);
  await extension.command(tab, 'next-match');
  await layer(tab).shows('71%');
});

test('frames are left alone, whatever is in them', async ({ extension }) => {
  const tab = await extension.visit(livePage('frames'));
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.pageCheck(tab)).toEqual({ state: 'assessed', passages: 0 });
  expect(await readMarks(tab)).toEqual([]);
  const inFrames = await tab.evaluate(() =>
    [...document.querySelectorAll('iframe')].map((frame) => {
      try {
        return (frame.contentWindow as unknown as { CSS: typeof CSS }).CSS.highlights.size;
      } catch {
        return 0; // The sandboxed one is closed to the page as well.
      }
    }),
  );
  expect(inFrames).toEqual([0, 0, 0]);
});

test('a page that is translated loses the marks of words that are gone, and has those of words that stay', async ({
  extension,
}) => {
  const tab = await extension.visit(fixturePage('regional').address);
  await expect.poll(async () => (await readMarks(tab)).length).toBe(2);
  // As translators do: each text is put into two <font> elements, one after the other.
  await tab.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode as Text);
    for (const node of nodes) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = node.data.includes('burnt out') ? 'Die Hälfte der Belegschaft ist ausgebrannt.' : node.data;
      outer.append(inner);
      node.replaceWith(outer);
    }
    document.documentElement.lang = 'de';
  });
  await expectMarks(tab, 'A second psychological wellbeing practitioner');
  await expect.poll(async () => (await layer(tab).controls()).length).toBe(1);
});

test('a page that changes without end is given up, says so, and is read again when asked', async ({ extension }) => {
  const tab = await extension.visit(livePage('colours'));
  await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
  const page = await OwnPage.open(extension);
  await tab.bringToFront();
  await tab.evaluate(() => {
    const world = globalThis as unknown as { storm: boolean };
    world.storm = true;
    const channel = new MessageChannel();
    const clock = document.createElement('p');
    document.body.append(clock);
    channel.port1.onmessage = () => {
      for (let count = 0; count < 500; count += 1) clock.textContent = `IAPT ${performance.now()} ${count}`;
      if (world.storm) channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
  });
  await expect.poll(() => page.pageCheck(tab)).toEqual({ state: 'stopped', passages: 5 });
  await tab.evaluate(() => {
    (globalThis as unknown as { storm: boolean }).storm = false;
  });
  await addParagraph(tab, 'Several IAPT therapists said that their service was badly managed.');
  expect(await readMarks(tab)).toHaveLength(5);
  await extension.command(tab, 'check-page');
  await expect.poll(async () => (await readMarks(tab)).length).toBe(6);
  expect(await page.pageCheck(tab)).toEqual({ state: 'assessed', passages: 6 });
});
