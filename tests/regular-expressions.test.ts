/** No text can make a regular expression of ours take more than linear time: page text, feeds and files are a stranger's. */
import { isSafe } from 'redos-detector';
import { describe, expect, it } from 'vitest';
import { readSourceFiles } from './source-files';

/** Longest time that the detector may think about one expression, in milliseconds. */
const PATIENCE = 5_000;
const MAX_SCORE = 200;

/** Characters of an attack, and the CPU time in which it must be over, in microseconds: quadratic time would need far longer. */
const ATTACK = 100_000;
const SECOND = 1_000_000;

/**
 * What the detector can't prove: it counts an expression without `^` as one that starts anywhere, and gives up on long
 * alternations. Each by how it begins, with the reason that it is safe all the same, and the text that would show that
 * it isn't.
 */
const EXCUSED: Record<string, { because: string; attack: (length: number) => string }> = {
  "^(?:#|[\\p{Ll}\\p{N}']+\\*?)(?: (?:_|[\\p{Ll}\\p{N}']+\\*?))*$": {
    because: 'terms are cut at 80 characters before, and each word ends at its one space',
    attack: (length) => `${'a '.repeat(length / 2)}!`,
  },
  '^https?:\\/\\/([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?$': {
    because: 'no part can hold the character that begins the next',
    attack: (length) => `https://${'/'.repeat(length)}\n?#`,
  },
  '#.*$': { because: 'the first # matches to the end', attack: (length) => `${'#'.repeat(length)}\n` },
  '\\/.*$': { because: 'the first / matches to the end', attack: (length) => `${'/'.repeat(length)}\n` },
  "\\b(?:are|now|currently|today|suffers?|have|live with|living with)\\b(?:\\s+[\\p{L}’'-]+){0,3}\\s+(?:burn|exhaust|depress|anxi|distress)":
    {
      because: 'words and spaces share no character, and at most three words are tried',
      attack: (length) => 'now '.repeat(length / 4),
    },
  '[.!?…]["\'”’)\\]]{0,3}\\s+|\\n\\s*\\n\\s*': {
    because: 'white space with a second line break in it matches as a whole',
    attack: (length) => `.${'\n '.repeat(length / 2)}x`,
  },
  '\\n\\s*\\n': {
    because: 'white space with a second line break in it matches as a whole',
    attack: (length) => `\n${' '.repeat(length)}x`,
  },
  '\\s+\\S*$': {
    because: 'it cuts what was already cut to the length of a label',
    attack: () => '',
  },
  '^(?:[a-z0-9]+[-_]+)*(?:': {
    because: 'words and hyphens share no character, and what follows a name matches to the end',
    attack: (length) => `${'ad-'.repeat(length / 3)}!`,
  },
  '^https:\\/\\/(?!(?:[^/?#]*\\.)?xn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}(?:\\/[^\\s"<>\\\\]*)?$': {
    because: 'each part of a host ends at its one dot',
    attack: (length) => `https://${'a.'.repeat(length / 4)}${'a-'.repeat(length / 4)}!`,
  },
  '<(\\w+)>(.*?)<\\/\\1>|<(\\w+)\\/>': {
    because: 'it reads the sentences of our own locale file',
    attack: () => '',
  },
};

const patterns = readSourceFiles().flatMap(({ path, patterns }) => patterns.map((pattern) => ({ path, pattern })));
const repeating = patterns.filter(({ pattern }) => repeats(pattern.source));

describe('each regular expression', () => {
  it('is found', () => {
    expect(patterns.length).toBeGreaterThan(80);
    expect(repeating.length).toBeGreaterThan(20);
  });

  it.each(repeating.map(({ path, pattern }) => [path, String(pattern), pattern] as const))(
    'is linear: %s %s',
    (_path, _name, pattern) => {
      const excuse = Object.entries(EXCUSED).find(([beginning]) => pattern.source.startsWith(beginning))?.[1];
      if (!excuse) return expect(problemOf(pattern)).toBe(null);
      const text = excuse.attack(ATTACK);
      const start = process.threadCpuUsage();
      pattern.test(text);
      expect(process.threadCpuUsage(start).user).toBeLessThan(SECOND);
    },
    2 * PATIENCE,
  );

  it('that is excused is still there', () => {
    const sources = patterns.map(({ pattern }) => pattern.source);
    const isThere = (beginning: string) => sources.some((source) => source.startsWith(beginning));
    expect(Object.keys(EXCUSED).filter((beginning) => !isThere(beginning))).toEqual([]);
  });
});

/** Whether a part of the expression can match any number of times; without one, the work at each place is bounded. */
function repeats(source: string): boolean {
  const plain = source.replace(/\\[^1-9k]/g, 'x').replace(/\[(?:\\.|[^\]\\])*\]/g, 'x');
  return /[*+]|\{\d+,\}|\\[1-9k]/.test(plain);
}

/** What is wrong with it, or null. */
function problemOf(pattern: RegExp): string | null {
  const { safe, error } = isSafe(pattern, { timeout: PATIENCE, maxScore: MAX_SCORE });
  return safe ? null : `not shown to be linear (${error ?? 'it backtracks'}): rewrite it, or excuse it with a reason`;
}
