/** The script of marks leaves a page as a new script of ours wants it: with nothing of the old one. */
import { expect, it } from 'vitest';
import marksScript, { type AddMarks } from '../../entrypoints/marks/index';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';

it('a layer that a new script has taken away does not come back when the old one leaves', async () => {
  await marksScript.main();
  const { timeToTalkIaptMarks: addMarks } = globalThis as unknown as { timeToTalkIaptMarks: AddMarks };
  const background = {} as Remote<ContentToBackground>;
  const marks = addMarks({ background, onChange: () => undefined, onGone: () => undefined });
  const layers = () => document.documentElement.querySelectorAll(':scope > div');
  // What it says puts it on the page.
  marks.sayChecked(false);
  expect(layers()).toHaveLength(1);
  layers()[0]?.remove();
  marks.leave(true);
  expect(layers()).toHaveLength(0);
});
