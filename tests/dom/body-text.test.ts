/** The first look at a page reads the same characters as the browser itself gives. */
import { afterEach, describe, expect, it } from 'vitest';
import { isReadable, readBody } from '../../lib/dom/body-text';

const original = document.body.innerHTML;
afterEach(() => {
  document.body.innerHTML = original;
});

const parse = (text: string, type: DOMParserSupportedType) => new DOMParser().parseFromString(text, type);

describe('the body', () => {
  it.each([
    ['text', '<p>Most <b>IAPT</b>&nbsp;staff.</p>\n<p>Two.</p>'],
    ['a script', '<script type="application/json">{"a": "IAPT"}</script><p>After.</p>'],
    ['comments', '<!-- IAPT --><p>Text<!-- not --> only.</p>'],
    ['a form whose fields stand in for its properties', '<form><input name="textContent">IAPT</form>'],
    ['nothing', ''],
  ])('with %s is read as its own textContent has it', (_, html) => {
    document.body.innerHTML = html;
    expect(readBody(document)).toBe(document.body.textContent);
  });

  it('of XHTML is read too, and a document without one has no text', () => {
    const page =
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>IAPT</p></body></html>';
    expect(readBody(parse(page, 'application/xhtml+xml'))).toBe('IAPT');
    expect(readBody(parse('<svg xmlns="http://www.w3.org/2000/svg"><text>IAPT</text></svg>', 'image/svg+xml'))).toBe(
      '',
    );
  });
});

it.each([
  ['text/html', true],
  ['application/xhtml+xml', true],
  ['image/svg+xml', false],
  ['text/xml', false],
] as const)('a document of the type %s: %s', (type, readable) => {
  expect(isReadable(parse('<a xmlns="http://www.w3.org/1999/xhtml"/>', type))).toBe(readable);
});
