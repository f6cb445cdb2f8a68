import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { loadMatcher } from './claims-matcher.mjs';

const m = await loadMatcher();
const d = 'tests/fixtures/pages/';
for (const n of readdirSync(d)) {
  if (!existsSync(`${d}${n}/expected.json`)) {
    console.log('no expected', n);
    continue;
  }
  const e = JSON.parse(readFileSync(`${d}${n}/expected.json`, 'utf8'));
  const f = readdirSync(d + n).find((x) => /html?$|txt$/.test(x));
  if (!f) {
    console.log(n, readdirSync(d + n));
    continue;
  }
  const w = new Window();
  w.document.write(readFileSync(`${d}${n}/${f}`, 'utf8'));
  const root = w.document.querySelector('article, main') ?? w.document.body;
  if (!root) {
    console.log('noroot', n);
    continue;
  }
  const blocks = [...root.querySelectorAll('h1,h2,h3,p,li,blockquote>*,figcaption')]
    .map((x) => x.textContent.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const text = blocks.length ? blocks.join('\n\n') : root.textContent;
  const got = [...m.findMatches({ title: w.document.title, text }, m.patterns)].flat();
  console.log('==', n, '| matches', got.length);
  for (const x of e.marked ?? []) {
    const norm = (t) => t.replace(/[\s\u00ad\u200b\u2060]+/g, ' ').normalize();
    const hit = got.find(
      (g) =>
        g.statistic === x.statistic &&
        (norm(g.claim.text).includes(norm(x.sentence).slice(0, 40)) || norm(x.sentence).includes(norm(g.claim.text))),
    );
    if (!hit) console.log('  MISSED', x.statistic, x.sentence);
  }
  for (const x of e.unmarked ?? []) {
    const hit = got.find((g) => g.claim.text.includes(x.slice(0, 40)));
    if (hit) console.log('  WRONG', hit.statistic, x, hit.reasons);
  }
  for (const g of got)
    if (!(e.marked ?? []).some((x) => x.statistic === g.statistic && g.claim.text.includes(x.sentence.slice(0, 30))))
      console.log('  extra', g.statistic, g.claim.text.slice(0, 160), JSON.stringify(g.reasons));
}
