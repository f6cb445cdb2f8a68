/** The look that the person chose, on the extension's own pages, from their first frame on. */
import { APPEARANCES, type Appearance } from '../domain/settings';
import { loadSettings, watchSettings } from './settings-store';

/** Settings are read a moment after the first frame; this copy of one of them is there at once. */
const COPY = 'appearance';

/** Shows the chosen look on a page's root element (theme.css has the rest), and follows it when it is changed. */
export function followAppearance(root: HTMLElement): void {
  const show = (appearance: Appearance) => {
    root.dataset.appearance = appearance;
  };
  const change = ({ appearance }: { appearance: Appearance }) => {
    show(appearance);
    keepCopy(appearance);
  };
  show(readCopy());
  loadSettings().then(change, (error: unknown) => console.warn('The chosen look could not be read.', error));
  watchSettings(change);
}

/** A browser that keeps nothing for us refuses the storage itself. */
function readCopy(): Appearance {
  try {
    const copy = localStorage.getItem(COPY);
    return APPEARANCES.find((known) => known === copy) ?? 'system';
  } catch {
    return 'system';
  }
}

function keepCopy(appearance: Appearance): void {
  try {
    localStorage.setItem(COPY, appearance);
  } catch {
    // Then the look comes a moment after the first frame.
  }
}
