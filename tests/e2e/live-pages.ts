/** Pages that do what news sites really do: draw themselves, grow, change their address, watch who is there. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Answer } from './fixture-pages';

const SITE = 'https://www.bbc.co.uk';
const FIXTURES = join(import.meta.dirname, '../fixtures');
const FOLDERS = [
  join(FIXTURES, 'live'),
  join(FIXTURES, 'react'),
  join(import.meta.dirname, '../../node_modules/preact/dist'),
];

const TYPES: Record<string, string> = { '.html': 'text/html', '.pdf': 'application/pdf' };

/** As strict as a page can be that still has to run scripts of its own site. */
const STRICT =
  "default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export const LIVE_HOST = new URL(SITE).hostname;

/** The address of a live page, for example `react`; a page that draws itself has more of them below its own. */
export function livePage(path: string): string {
  return `${SITE}/live/${path}`;
}

/** The answer to such an address, or null where there is no such page. */
export function answerLive(url: string): Answer | null {
  const { origin, pathname } = new URL(url);
  const [, folder, name = ''] = pathname.split('/');
  if (origin !== SITE || folder !== 'live') return null;
  const file = /\.(?:m?js|pdf)$/.test(name) ? name : `${name}.html`;
  const path = FOLDERS.map((at) => join(at, file)).find(existsSync);
  if (!path) return null;
  const type = TYPES[extname(file)] ?? 'text/javascript';
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      ...(name === 'react-document' && { 'content-security-policy': STRICT }),
    },
    body: readFileSync(path, 'utf8'),
  };
}
