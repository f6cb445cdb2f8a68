/** Finds accessibility barriers with axe-core, in the extension's closed shadow root too. */
import axe from 'axe-core';
import type { Tab } from './extension';

/** Rules of axe that a tab fails, each with the first element that fails it. */
export async function findBarriers(tab: Tab): Promise<string[]> {
  // Axe looks for roots where the page can see them: for its sake the closed one is shown, in this tab only.
  await tab.inRoot(
    'layer',
    (root) => {
      if ('host' in root) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    },
    null,
  );
  await tab.runScript(axe.source);
  return tab.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes[0]?.failureSummary})`);
  });
}
