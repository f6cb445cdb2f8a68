/** What the end-to-end tests' browsers asked of the network, in a whole run: tests/e2e/request-record.ts wrote it. */
import { existsSync, readFileSync } from 'node:fs';

/** Names under which tests serve a feed, or what pretends to be one. */
const FEED_HOSTS = ['results.example:443', 'elsewhere.example:443'];

/**
 * Judges a run's record: nothing was asked but by the pages that the tests opened, by the browsers themselves, and the
 * feed's host. Returns how many requests each made, and the addresses that nobody explains. Throws Error where nothing
 * was recorded, which proves nothing.
 * @returns {{ counts: Record<string, number>, strays: string[] }}
 */
export function judgeRecord(path) {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const requests = lines.map((line) => JSON.parse(line));
  const counts = { page: 0, feed: 0, browser: 0, stray: 0 };
  for (const { asker } of requests) counts[asker] += 1;
  if (counts.page === 0) throw new Error('No request was recorded: run it after chromium and firefox.');
  const isFeed = ({ asker, address }) => asker !== 'feed' || FEED_HOSTS.includes(address);
  const strays = requests.filter((request) => request.asker === 'stray' || !isFeed(request));
  return { counts, strays: strays.map(({ address }) => address) };
}
