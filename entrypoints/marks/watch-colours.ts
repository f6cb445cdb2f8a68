/** Notices when a page may have other colours than before: the system's scheme, a press on its own switch, a return to it. */

/** How long a page may take to change its colours, in milliseconds. */
const SETTLE = 400;

/** Calls back when it is worth a look; returns its undo. */
export function watchColours(look: () => void): () => void {
  const stop = new AbortController();
  let timer = 0;
  const lookSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => requestIdleCallback(look, { timeout: SETTLE }), SETTLE);
  };
  const options = { signal: stop.signal, passive: true, capture: true };
  for (const sign of ['click', 'keyup', 'visibilitychange']) document.addEventListener(sign, lookSoon, options);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', lookSoon, { signal: stop.signal });
  }
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
