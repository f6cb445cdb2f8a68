/** Watches a page for what changes on it, cheaply and within bounds: it never asks in intervals, and gives up under a storm. */

export interface PageWatcher {
  /** Text came or went, or the address changed. */
  onChange(change: PageChange): void;
  /** More changed than can be followed; nothing is watched any more but the address. */
  onStorm(): void;
  /** Whether a text that was added is worth a look; null where something went away. */
  isRelevant(text: string | null): boolean;
  /** Nodes of ours, whose coming and going is no news. */
  owns(node: Node): boolean;
}

export interface PageChange {
  /** True where the page is at another address now, or is shown again after it was put away. */
  moved: boolean;
}

export interface PageWatch {
  /** Watches again after a storm. */
  resume(): void;
  stop(): void;
}

/** Changes that may come at once, and in a second over time: a frantic page has fewer, a storm many more. */
const BURST = 30_000;
const RATE = 1_000;

/** Nodes that are looked at one by one; where more were added in one go, the whole page is read instead. */
const MAX_NODES = 2_000;

/** Milliseconds without a change before the page is looked at, the most that it may go on changing, and the longest wait for an idle moment. */
const QUIET = 200;
const LONGEST_CHANGE = 3_000;
const LONGEST_WAIT = 2_000;

/** Watches a document until it is stopped. Survives document.open(), which takes listeners away but not the observer. */
export function watchPage(document: Document, { onChange, onStorm, isRelevant, owns }: PageWatcher): PageWatch {
  const window = document.defaultView as Window & typeof globalThis;
  let address = placeOf(window.location);
  let allowance = BURST;
  let refilled = performance.now();
  let changed: Node[] = [];
  let isFull = false;
  let hasLost = false;
  let isDue = false;
  let firstChange = 0;
  let lastChange = 0;
  let isBack = false;
  let isStopped = false;

  // The document outlives its root element, which a page may replace.
  const observer = new MutationObserver(take);
  resume();
  return {
    resume,
    stop() {
      isStopped = true;
      observer.disconnect();
      for (const [target, event, listener] of listeners()) target?.removeEventListener(event, listener);
    },
  };

  function resume(): void {
    if (isStopped) return;
    allowance = BURST;
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    // Adding a listener twice adds it once.
    for (const [target, event, listener] of listeners()) target?.addEventListener(event, listener);
  }

  function listeners(): [EventTarget | undefined, string, (event: Event) => void][] {
    return [
      [window, 'popstate', lookAtAddress],
      [window, 'pageshow', takeBack],
      [(window as { navigation?: EventTarget }).navigation, 'currententrychange', lookAtAddress],
    ];
  }

  function lookAtAddress(): void {
    if (placeOf(window.location) === address) return;
    resume();
    schedule();
  }

  /** A page that was put away and is shown again is news to the toolbar. */
  function takeBack(event: Event): void {
    if (!(event as PageTransitionEvent).persisted) return;
    isBack = true;
    resume();
    schedule();
  }

  function take(records: MutationRecord[]): void {
    const now = performance.now();
    allowance = Math.min(BURST, allowance + ((now - refilled) * RATE) / 1_000);
    refilled = now;
    for (const { type, target, addedNodes, removedNodes } of records) {
      allowance -= 1 + addedNodes.length;
      if (target === document) resume();
      if (type === 'characterData') add(target);
      else for (const node of addedNodes) if (!owns(node)) add(node);
      for (const node of removedNodes) hasLost ||= !owns(node);
    }
    if (allowance < 0) {
      observer.disconnect();
      changed = [];
      onStorm();
    } else if (changed.length > 0 || isFull || hasLost || placeOf(window.location) !== address) schedule();
  }

  function add(node: Node): void {
    if (changed.length < MAX_NODES) changed.push(node);
    else isFull = true;
  }

  function schedule(): void {
    lastChange = performance.now();
    if (isDue || isStopped) return;
    isDue = true;
    firstChange = lastChange;
    setTimeout(waitForQuiet, QUIET);
  }

  /** What comes piece by piece is looked at once, when it has come; another address right away. */
  function waitForQuiet(): void {
    const now = performance.now();
    const rest = Math.min(lastChange + QUIET, firstChange + LONGEST_CHANGE) - now;
    if (rest > 0 && placeOf(window.location) === address) setTimeout(waitForQuiet, rest);
    else requestIdleCallback(look, { timeout: LONGEST_WAIT });
  }

  function look(deadline: IdleDeadline): void {
    isDue = false;
    if (isStopped) return;
    const moved = isBack || placeOf(window.location) !== address;
    let isNews = moved || isFull || (hasLost && isRelevant(null));
    while (!isNews && changed.length > 0) {
      if (deadline.timeRemaining() < 1 && !deadline.didTimeout) {
        schedule();
        return;
      }
      const node = changed.pop() as Node;
      // A text is looked at with its surroundings: it may come word by word.
      const text = (node.nodeType === Node.TEXT_NODE ? node.parentNode : node)?.textContent ?? '';
      isNews = node.isConnected && isRelevant(text);
    }
    changed = [];
    isFull = false;
    hasLost = false;
    isBack = false;
    if (!isNews) return;
    address = placeOf(window.location);
    onChange({ moved });
  }
}

/** An address without its fragment: moving within a page is no news. */
function placeOf({ href }: Location): string {
  return href.replace(/#.*$/s, '');
}
