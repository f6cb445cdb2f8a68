/** What the anchoring bench runs in the browser: the code as it ships, and its peer. */
import search from 'approx-string-match';
import { inSlices } from '../../lib/dom/slices';
import { type AnchorOutcome, anchorQuote, anchorQuotes } from '../../lib/domain/anchor';
import { describeQuote } from '../../lib/domain/selector';
import type { QuoteSelectors } from '../../lib/domain/sought-quote';
import type { Span } from '../../lib/domain/text';
import { makeEditedArticle } from '../../tests/anchor-edits';

/** Anchors the quotes of `count` edited articles and counts what came of it. */
export function anchorEdited(sentences: string[], seed: number, count: number) {
  const kinds: Record<string, { count: number; anchored: number; wrong: number }> = {};
  let [wrong, ordinary, anchored] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const edited = makeEditedArticle(sentences, seed + index);
    const outcome = anchorQuote(edited.after, edited);
    const isWrong = 'span' in outcome && !isAt(outcome.span, edited.truth);
    kinds[edited.kind] ??= { count: 0, anchored: 0, wrong: 0 };
    const kind = kinds[edited.kind] as (typeof kinds)[string];
    kind.count += 1;
    kind.anchored += Number('span' in outcome);
    kind.wrong += Number(isWrong);
    wrong += Number(isWrong);
    if (isWrong) console.error(`Wrong at seed ${seed + index}`);
    if (!edited.isOrdinary) continue;
    ordinary += 1;
    anchored += Number('span' in outcome && !isWrong);
  }
  return { edits: count, wrong, ordinary, anchored, kinds };
}

type Kind = 'same' | 'edited' | 'gone';

/** Both ways on one page of about `words` words, with 100 quotes; milliseconds of work, pauses left out. */
export async function raceOnLongPage(sentences: string[], kind: Kind, seed: number, words: number) {
  const { page, quotes, truths } = makeLongPage(sentences, kind, seed, words);
  const found: AnchorOutcome[] = [];
  const tasks: number[] = [];
  const work = timed(anchorQuotes(page, quotes), tasks);
  await inSlices(work, (outcome) => outcome && found.push(outcome));
  const from = performance.now();
  const peer = quotes.map(({ quote, position }) => matchQuote(page, quote, position?.start));
  const count = (spans: (Span | null)[], right: boolean) =>
    spans.filter((span, index) => span && isAt(span, truths[index] ?? null) === right).length;
  const own = found.map((outcome) => ('span' in outcome ? outcome.span : null));
  return {
    ours: tasks.reduce((sum, task) => sum + task, 0),
    longestTask: longestTask(tasks),
    peer: performance.now() - from,
    right: count(own, true),
    wrong: count(own, false),
    peerRight: count(peer, true),
    peerWrong: count(peer, false),
  };
}

/** Runs the work and notes how long each of its steps took. */
function* timed<T>(work: Generator<T>, tasks: number[]): Generator<T> {
  for (;;) {
    const from = performance.now();
    const step = work.next();
    tasks.push(performance.now() - from);
    if (step.done) return;
    yield step.value;
  }
}

/** A task is as many steps as begin within 8 ms, which is when the caller pauses. */
function longestTask(steps: number[]): number {
  let [longest, task] = [0, 0];
  for (const step of steps) {
    if (task > 8) task = 0;
    task += step;
    longest = Math.max(longest, task);
  }
  return longest;
}

function makeLongPage(sentences: string[], kind: Kind, seed: number, words: number) {
  const random = randomFrom(seed);
  const quotable = sentences.filter((text) => text.length > 60 && text.length < 250).slice(0, 100);
  const parts: string[] = [];
  const vocabulary = sentences.join(' ').split(/\s+/);
  for (let written = 0; written < words; written += 18) {
    const sentence = Array.from({ length: 18 }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ');
    parts.push(`${sentence}.${random() < 0.25 ? '\n\n' : ' '}`);
  }
  const every = Math.floor(parts.length / quotable.length);
  const before = parts.map((part, index) => (index % every === 0 ? `${quotable[index / every] ?? ''} ${part}` : part));
  const saved = before.join('');
  const quotes: QuoteSelectors[] = quotable.map((text) => {
    const start = saved.indexOf(text);
    const [quote, position] = describeQuote(saved, { start, end: start + text.length });
    return { quote, position };
  });
  const now = quotable.map((text) => (kind === 'same' ? text : kind === 'edited' ? changeWord(text) : ''));
  let page = '';
  const truths: (Span | null)[] = quotable.map(() => null);
  for (const [index, part] of parts.entries()) {
    const which = index / every;
    const text = Number.isInteger(which) ? now[which] : undefined;
    if (text) {
      truths[which] = { start: page.length, end: page.length + text.length };
      page += `${text} `;
    }
    page += part;
  }
  return { page, quotes, truths };
}

/** One of its plain words in the middle becomes another. */
function changeWord(text: string): string {
  const words = [...text.matchAll(/(?<= )[a-z]{6,}(?= )/g)];
  const word = words[Math.floor(words.length / 2)];
  return word
    ? `${text.slice(0, word.index)}quietly${text.slice(word.index + word[0].length)}`
    : `${text.slice(0, -1)}!`;
}

function isAt(span: Span, truth: Span | null): boolean {
  if (!truth) return false;
  const shared = Math.min(span.end, truth.end) - Math.max(span.start, truth.start);
  return shared / (Math.max(span.end, truth.end) - Math.min(span.start, truth.start)) >= 0.8;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/**
 * The peer, written anew after what hypothesis/client does (BSD-2-Clause, Copyright (c) Hypothesis and contributors):
 * https://github.com/hypothesis/client/blob/main/src/annotator/anchoring/match-quote.ts
 */
function matchQuote(text: string, { exact, prefix, suffix }: QuoteSelectors['quote'], hint?: number): Span | null {
  const scoreOf = ({ start, end, errors }: { start: number; end: number; errors: number }) =>
    50 * (1 - errors / exact.length) +
    20 * (prefix ? contextScore(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1) +
    20 * (suffix ? contextScore(text.slice(end, end + suffix.length), suffix) : 1) +
    2 * (hint === undefined ? 1 : 1 - Math.abs(start - hint) / text.length);
  const [best] = closest(text, exact, Math.min(256, exact.length / 2))
    .map((match) => ({ match, score: scoreOf(match) }))
    .sort((a, b) => b.score - a.score);
  return best?.match ?? null;
}

function contextScore(around: string, context: string): number {
  const [match] = around ? closest(around, context, context.length) : [];
  return match ? 1 - match.errors / context.length : 0;
}

function closest(text: string, words: string, mostErrors: number) {
  const exact = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, mostErrors);
}
