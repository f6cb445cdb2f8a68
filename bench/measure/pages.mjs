/** Pages made for measuring: prose in the markup of a news site, with a chosen number of sentences that make a claim about IAPT. */
import { createServer } from 'node:http';
import { random } from './random.mjs';

/** One in five names the programme across markup, as news sites' links and emphasis do. */
const MENTIONS = [
  'Most of the IAPT therapists who ring us are burnt out.',
  'Half of the workers in our NHS <em>Talking</em> Therapies team are burnt out.',
  'Three former IAPT practitioners told us that they had been asked to change the scores of patients.',
  'Therapists in Improving Access to Psychological Therapies believe that they give their patients good care.',
  'Several IAPT staff said that their service was not well managed.',
];

/** Words of which no sentence is made that the matcher would take for a claim: what is marked are the mentions. */
const WORDS =
  `about after again against all almost along also although always another any around away back because been before
behind being between both bring build called came children city close come could country course day days does done
door down during each early end enough even evening every far father field find first five follow food found four from
garden give goes good great ground group grow hand hard head hear here high hill home hour house however idea into
keep kind kitchen knew land large last late later learn least leave left letter light line live long look made
make many matter might mile morning mother mountain move much name near next night now often old once open order
other over own paper part perhaps place plan plant play point quiet quite rain read ready real rest right river road
room round said saw say sea second see seem sentence several shall she short should show side since small some
something soon stand start state still stone story street such summer sure table take talk tell than that their them
then there these thing this those though three through time together told took town tree turn under until upon very
voice walk wall want watch water well went were what when where which while white whole why will wind window winter
with woman wonder word work world would write year years young`.split(/\s+/);

/**
 * Paragraphs of about `words` words in sum, `density` sentences about IAPT in each thousand.
 * @returns {string[]} HTML
 */
export function paragraphs(words, density, seed = 1) {
  const chance = random(seed);
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const made = [];
  let written = 0;
  let due = density > 0 ? 500 / density : Number.POSITIVE_INFINITY;
  let mentions = 0;
  while (written < words) {
    const sentences = [];
    for (let sentence = 0; sentence < 4; sentence++) {
      const length = 8 + Math.floor(chance() * 14);
      const parts = Array.from({ length }, () => pick(WORDS));
      if (chance() < 0.3) parts[2] = `<a href="/other">${parts[2]} <em>${parts[3]}</em></a>`;
      sentences.push(`${parts[0][0].toUpperCase()}${parts.join(' ').slice(1)}.`);
      written += length;
      if (written >= due) {
        sentences.push(MENTIONS[mentions++ % MENTIONS.length]);
        due += 1000 / density;
      }
    }
    made.push(`<p>${sentences.join(' ')}</p>`);
  }
  return made;
}

/** A whole page; `density` as in `paragraphs`, with those of `more` at its end. Its data are repeated in JSON, and its words stand in a field, as on real sites. */
export function makePage(words, density, more = []) {
  const body = [...paragraphs(words, density), ...more];
  const title = density > 0 ? 'What the targets of IAPT cost' : 'What the garden gave';
  const data = { '@type': 'NewsArticle', headline: title, articleBody: body.slice(0, 20).join(' ') };
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${title}</title>
<style>body{font:1rem/1.5 serif;margin:0 auto;max-width:40rem}</style>
<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script>
<header><nav><ul><li><a href="/a">News</a><li><a href="/b">Society</a></ul></nav></header>
<main><article><h1>${title}</h1>${body.join('\n')}</article></main>
<aside><form><textarea>Send us your views.</textarea></form></aside><footer><p>About us</p></footer></html>`;
}

/** Serves pages under their paths on this machine only. Resolves to the origin and what stops it. */
export async function servePages(pages) {
  const server = createServer(({ url }, response) => {
    const body = pages.get(url);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
