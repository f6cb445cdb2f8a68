/** The registered content script always runs on the granted sites and on no other. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { originsOf } from '../../lib/domain/site';
import {
  listGrantedOrigins,
  registerContentScript,
  requestAccess,
  revokeAccess,
  watchAccess,
} from '../../lib/platform/sites';

const guardian = originsOf('theguardian.com');
const bbc = originsOf('bbc.co.uk');

let granted: string[];
let registered: Map<string, { id: string; matches: string[] }>;
let listeners: Set<() => void>;

beforeEach(() => {
  granted = [];
  registered = new Map();
  listeners = new Set();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const change = (origins: string[]) => {
    granted = origins;
    for (const listener of listeners) listener();
    return Promise.resolve(true);
  };
  // As a browser answers, later and not in the order that would be handy.
  const later = async () => {
    for (let turn = 0; turn < 3; turn++) await Promise.resolve();
  };
  Object.assign(fakeBrowser.permissions, {
    getAll: vi.fn(() => Promise.resolve({ permissions: ['storage'], origins: [...granted] })),
    request: vi.fn(({ origins }: { origins: string[] }) => change([...new Set([...granted, ...origins])])),
    remove: vi.fn(({ origins }: { origins: string[] }) => change(granted.filter((g) => !origins.includes(g)))),
    onAdded: event,
    onRemoved: event,
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => {
      await later();
      return [...registered.values()].filter(({ id }) => ids.includes(id));
    }),
    registerContentScripts: vi.fn(async (scripts: { id: string; matches: string[] }[]) => {
      await later();
      for (const script of scripts) {
        if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        registered.set(script.id, script);
      }
    }),
    updateContentScripts: vi.fn(async (scripts: { id: string; matches: string[] }[]) => {
      await later();
      for (const script of scripts) {
        if (!registered.has(script.id)) throw new Error(`Script with ID '${script.id}' does not exist`);
        registered.set(script.id, script);
      }
    }),
    unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => {
      await later();
      for (const id of ids) registered.delete(id);
    }),
  });
});

describe('registerContentScript', () => {
  it('registers nothing where nothing is granted', async () => {
    await registerContentScript();
    expect(registered.size).toBe(0);
  });

  it('registers one script for all granted sites, in the top frame, when the page is idle', async () => {
    granted = [...guardian, ...bbc];
    await registerContentScript();
    expect([...registered.values()]).toEqual([
      {
        id: 'article',
        js: ['article.js'],
        css: ['marks.css'],
        matches: [...guardian, ...bbc],
        runAt: 'document_idle',
        allFrames: false,
        persistAcrossSessions: true,
      },
    ]);
  });

  it('follows each later grant and revocation, and goes with the last', async () => {
    granted = guardian;
    await registerContentScript();
    granted = [...guardian, ...bbc];
    await registerContentScript();
    expect(registered.get('article')?.matches).toEqual([...guardian, ...bbc]);
    granted = bbc;
    await registerContentScript();
    expect(registered.get('article')?.matches).toEqual(bbc);
    granted = [];
    await registerContentScript();
    expect(registered.size).toBe(0);
  });

  it('may be called many times at once, and ends with what is granted last', async () => {
    granted = guardian;
    const calls = [registerContentScript(), registerContentScript()];
    granted = [];
    calls.push(registerContentScript());
    granted = bbc;
    calls.push(registerContentScript());
    await Promise.all(calls);
    expect([...registered.values()].map(({ matches }) => matches)).toEqual([bbc]);
  });

  it('tells its caller of a refusal and works the next time', async () => {
    granted = guardian;
    vi.mocked(fakeBrowser.scripting.registerContentScripts).mockRejectedValueOnce(new Error('Not now'));
    const refused = registerContentScript();
    const next = registerContentScript();
    await expect(refused).rejects.toThrow('Not now');
    await next;
    expect(registered.get('article')?.matches).toEqual(guardian);
  });
});

describe('access', () => {
  it('lists what is granted for web pages', async () => {
    granted = ['<all_urls>', '*://*.a.example/*', 'chrome://favicon/*', 'file:///*', ...guardian];
    expect(await listGrantedOrigins()).toEqual(['<all_urls>', '*://*.a.example/*', ...guardian]);
  });

  it('is asked for in the same turn as the press', () => {
    const asked = requestAccess(guardian);
    expect(fakeBrowser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: guardian });
    return asked;
  });

  it('is given back for the sites named and no other', async () => {
    granted = [...guardian, ...bbc];
    await revokeAccess(guardian);
    expect(granted).toEqual(bbc);
  });

  it('is watched until the watch is undone', async () => {
    const onChange = vi.fn();
    const stop = watchAccess(onChange);
    await requestAccess(guardian);
    await revokeAccess(guardian);
    expect(onChange).toHaveBeenCalledTimes(2);
    stop();
    await requestAccess(bbc);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
