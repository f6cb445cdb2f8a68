/** The background trusts the sender and not the message, keeps what it acknowledges, and says why it refuses. */
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Annotation } from '../../lib/domain/annotation';
import { createConnection } from '../../lib/platform/database';
import { createHandlers, mayCall } from '../../lib/platform/handlers';
import type { Calls, Sender } from '../../lib/platform/messages';
import { remote, serve } from '../../lib/platform/transport';
import { makeDraft } from '../make-draft';
import { OPEN_QUESTIONS, PUBLISHED } from '../published-figures';

const PAGE: Sender = {
  id: fakeBrowser.runtime.id,
  url: 'https://www.theguardian.com/real',
  tab: { id: 7, incognito: false },
  frameId: 0,
};
const OURS: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/library.html') };

const DRAFT = makeDraft('asked to change the scores', 'https://www.theguardian.com/claimed');

let ids = 0;
const makeHandlers = (connect = createConnection(Date.now)) =>
  createHandlers({
    connect,
    now: () => new Date('2026-11-23T09:00:00Z'),
    chance: () => 0.5,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  });

/** A remote whose calls arrive from a sender, through the real serving. */
function callAs(sender: Sender) {
  let listener: ((message: unknown, sender: Sender, respond: (reply: unknown) => void) => unknown) | undefined;
  serve({ addListener: (added) => (listener = added as typeof listener) }, makeHandlers(), mayCall);
  return remote<Calls>(
    (request) =>
      new Promise((resolve) => {
        if (!listener?.(request, sender, resolve)) resolve(undefined);
      }),
  );
}

describe('who may call', () => {
  it.each([
    'deleteAnnotations',
    'restoreAnnotations',
    'readAnnotations',
    'countAnnotations',
    'getFeed',
    'checkPage',
    'getPageCheck',
    'listRequests',
    'getKeeping',
    'listMatches',
    'showMatch',
    'hideMatches',
    'unhideMatches',
    'toggleMarks',
  ])('a content script may not call %s', (call) => {
    expect(mayCall(call, PAGE)).toBe(false);
    expect(mayCall(call, OURS)).toBe(true);
  });

  it.each([
    'getClaimData',
    'getEvidence',
    'saveQuote',
    'loadPart',
    'reportPassages',
    'hideFigure',
    'unhideFigure',
    'openLibrary',
  ])('a content script may call %s', (call) => {
    expect(mayCall(call, PAGE)).toBe(true);
  });

  it('another extension may call nothing, whatever address it claims', () => {
    expect(mayCall('getClaimData', { ...PAGE, id: 'somebody-else' })).toBe(false);
    expect(mayCall('getFeed', { ...OURS, id: 'somebody-else' })).toBe(false);
  });

  it('is told in words when it may not', async () => {
    await expect(callAs(PAGE).deleteAnnotations([])).rejects.toThrow('This page may not ask for that.');
  });

  it.each([
    null,
    'getFeed',
    { call: 'nothing', args: [] },
    { call: '__proto__', args: [] },
    { call: 'getFeed', args: 'x' },
  ])('a message that is no call (%j) is left unanswered', (message) => {
    const respond = vi.fn();
    let answer: unknown = 'not asked';
    serve(
      { addListener: (listener) => (answer = (listener as (...a: unknown[]) => unknown)(message, OURS, respond)) },
      makeHandlers(),
      mayCall,
    );
    expect(answer).toBeUndefined();
    expect(respond).not.toHaveBeenCalled();
  });
});

describe('a quote', () => {
  it('is filed under the address that the browser gives the sender, not the one that the page claims', async () => {
    const { annotation, duplicate } = await callAs(PAGE).saveQuote(DRAFT);
    expect(annotation).toMatchObject({ source: { url: PAGE.url }, created: '2026-11-23T09:00:00.000Z' });
    expect(duplicate).toBe(false);
    expect(await callAs(OURS).listNewest(10)).toEqual([annotation]);
  });

  it('from an address that no quote may have is refused instead of being kept as what nobody can read', async () => {
    const url = `https://www.theguardian.com/${'a'.repeat(2_000)}`;
    await expect(callAs({ ...PAGE, url }).saveQuote(DRAFT)).rejects.toThrow(
      'This quote was not accepted: source.url: It is longer than 2,000 characters.',
    );
    expect(await callAs(OURS).countAnnotations()).toBe(0);
  });

  it('that is saved twice is kept once', async () => {
    const first = await callAs(PAGE).saveQuote(DRAFT);
    expect(await callAs(PAGE).saveQuote(DRAFT)).toEqual({ annotation: first.annotation, duplicate: true });
    expect(await callAs(OURS).countAnnotations()).toBe(1);
  });

  it('that is malformed is refused with the reason, and those kept stay', async () => {
    await callAs(PAGE).saveQuote(DRAFT);
    await expect(callAs(PAGE).saveQuote({ ...DRAFT, quote: { ...DRAFT.quote, exact: '' } })).rejects.toThrow(
      /at least one character/,
    );
    await expect(callAs(OURS).restoreAnnotations([{ ...DRAFT, id: 'x' } as unknown as Annotation])).rejects.toThrow(
      /was not accepted/,
    );
    expect(await callAs(OURS).countAnnotations()).toBe(1);
  });

  it('of a private window is refused and not kept', async () => {
    const sender = { ...PAGE, tab: { id: 7, incognito: true } };
    await expect(callAs(sender).saveQuote(DRAFT)).rejects.toThrow('Quotes from private windows are not kept.');
    expect(await callAs(OURS).countAnnotations()).toBe(0);
  });

  it('that was deleted comes back as it was', async () => {
    const { annotation } = await callAs(PAGE).saveQuote(DRAFT);
    await callAs(OURS).deleteAnnotations([annotation.id]);
    expect(await callAs(OURS).listNewest(10)).toEqual([]);
    await callAs(OURS).restoreAnnotations([annotation]);
    await callAs(OURS).restoreAnnotations([annotation]);
    expect(await callAs(OURS).listNewest(10)).toEqual([annotation]);
  });
});

it('figures that are hidden at once stay hidden, each of them', async () => {
  const page = callAs(PAGE);
  await Promise.all(['burnout', 'distress', 'manipulation'].map((statistic) => page.hideFigure(statistic, 'page')));
  const { hidden } = await page.getClaimData();
  expect(hidden).toEqual({ burnout: 'page', distress: 'page', manipulation: 'page' });
});

describe('without a database', () => {
  const handlers = makeHandlers(() => Promise.reject(new Error('The browser’s storage could not be opened.')));

  it('figures, claim data and evidence come from the package', async () => {
    expect((await handlers.getFeed([], OURS)).edition).toBe(2);
    expect((await handlers.getClaimData([], PAGE)).statistics).toHaveLength(PUBLISHED.length + OPEN_QUESTIONS.length);
    expect((await handlers.getEvidence(['manipulation'], PAGE))[0]?.id).toBe('independent-2021-nhs-reply');
  });

  it('a quote is refused with the reason, and it is said that none is kept', async () => {
    await expect(handlers.saveQuote([DRAFT], PAGE)).rejects.toThrow('The browser’s storage could not be opened.');
    expect(await handlers.getKeeping([], OURS)).toEqual({
      kept: false,
      reason: 'The browser’s storage could not be opened.',
    });
  });
});
