/** What the check before signing finds, and that the embedded edition passes it. */
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../lib/domain/feed-check';
import type { FeedDocument } from '../../lib/domain/feed-format';
import { copyDocument, nextDocument, statisticOf } from '../next-edition';

const problemsOf = (edit: (document: FeedDocument) => void) =>
  checkDocument(nextDocument(edit), { edition: 2 }).problems;

it('the embedded edition passes, and what is not known about it is noted', () => {
  const { problems, notes } = checkDocument(copyDocument(), null);
  expect(problems).toEqual([]);
  expect(notes).toContain('disclosed as not known: funding, weighting, bases, responseRate');
});

it('an edition that follows passes', () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

describe('a document is held back', () => {
  it.each<[string, (document: FeedDocument) => void, RegExp]>([
    [
      'where its edition does not rise',
      (document) => {
        document.edition = 2;
        document.editions.pop();
        document.headlineEdition = 2;
        statisticOf(document, 'manipulation').values.pop();
      },
      /edition: 2 is not newer than 2/,
    ],
    [
      'where its percentage disagrees with its counts',
      (document) => Object.assign(statisticOf(document, 'manipulation').values[2] ?? {}, { percent: 44 }),
      /manipulation, edition 3: 44% does not agree with 340 of 790, which is 43\.0%/,
    ],
    [
      'where more answered a question than the survey',
      (document) => Object.assign(document.editions[2] ?? {}, { respondents: 700 }),
      /790 answered the question, but only 700/,
    ],
    [
      'where the parts are more than the whole',
      (document) => {
        Object.assign(statisticOf(document, 'manipulation').values[2]?.counts ?? {}, { dontKnow: 500 });
      },
      /are more than the 790/,
    ],
    [
      'where a disclosure is missing',
      (document) => Reflect.deleteProperty(document.survey.disclosure, 'funding'),
      /survey\.disclosure\.funding/,
    ],
    [
      'where a rule names a statistic that is not there',
      (document) => Object.assign(document.patterns.rules[0] ?? {}, { statistic: 'nobody' }),
      /no statistic is called nobody/,
    ],
    [
      'where the reply is to evidence that is not there',
      (document) => Object.assign(statisticOf(document, 'burnout'), { reply: 'nobody' }),
      /burnout\.reply: no evidence is called nobody/,
    ],
    [
      'where patterns have no examples',
      (document) => {
        document.examples = document.examples.filter(({ statistic }) => statistic !== 'burnout');
      },
      /burnout has patterns, and needs an example/,
    ],
    [
      'where an example of a claim is not recognised',
      (document) => void document.examples[0]?.claims.push('IAPT opened an office in Leeds.'),
      /is not recognised as a claim: “IAPT opened/,
    ],
    [
      'where an example of no claim is recognised',
      (document) => void document.examples[0]?.notClaims.push(document.examples[0]?.claims[0] ?? ''),
      /is recognised, but is not to be/,
    ],
    [
      'where a link is not https',
      (document) => Object.assign(document.editions[2] ?? {}, { source: 'http://results.example/' }),
      /editions\.2\.source: is not an https link/,
    ],
  ])('%s', (_, edit, problem) => {
    expect(problemsOf(edit).join('\n')).toMatch(problem);
  });
});
