/** The content script's line to the background, over which it gets the parts that a page turns out to need. */
import type { ContentToBackground, PagePart, Remote } from '../../lib/platform/messages';
import { pageRuntime } from '../../lib/platform/page-browser';
import { remote } from '../../lib/platform/transport';
import type { AddMarks } from '../marks/index';
import type { ScanPage } from '../matcher';
import type { SeekQuotes } from '../quotes';

/** What the parts leave in our isolated world. */
interface World {
  timeToTalkIaptScan?: ScanPage;
  timeToTalkIaptMarks?: AddMarks;
  timeToTalkIaptQuotes?: SeekQuotes;
}

/** The background as this page reaches it; `onGone` is told once it can't be reached any more. */
export function connect(onGone: () => void): Remote<ContentToBackground> {
  return remote<ContentToBackground>(async (request) => {
    const runtime = pageRuntime();
    if (runtime) return runtime.sendMessage(request);
    onGone();
    throw new Error('Time to Talk IAPT was updated. Reload the page to continue.');
  });
}

/** The matcher, loaded at its first use. */
export async function loadMatcher(background: Remote<ContentToBackground>): Promise<ScanPage> {
  return load(background, 'matcher', (world) => world.timeToTalkIaptScan);
}

/** What adds marks, loaded at its first use. */
export async function loadMarks(background: Remote<ContentToBackground>): Promise<AddMarks> {
  return load(background, 'marks', (world) => world.timeToTalkIaptMarks);
}

/** What finds saved quotes again, loaded only where the page has some. */
export async function loadQuotes(background: Remote<ContentToBackground>): Promise<SeekQuotes> {
  return load(background, 'quotes', (world) => world.timeToTalkIaptQuotes);
}

async function load<T>(
  background: Remote<ContentToBackground>,
  part: PagePart,
  take: (world: World) => T | undefined,
): Promise<T> {
  const world = globalThis as World;
  if (!take(world)) await background.loadPart(part);
  const loaded = take(world);
  if (!loaded) throw new Error('Reload the page and try again.');
  return loaded;
}
