/** Words of a text are drawn by the component that shows it, and nothing of a text is lost. */
import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Sentence } from '../../components/Sentence';

function draw(text: string): string {
  const strong = (words: string) => <strong>{words}</strong>;
  return render(<Sentence text={text} parts={{ strong, mark: () => <mark>!</mark> }} />).container.innerHTML;
}

it('draws the words between tags, and what stands alone, each time', () => {
  expect(draw('<strong>2</strong> of <strong>3</strong> <mark/>')).toBe(
    '<strong>2</strong> of <strong>3</strong> <mark>!</mark>',
  );
});

it('shows a text without tags, and tags that nobody draws, as they are', () => {
  expect(draw('2 < 3 & 4')).toBe('2 &lt; 3 &amp; 4');
  expect(draw('a <link>b</link> c')).toBe('a &lt;link&gt;b&lt;/link&gt; c');
});
