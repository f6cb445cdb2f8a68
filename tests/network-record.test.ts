/** The proof that nothing leaves the machine would fail where something did. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgeRecord } from '../scripts/network-record.mjs';
import { judgeFixture, judgeUnknown, record } from './e2e/request-record';

const PAGE = 'https://www.theguardian.com/article';
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  path = join(folder, 'network.jsonl');
  vi.stubEnv('NETWORK_RECORD', path);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('a request', () => {
  it.each([
    ['a page that is opened', PAGE, { 'sec-fetch-dest': 'document' }, 'page'],
    ['a picture of a page', `${PAGE}.png`, { 'sec-fetch-dest': 'image' }, 'page'],
    ['a page of a site without https', 'http://www.cbtwatch.com/', {}, 'page'],
    ['a fetch from a script', PAGE, { 'sec-fetch-dest': 'empty' }, 'stray'],
    ['a fetch from the extension', PAGE, { 'sec-fetch-dest': 'document', origin: 'moz-extension://a' }, 'stray'],
    ['a picture that carries a text', `${PAGE}.png?text=IAPT`, { 'sec-fetch-dest': 'image' }, 'stray'],
    ['one that says nothing of itself', PAGE, {}, 'stray'],
  ])('of %s', (_, address, headers, asker) => {
    expect(judgeFixture(address, headers)).toBe(asker);
  });

  it.each([
    ['update.googleapis.com:443', 'browser'],
    ['https://firefox.settings.services.mozilla.com/v1/', 'browser'],
    ['tracker.example:443', 'stray'],
    ['update.googleapis.com.tracker.example:443', 'stray'],
    ['https://tracker.example/update.googleapis.com', 'stray'],
  ])('of %s is the %s’s', (address, asker) => {
    expect(judgeUnknown(address)).toBe(asker);
  });
});

describe('the record of a run', () => {
  it('holds each request with who made it, and names what nobody explains', () => {
    record(PAGE, 'page');
    record('results.example:443', 'feed');
    record('tracker.example:443', 'stray');
    record('somewhere.example:443', 'feed');
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(5);
    expect(judgeRecord(path)).toEqual({
      counts: { page: 1, feed: 2, browser: 0, stray: 1 },
      strays: ['tracker.example:443', 'somewhere.example:443'],
    });
  });

  it('proves nothing where nothing was recorded', () => {
    expect(() => judgeRecord(path)).toThrow('No request was recorded');
  });
});
