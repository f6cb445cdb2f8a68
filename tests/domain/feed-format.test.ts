/** The form of a feed: what hostile or careless documents try, and the published schema that says the same as the parser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedDocument } from '../../lib/domain/embedded-feed';
import { parseFeed } from '../../lib/domain/feed';
import * as format from '../../lib/domain/feed-format';
import { schemaText } from '../../scripts/feed/schema.mjs';
import { ROOT } from '../source-files';

const SCHEMA = join(ROOT, 'docs/feed.schema.json');

/** The embedded document as JSON text, with one part replaced in the text itself. */
function withText(from: string, to: string): string {
  const text = JSON.stringify(embeddedDocument);
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

const QUESTION = 'Do you feel your service is well managed?';
const LINK = '"link":"https://www.surveymonkey.co.uk/r/timetotalkIAPT"';

describe('a hostile document', () => {
  it.each<[string, string]>([
    ['a number that is none', withText('"percent":41', '"percent":1e400')],
    ['a fraction of a per cent', withText('"percent":41', '"percent":41.5')],
    ['half of a surrogate pair', withText(QUESTION, 'Do you \\ud800 feel?')],
    ['a mark that turns the direction of the text', withText(QUESTION, 'Do you \\u202e feel?')],
    ['a control character', withText(QUESTION, 'Do you \\u0000 feel?')],
    ['a text of a megabyte', withText(QUESTION, 'x'.repeat(1_000_000))],
    ['an array for the document', '[]'],
    ['a hundred thousand levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a pattern that is a regular expression', withText('"iapt*"', '"(a+)+$"')],
    ['a rule with code', withText('"rules":[{', '"rules":[{"run":"alert(1)",')],
    ['a link that is a script', withText(LINK, '"link":"javascript:alert(1)"')],
    ['a link that is data', withText(LINK, '"link":"data:text/html,x"')],
    ['a link without https', withText(LINK, '"link":"http://www.surveymonkey.co.uk/"')],
    [
      'a link with a user name before its host',
      withText(LINK, '"link":"https://www.surveymonkey.co.uk@evil.example/"'),
    ],
    ['a link to a host that looks like another', withText(LINK, '"link":"https://www.surveymоnkey.co.uk/"')],
    ['a link to such a host in its coded form', withText(LINK, '"link":"https://www.xn--surveymnkey-5bj.co.uk/"')],
    ['a link to an address in numbers', withText(LINK, '"link":"https://192.168.0.1/"')],
    [
      'a group small enough to know people by',
      withText('"percent":41', '"percent":41,"counts":{"base":9,"counted":4,"dontKnow":0}'),
    ],
  ])('%s is refused, and no part of it is read more than a few times', (_, text) => {
    const input: unknown = JSON.parse(text);
    const { watched, count } = countReads(input);
    expect(() => parseFeed(watched)).toThrow(/^The feed was refused: /);
    expect(count()).toBeLessThan(MOST_READS * (leaves(embeddedDocument).length + 1));
  });

  it('is read no more often than a good one', () => {
    const { watched, count } = countReads(JSON.parse(JSON.stringify(embeddedDocument)));
    parseFeed(watched);
    expect(count()).toBeLessThan(MOST_READS * leaves(embeddedDocument).length);
  });

  it.each(['"__proto__":{"polluted":1}', '"constructor":{"prototype":{"polluted":1}}'])(
    'that reaches for a prototype by %s is refused, and the prototype stays',
    (part) => {
      const input: unknown = JSON.parse(withText('"format":1', `${part},"format":1`));
      expect(() => parseFeed(input)).toThrow(/^The feed was refused: /);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    },
  );

  it('whatever it is, is refused with a reason or parsed, and never anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(() => parseFeed(input)).toThrow(/^The feed was refused: /);
      }),
    );
  });

  it('with one part made into something else is refused with the place, or says the same as before', () => {
    const paths = leaves(embeddedDocument).filter((_, index) => index % 37 === 0);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const copy = structuredClone(embeddedDocument) as unknown;
        put(copy, path, value);
        try {
          parseFeed(copy);
        } catch (error) {
          expect((error as Error).message).toMatch(/^The feed was refused: /);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has its markup kept as text', () => {
    const feed = parseFeed(JSON.parse(withText(QUESTION, '<img src=x onerror=alert(1)>')));
    expect(feed.statistics.map(({ question }) => question)).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('the published JSON Schema', () => {
  const text = schemaText(format);

  it('is the one that the parser’s schema gives: `npm run feed -- schema --write` writes it', () => {
    expect(readFileSync(SCHEMA, 'utf8')).toBe(text);
  });

  const ajv = new Ajv({ strict: false, unicodeRegExp: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(text));

  it('accepts the embedded edition', () => {
    expect(validate(JSON.parse(JSON.stringify(embeddedDocument))) || validate.errors).toBe(true);
  });

  it.each([
    ['a missing disclosure', withText('"interest"', '"interesting"')],
    ['a figure over 100', withText('"percent":41', '"percent":410')],
    ['a link that is a script', withText(LINK, '"link":"javascript:alert(1)"')],
    ['another format', withText('"format":1', '"format":2')],
  ])('refuses %s, as the parser does', (_, changed) => {
    expect(validate(JSON.parse(changed))).toBe(false);
    expect(() => parseFeed(JSON.parse(changed))).toThrow();
  });
});

/** How often a part may be read: its form, the check of what it refers to, and the making of the feed. */
const MOST_READS = 3;

/** The input, and how many of its properties were read so far. */
function countReads(input: unknown): { watched: unknown; count: () => number } {
  let reads = 0;
  const watch = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? new Proxy(value, {
          get(target, key) {
            reads++;
            return watch(Reflect.get(target, key));
          },
        })
      : value;
  return { watched: watch(input), count: () => reads };
}

type Path = (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

function put(target: unknown, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], target);
  (parent as Record<string | number, unknown>)[path.at(-1) as string] = value;
}
