/** A quote saved by menu from a page that no script can read: what became of it is told. */
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '../../lib/platform/browser';
import { serveMenu } from '../../lib/platform/menu';

const PDF = 'https://pulse.example/report.pdf';

/** Chooses "Save as a quote" on a PDF; resolves to the address of the tab that opens then. */
async function choose(saveQuote: () => Promise<unknown>): Promise<URL> {
  fakeBrowser.reset();
  vi.spyOn(browser.commands.onCommand, 'addListener').mockReturnValue();
  const listen = vi.spyOn(browser.contextMenus.onClicked, 'addListener').mockReturnValue();
  const tab = await browser.tabs.create({ url: PDF });
  serveMenu({ surveyLink: async () => '', saveQuote });
  const info = { menuItemId: 'save-quote', selectionText: 'Words.', pageUrl: PDF, editable: false, modifiers: [] };
  listen.mock.calls[0]?.[0](info, tab);
  listen.mockRestore();
  return vi.waitFor(async () => {
    const opened = (await browser.tabs.query({})).find(({ url }) => url?.includes('.html'));
    expect(opened).toBeDefined();
    return new URL(opened?.url ?? '');
  });
}

it('opens the library, where the quote stands, once it is kept', async () => {
  const { pathname, search } = await choose(async () => undefined);
  expect([pathname, search]).toEqual(['/library.html', '']);
});

it('opens the library with the reason, where the quote could not be kept', async () => {
  const { pathname, searchParams } = await choose(() => Promise.reject(new Error('The disk is full.')));
  expect([pathname, searchParams.get('failure')]).toEqual(['/library.html', 'The disk is full.']);
});
