/** The size of what a browser loads: of the content script, which every visited page pays for, and of the popup. */
import { join } from 'node:path';
import { BUDGETS, gzippedSize } from '../scripts/bundle-size.mjs';
import { ROOT } from '../scripts/tools.mjs';
import { row, runBench } from './measure/table.mjs';

/** What a page gets only when it needs it. */
const ON_DEMAND = [
  ['matcher, on pages that name IAPT', 'matcher.js'],
  ['marks, on pages where something matched', 'marks.js'],
  ['card, when the first is opened', 'card.js'],
];

await runBench({
  title: 'Size',
  about: `Kilobytes (1,000 bytes) after gzip -9 of a file of the production build for Chrome and all that it loads at its
start. The build itself fails where one is over its hold.`,
  async measure() {
    const build = join(ROOT, '.output', 'chrome-mv3');
    return [
      ...BUDGETS.map(({ name, entry, limit, aim }) =>
        row({ name, unit: 'KB', ours: gzippedSize(build, entry), hold: limit, aim }),
      ),
      ...ON_DEMAND.map(([name, entry]) => row({ name, unit: 'KB', ours: gzippedSize(build, entry) })),
    ];
  },
});
