/** The panel: the browser's own side panel or sidebar, or a tab where neither can be opened. */
import * as v from 'valibot';
import { browser } from './browser';

/** Chrome's part, which the polyfill hands through without a type. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/** What the panel is asked to show first. */
export interface PanelTarget {
  tabId: number;
  statistic: string | null;
}

const KEY = 'panelTarget';
const TargetSchema = v.object({ tabId: v.number(), statistic: v.nullable(v.string()) });

/**
 * Opens the panel in a window. Call it straight from a press, with nothing awaited before, or the browser refuses: then
 * it rejects. Firefox opens its sidebar in the window of the press, whichever is asked for.
 */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel } = browser as unknown as { sidePanel?: SidePanel };
  if (sidePanel) await sidePanel.open({ windowId });
  else await browser.sidebarAction.open();
}

/** Whether Firefox's sidebar shows the panel in a window; Chrome opens its panel anew instead. */
export async function isSidebarOpen(windowId: number): Promise<boolean> {
  return (await browser.sidebarAction?.isOpen({ windowId })) ?? false;
}

/** Where the panel is a tab of its own, it is told which tab it belongs to. */
export async function openPanelTab({ tabId, statistic }: PanelTarget): Promise<void> {
  const query = new URLSearchParams({ tab: String(tabId), ...(statistic && { figure: statistic }) });
  await browser.tabs.create({ url: browser.runtime.getURL(`sidepanel.html?${query}`), openerTabId: tabId });
}

/** Kept for the panel to find, whether it is open already or opens now; forgotten with the session. */
export async function aimPanel(target: PanelTarget): Promise<void> {
  await browser.storage.session.set({ [KEY]: target });
}

/** Calls back with what the panel was last asked to show, and whenever it is asked again. Returns its undo. */
export function watchPanelTarget(onTarget: (target: PanelTarget) => void): () => void {
  const tell = (value: unknown) => {
    const { success, output } = v.safeParse(TargetSchema, value);
    if (success) onTarget(output);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => tell(changes[KEY]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  browser.storage.session.get(KEY).then(
    (stored) => tell(stored[KEY]),
    () => undefined, // Without it the panel only starts at its beginning.
  );
  return () => browser.storage.session.onChanged.removeListener(listener);
}
