/** Unknown input as an attacker or an accident makes it: a good document with a few places changed, or anything at all. */
import fc from 'fast-check';

/** What is put in a good value's place. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    '',
    ' ',
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    [],
    {},
    [[]],
    '__proto__',
    'constructor',
    '\ud800',
    '\u202efdp.exe',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://example.org@evil.example/',
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("http://evil.example")',
    'x'.repeat(30_000),
    JSON.parse('{"__proto__": {"polluted": true}}'),
    JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.integer(),
);

/** Where and how one place is changed; `place` is scaled to the number of places there are. */
const change = fc.record({
  place: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  how: fc.constantFrom('replace', 'remove', 'rename', 'repeat'),
  value: hostile,
});

/** The document with one to three places changed; now and then something else altogether. */
export function mutationsOf(document: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
        const holder: Record<string, unknown> = { it: structuredClone(document) };
        for (const { place, how, value } of changes) {
          const places = placesIn(holder);
          const [parent, key] = places[Math.floor(place * places.length)] ?? [holder, 'it'];
          if (how === 'remove') delete parent[key];
          else if (how === 'rename') parent[`${key}x`] = parent[key];
          else if (how === 'repeat') parent[key] = [parent[key], parent[key]];
          else parent[key] = value;
        }
        return holder.it;
      }),
    },
    { weight: 1, arbitrary: hostile },
  );
}

type Place = [parent: Record<string, unknown>, key: string];

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [[parent, key] as Place, ...placesIn(parent[key])]);
}

/** Whether any input so far has changed what every object inherits. */
export function isPolluted(): boolean {
  return 'polluted' in {};
}
