/** The focus of what comes and goes on a page: it is given back to what had it before. */

/**
 * Remembers what had the focus before some part of our layer got it. The function returned gives it back where the part
 * still has it: to be called before the part goes, as it would take the focus along.
 */
export function rememberFocus(part: HTMLElement): () => void {
  let before: EventTarget | null = null;
  part.addEventListener('focusin', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && part.contains(relatedTarget))) before = relatedTarget;
  });
  return () => {
    const { activeElement } = part.getRootNode() as ShadowRoot;
    if (!part.contains(activeElement)) return;
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
  };
}
