/** One content script a page: a press runs the script again, and an update leaves the old one behind. */
import { pageRuntime } from '../../lib/platform/page-browser';

interface Claim {
  isAlive(): boolean;
  leave(): void;
}

/** Our isolated world's own globals, which no page can see. */
const world = globalThis as { timeToTalkIapt?: Claim };

/** True where no other content script of ours is at work in this page; one that was cut off is sent away. */
export function claimPage(leave: () => void): boolean {
  if (world.timeToTalkIapt?.isAlive()) return false;
  world.timeToTalkIapt?.leave();
  world.timeToTalkIapt = { isAlive: () => pageRuntime() !== undefined, leave };
  return true;
}
