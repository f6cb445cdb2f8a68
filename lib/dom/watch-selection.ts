/** Tells when a person has selected text, or let go of it: after the press or key, not while they still move. */

/** Calls back after each trusted press or key that may have changed the selection. Returns its undo. */
export function watchSelection(document: Document, onSelect: (isEmpty: boolean) => void): () => void {
  const stop = new AbortController();
  let wasEmpty = true;
  const look = (event: Event) => {
    if (!event.isTrusted) return;
    // A click on the selection takes it away only after its events.
    setTimeout(() => {
      const isEmpty = document.getSelection()?.isCollapsed ?? true;
      if (!isEmpty || !wasEmpty) onSelect(isEmpty);
      wasEmpty = isEmpty;
    });
  };
  for (const type of ['pointerup', 'keyup']) {
    document.addEventListener(type, look, { capture: true, passive: true, signal: stop.signal });
  }
  return () => stop.abort();
}
