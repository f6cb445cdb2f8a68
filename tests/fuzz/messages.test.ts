/** Whatever is sent to the background, by whomever: it is answered in words or left alone, and the quotes stay whole. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseAnnotation } from '../../lib/domain/annotation';
import { createConnection } from '../../lib/platform/database';
import { createHandlers, mayCall } from '../../lib/platform/handlers';
import type { Sender } from '../../lib/platform/messages';
import { serve } from '../../lib/platform/transport';
import { makeQuote } from '../make-quote';
import { SEED, TIME } from './cases';
import { isPolluted, mutationsOf } from './mutations';

const OURS: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/library.html') };
const PAGE: Sender = {
  id: fakeBrowser.runtime.id,
  url: 'https://www.theguardian.com/real',
  tab: { id: 7, incognito: false },
  frameId: 0,
};
const SENDERS: Sender[] = [
  OURS,
  PAGE,
  { ...PAGE, tab: { id: 7, incognito: true } },
  { ...PAGE, url: 'not an address' },
  { ...PAGE, id: 'another-extension' },
  { ...OURS, id: 'another-extension' },
  { id: fakeBrowser.runtime.id, url: 'https://www.theguardian.com/real' },
  {},
];

const { id, created: _created, ...draft } = makeQuote();
/** Arguments that calls take, to be changed. */
const ARGUMENTS = [[], [draft], [[id]], [[makeQuote()]], [7], [null, 10], [[id], { note: 'x' }], ['manipulation']];

let ids = 0;
const handlers = createHandlers({
  connect: createConnection(Date.now),
  now: () => new Date('2026-11-23T09:00:00Z'),
  newId: () => `00000000-0000-4000-8000-${String(++ids % 500).padStart(12, '0')}`,
  chance: () => 0.5,
});
const calls = Object.keys(handlers);

const message = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      call: fc.constantFrom(...calls),
      args: fc.constantFrom(...ARGUMENTS).chain((args) => mutationsOf(args)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ call: fc.constantFrom('__proto__', 'constructor', 'toString', 'nothing'), args: fc.constant([]) }),
      mutationsOf({ call: 'saveQuote', args: [draft] }),
    ),
  },
);

it(
  `F46: a message of any sender is answered in words or left alone, and every quote that is kept can be read (seed ${SEED})`,
  async () => {
    vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    fakeBrowser.scripting.executeScript = vi.fn(async () => []);
    fakeBrowser.tabs.sendMessage = vi.fn(async () => undefined);
    const listener = listenerOf();
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(...SENDERS), async (message, sender) => {
        const reply = await new Promise<unknown>((resolve) => {
          if (listener(message, sender, resolve) !== true) setTimeout(resolve);
        });
        expect(isPolluted()).toBe(false);
        if (reply === undefined) return;
        answered++;
        if (!mayCall((message as { call: string }).call, sender)) {
          expect(reply).toEqual({ ok: false, error: 'This page may not ask for that.' });
        } else expect(reply).toSatisfy(isReply);
      }),
    );
    expect(answered).toBeGreaterThan(0);
    const kept = (await handlers.listNewest([5_000], OURS)) as unknown[];
    for (const quote of kept) expect(() => parseAnnotation(quote)).not.toThrow();
  },
  TIME,
);

type Listener = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => unknown;

function listenerOf(): Listener {
  let listener: Listener | undefined;
  serve({ addListener: (added) => (listener = added as Listener) }, handlers, mayCall);
  if (!listener) throw new Error('Nothing is served');
  return listener;
}

function isReply(reply: unknown): boolean {
  const { ok, error } = reply as { ok: boolean; error?: unknown };
  return ok || (typeof error === 'string' && error !== '');
}
