/** Site access: what is granted, how it is asked for and given back, and the content script that follows it. */
import { browser } from './browser';
import { createSerialQueue } from './serial-queue';

/** The one registered content script: it runs on the granted sites and nowhere else. */
const ARTICLE_SCRIPT = {
  id: 'article',
  js: ['article.js'],
  css: ['marks.css'],
  runAt: 'document_idle',
  allFrames: false,
  persistAcrossSessions: true,
} as const;

/** The match patterns of web pages that the person, or the manifest, has granted. */
export async function listGrantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(?:https?|\*):\/\/|^<all_urls>$/.test(origin));
}

/**
 * Asks for access; call it straight from a press, with nothing awaited before, or the browser refuses.
 * False where the person said no; rejects with the browser's reason where it would not ask.
 */
export function requestAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Gives access back. False where there was none to give; rejects where the manifest requires it. */
export function revokeAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

/** Calls back whenever access was granted or given back, here or in the browser's own settings; returns its undo. */
export function watchAccess(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}

const inTurn = createSerialQueue();

/** Brings the registered content script in step with what is granted. Rejects with the browser's reason. */
export function registerContentScript(): Promise<void> {
  return inTurn(followGrants);
}

async function followGrants(): Promise<void> {
  const ids = [ARTICLE_SCRIPT.id];
  const [matches, registered] = await Promise.all([
    listGrantedOrigins(),
    browser.scripting.getRegisteredContentScripts({ ids }),
  ]);
  const script = { ...ARTICLE_SCRIPT, js: [...ARTICLE_SCRIPT.js], css: [...ARTICLE_SCRIPT.css], matches };
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  } else if (registered.length > 0) {
    await browser.scripting.updateContentScripts([script]);
  } else {
    await browser.scripting.registerContentScripts([script]);
  }
}
