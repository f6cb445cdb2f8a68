/**
 * The least that finding and marking words takes: one native pass over the text, a walk for places only where it hit, and
 * no node added. Runs in the page: it is handed over as source.
 */
export function markFloor(root) {
  const names = /IAPT|NHS Talking Therapies|Improving Access to Psychological Therapies/gi;
  const hits = [...root.textContent.matchAll(names)];
  if (hits.length === 0) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges = [];
  let node = walker.nextNode();
  let start = 0;
  const place = (offset) => {
    while (node && offset > start + node.length) {
      start += node.length;
      node = walker.nextNode();
    }
    return [node, offset - start];
  };
  for (const { index, 0: found } of hits) {
    const [startContainer, startOffset] = place(index);
    const [endContainer, endOffset] = place(index + found.length);
    ranges.push(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
  }
  CSS.highlights.set('floor', new Highlight(...ranges));
}
