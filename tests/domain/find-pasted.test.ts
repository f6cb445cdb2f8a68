/** Pasted words are found where they stand, once, whatever a clipboard made of them; and nowhere else. */
import { expect, it } from 'vitest';
import { findPasted } from '../../lib/domain/find-pasted';

const TEXT = 'Staff said: “We’re burnt out – all of us.”\n\nThe trust disagreed. It disagreed at length.';
const found = (pasted: string) => {
  const span = findPasted(TEXT, pasted);
  return span && TEXT.slice(span.start, span.end);
};

it.each([
  ['as they stand', 'burnt out – all of us', 'burnt out – all of us'],
  ['with straight quotation marks and a hyphen', '"We\'re burnt out - all', '“We’re burnt out – all'],
  ['with line breaks and spaces', '  burnt\n   out –\tall ', 'burnt out – all'],
  ['across two paragraphs', 'of us.” The trust', 'of us.”\n\nThe trust'],
])('words are found %s', (_, pasted, passage) => {
  expect(found(pasted)).toBe(passage);
});

it.each([
  ['that stand nowhere', 'burnt in'],
  ['that stand twice', 'disagreed'],
  ['in another case', 'BURNT OUT'],
  ['that are none', ' \n '],
])('words %s are not placed', (_, pasted) => {
  expect(found(pasted)).toBe(null);
});
