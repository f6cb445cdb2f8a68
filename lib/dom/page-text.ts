/** The text of an article, with the way back from its characters to the page's nodes and from a selection to its characters. */
import type { Span } from '../domain/text';
import { isLeftOut, type TextScope } from './article-root';

/** The text as a reader sees it: white space folded, blocks separated by a blank line. */
export interface PageText {
  text: string;
  /** The nodes behind a span; null where they have left the page. */
  toRange(span: Span): Range | null;
  /** The span behind a range, or null where the range lies outside this text. */
  toSpan(range: Range): Span | null;
}

/** `length` characters of the text from `start` on are those of `node` from `offset` on. */
interface Segment {
  start: number;
  length: number;
  node: Text;
  offset: number;
}

const BLOCK =
  /^(?:address|article|blockquote|body|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const BLOCK_BREAK = '\n\n';

/**
 * What is folded: runs of white space and of characters that take up no room (soft hyphen, zero-width space and no-break
 * space). A lone space between words is left as it is, as almost all are; at a text's edge it may meet another's.
 */
const FOLDED = /[\s\u00ad\u200b\ufeff]{2,}|[^\S ]|[\u00ad\u200b\ufeff]|^ | $/g;

/** More text nodes than any article has: what lies behind them is left unread. */
const MAX_NODES = 200_000;

// Read through the prototypes: a form's inputs can stand in for its properties.
const localName = getter<Element, string>(Element.prototype, 'localName');
const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');

function getter<T, V>(prototype: T, name: keyof T): (target: T) => V {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  if (!get) throw new TypeError(`No getter for ${String(name)}`);
  return (target) => get.call(target) as V;
}

/** Reads the text under an element, without what is hidden, editable, or not the article's. */
export function readPageText(root: Element): PageText {
  const steps = readPageTextInSteps(root);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Elements and texts that are read in one step. */
const STEP = 100;

/** Like readPageText, with pauses: a caller that lets the page change in one reads what is there afterwards. */
export function* readPageTextInSteps(root: Element, scope?: TextScope): Generator<void, PageText> {
  const segments: Segment[] = [];
  // Joined at the end: looking into a text that grows copies all of it each time.
  const pieces: string[] = [];
  let length = 0;
  let pendingBreak = '';
  let block: Node | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  for (let count = 0, seen = 1; node && count < MAX_NODES; seen += 1, node = walker.nextNode()) {
    if (seen % STEP === 0) yield;
    if (node.nodeType !== Node.TEXT_NODE) {
      // Not as the walker's filter: called from native code for each node, that costs more than all the rest.
      if (isLeftOut(node as Element, scope)) {
        toLastInside(walker, node);
        continue;
      }
      const name = localName(node as Element);
      if (name === 'br') pendingBreak ||= '\n';
      else if (BLOCK.test(name)) pendingBreak = BLOCK_BREAK;
      continue;
    }
    count += 1;
    const nearest = blockAround(node, root);
    if (nearest !== block) pendingBreak = BLOCK_BREAK;
    block = nearest;
    append(node as Text);
  }
  dropTrailingSpace();
  const text = pieces.join('');
  return { text, toRange, toSpan };

  /** Adds a node's characters, folding white space across nodes; a due break is set before the first visible one. */
  function append(node: Text): void {
    const { data } = node;
    let from = 0;
    FOLDED.lastIndex = 0;
    for (let run = FOLDED.exec(data); run; run = FOLDED.exec(data)) {
      add(node, from, run.index);
      const space = run[0].search(/\s/);
      if (space >= 0 && length > 0 && !pendingBreak && pieces.at(-1) !== ' ') {
        segments.push({ start: length, length: 1, node, offset: run.index + space });
        write(' ');
      }
      from = run.index + run[0].length;
    }
    add(node, from, data.length);
  }

  function add(node: Text, from: number, to: number): void {
    if (from >= to) return;
    if (length > 0 && pendingBreak) {
      dropTrailingSpace();
      write(pendingBreak);
    }
    pendingBreak = '';
    segments.push({ start: length, length: to - from, node, offset: from });
    write(node.data.slice(from, to));
  }

  function write(piece: string): void {
    pieces.push(piece);
    length += piece.length;
  }

  /** A folded space is a segment of its own: the one before a break or the end goes. */
  function dropTrailingSpace(): void {
    if (pieces.at(-1) !== ' ') return;
    pieces.pop();
    length -= 1;
    segments.pop();
  }

  function toRange(span: Span): Range | null {
    const first = segments[indexAt(span.start + 1)];
    const last = segments[indexAt(span.end)];
    if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
    const from = first.offset + Math.min(first.length, Math.max(0, span.start - first.start));
    const to = last.offset + Math.min(last.length, span.end - last.start);
    // Text that was changed since it was read is not the text that was found.
    if (from > first.node.length || to > last.node.length) return null;
    const range = document.createRange();
    range.setStart(first.node, from);
    range.setEnd(last.node, to);
    return range;
  }

  /** Index of the last segment that starts before `offset`. */
  function indexAt(offset: number): number {
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((segments[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function toSpan(range: Range): Span | null {
    const touched = segments.filter(
      ({ node, offset, length }) =>
        node.isConnected && range.comparePoint(node, offset) <= 0 && range.comparePoint(node, offset + length) >= 0,
    );
    const first = touched[0];
    const last = touched.at(-1);
    if (!first || !last) return null;
    const start = range.startContainer === first.node ? Math.max(0, range.startOffset - first.offset) : 0;
    const end = range.endContainer === last.node ? Math.min(last.length, range.endOffset - last.offset) : last.length;
    const span = { start: first.start + start, end: last.start + end };
    return text.slice(span.start, span.end).trim() ? span : null;
  }
}

/** Moves a walker to the last node that it has inside `node`. */
function toLastInside(walker: TreeWalker, node: Node): void {
  walker.currentNode = node;
  while (walker.lastChild());
}

function blockAround(node: Node, root: Element): Node {
  let ancestor = parentNode(node);
  while (ancestor && ancestor !== root && !BLOCK.test(localName(ancestor as Element))) ancestor = parentNode(ancestor);
  return ancestor ?? root;
}
