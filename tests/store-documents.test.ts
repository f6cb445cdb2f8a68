/** What the stores' forms are filled with fits them, and says what the built extension really asks for. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files';

const listing = readDocument('listing');
const privacy = readDocument('privacy');
const messages = readJson('.output/chrome-mv3/_locales/en_GB/messages.json');
const manifests = ['chrome-mv3', 'firefox-mv3'].map((build) => readJson(`.output/${build}/manifest.json`));

describe('the listing', () => {
  it('has the name of the package, within the 45 characters of Edge Add-ons, the shortest limit', () => {
    expect(boxUnder(listing, 'Name')).toBe(messages.manifest_name.message);
    expect(boxUnder(listing, 'Name').length).toBeLessThanOrEqual(45);
  });

  it('has the summary of the package, within the 132 characters of the Chrome Web Store', () => {
    expect(boxUnder(listing, 'Summary')).toBe(messages.manifest_description.message);
    expect(boxUnder(listing, 'Summary').length).toBeLessThanOrEqual(132);
  });

  it('has a description of 250 to 10,000 characters, as Edge Add-ons asks, that needs no Markdown to be read', () => {
    const description = boxUnder(listing, 'Description');
    expect(description.length).toBeGreaterThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(10_000);
    expect(description).not.toMatch(/[*_`#[\]]/);
  });

  it('says with the figures who was asked, that they chose to answer, who asked, and from when they are', () => {
    const description = boxUnder(listing, 'Description');
    for (const words of ['550', 'current and past workers', 'chose to', 'campaigns', 'preliminary', 'January 2023'])
      expect(description).toContain(words);
    expect(description).not.toMatch(/\d%|±/);
  });

  it('has at most seven search terms, of 30 characters each and 21 words together', () => {
    const terms = boxUnder(listing, 'Search terms').split('\n');
    expect(terms.length).toBeLessThanOrEqual(7);
    expect(terms.filter((term) => term.length > 30)).toEqual([]);
    expect(terms.flatMap((term) => term.split(' ')).length).toBeLessThanOrEqual(21);
  });

  it('has notes for reviewers that a field of 2,000 characters takes', () => {
    expect(boxUnder(listing, 'Notes for reviewers').length).toBeLessThanOrEqual(2_000);
  });

  it('has its pictures in the sizes that the stores ask for', () => {
    const sizes = { tile: [440, 280], logo: [300, 300] } as Record<string, number[]>;
    for (const name of ['1', '2', '3', '4', '5', 'tile', 'logo']) {
      const png = readFileSync(`${ROOT}/docs/store/pictures/${name}.png`);
      // https://www.w3.org/TR/png-3/#11IHDR: width and height open the first chunk.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual(sizes[name] ?? [1280, 800]);
    }
  });
});

describe('the privacy answers', () => {
  /** Every permission with its reason. */
  const rows = [...under(privacy, 'Permissions').matchAll(/^\| (`.*?) \| (.*) \|$/gm)].map(
    ([, names = '', why = '']) => ({
      names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      why,
    }),
  );

  it('give a reason, within 1,000 characters, for each thing that the builds ask for, and for nothing else', () => {
    const asked = manifests.flatMap(({ permissions, optional_host_permissions: hosts }) => [...permissions, ...hosts]);
    expect(rows.flatMap(({ names }) => names).sort()).toEqual([...new Set(asked)].sort());
    expect(rows.filter(({ why }) => why.length < 40 || why.length > 1_000)).toEqual([]);
  });

  it('name one purpose, within 1,000 characters', () => {
    expect(boxUnder(privacy, 'Single purpose').length).toBeLessThanOrEqual(1_000);
  });

  it('say of data collection what the manifest says', () => {
    const { data_collection_permissions } = manifests[1].browser_specific_settings.gecko;
    expect(data_collection_permissions).toEqual({ required: ['none'] });
    expect(privacy).toContain('`data_collection_permissions: { required: ["none"] }`');
  });
});

function readDocument(name: string): string {
  return readFileSync(`${ROOT}/docs/store/${name}.md`, 'utf8');
}

// biome-ignore lint/suspicious/noExplicitAny: what the build wrote, and each test says what must be in it
function readJson(path: string): any {
  if (!existsSync(`${ROOT}/${path}`)) throw new Error(`There is no ${path}: run npm run build:e2e first.`);
  return JSON.parse(readFileSync(`${ROOT}/${path}`, 'utf8'));
}

/** The part of a document below a heading of the second level. Throws Error where there is none. */
function under(document: string, heading: string): string {
  const [, part] = document.split(`\n## ${heading}\n`);
  if (part === undefined) throw new Error(`There is no heading “${heading}”.`);
  return part.split('\n## ')[0] ?? '';
}

/** The text to paste below a heading. */
function boxUnder(document: string, heading: string): string {
  const [, text] = /```text\n([\s\S]*?)\n```/.exec(under(document, heading)) ?? [];
  if (text === undefined) throw new Error(`There is no text in a box under “${heading}”.`);
  return text;
}
