/** Addresses that differ only in where a reader came from are one page; all others are not. */
import { expect, it } from 'vitest';
import { pageKey } from '../../lib/domain/page-address';

it.each([
  ['https://www.news.example/a', 'http://news.example/a/'],
  ['https://news.example/a?utm_source=x&utm_medium=y', 'https://news.example/a'],
  ['https://news.example/a?id=1&fbclid=z', 'https://news.example/a?id=1'],
  ['https://news.example/a#comments', 'https://news.example/a#:~:text=words'],
  ['https://NEWS.example/a', 'https://news.example/a'],
])('%s and %s are one page', (a, b) => {
  expect(pageKey(a)).toBe(pageKey(b));
});

it.each([
  ['https://news.example/a', 'https://news.example/A'],
  ['https://news.example/a?id=1', 'https://news.example/a?id=2'],
  ['https://news.example/#/a', 'https://news.example/#/b'],
  ['https://amp.news.example/a', 'https://news.example/a'],
  ['file:///home/a.html', 'file:///home/b.html'],
])('%s and %s are two', (a, b) => {
  expect(pageKey(a)).not.toBe(pageKey(b));
});
