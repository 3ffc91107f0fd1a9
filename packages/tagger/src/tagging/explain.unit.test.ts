import { expect, test } from '@jest/globals';
import { tagDecision } from '@skillstream/contracts';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from './create-tagger.ts';
import { explain, sentenceOf } from './explain.ts';

const model = loadModel();
const tagger = createTagger(loadTaxonomy(), model);

test('every occurrence of a name is explained, accepted or not, and the accepted ones are the tags', () => {
  const text = 'You go to market with Python, Go and MongoDB, without Docker, and make lunch.';
  const decisions = tagger.explain(text, 'MongoDB');
  expect(decisions.map(({ text: words, taken, by }) => [words, taken, by])).toEqual([
    ['go', false, 'model'],
    ['Python', true, 'form'],
    ['Go', true, 'model'],
    ['MongoDB', false, 'own-name'],
    ['Docker', false, 'negation'],
    ['make', false, 'case'],
  ]);
  const tags = tagger.tag(text, 'MongoDB').map(({ start, end }) => [start, end]);
  expect(decisions.filter(({ taken }) => taken).map(({ start, end }) => [start, end])).toEqual(tags);
  for (const decision of decisions) expect(tagDecision.safeParse(decision).success).toBe(true);
});

test('a decision of the model lists the largest weights, heaviest first', () => {
  const [decision] = tagger.explain('Services in Go, Python and Java.');
  const named = decision!.weights!;
  expect(named.length).toBeLessThanOrEqual(8);
  expect(decision).toMatchObject({ skillId: 'go', taken: true, by: 'model' });
  expect(decision!.sum).toBeGreaterThan(0);
  const shown = named.map(({ weight }) => Math.abs(weight));
  expect(shown).toEqual(shown.toSorted((a, b) => b - a));
});

test.each([
  [true, true, 'the rule "go" says yes, and its context does not outweigh that'],
  [false, false, 'the rule "go" says no, and its context does not outweigh that'],
  [true, false, 'the rule "go" says yes, but its context speaks against it and outweighs that'],
  [false, true, 'the rule "go" says no, but its context speaks for it and outweighs that'],
  [null, true, '"go" has no rule, so its context decided'],
  [null, false, '"go" has no rule, so its context decided'],
])(
  'where the rule says %p and the name is taken: %p, the reason says which won',
  (verdict, taken, because) => {
    const line = { first: { start: 0, end: 2 }, kind: 'line' } as const;
    const reason = { by: 'model', sum: taken ? 1 : -1, verdict, section: 'none', line } as const;
    expect(sentenceOf(reason, 'go', taken)).toBe(because);
  },
);

test('a reason of the model never contradicts its verdict', () => {
  for (const text of [
    'You go to market.',
    'Services in Go, Python and Java.',
    'In spring we use Spring Boot.',
  ])
    for (const { taken, because } of tagger.explain(text).filter(({ by }) => by === 'model'))
      expect(because).toMatch(
        taken ? /says yes, and|says no, but|no rule/ : /says no, and|says yes, but|no rule/,
      );
});

test('explaining is linear in the number of places', () => {
  const looksAt = (places: number) => {
    const text = 'C, '.repeat(places);
    let looks = 0;
    const decisions = tagger.decide(text).map(({ match, ...rest }) => ({
      ...rest,
      get match() {
        looks += 1;
        return match;
      },
    }));
    explain(model, text, decisions);
    return looks;
  };
  expect(looksAt(2000)).toBeLessThanOrEqual(2.1 * looksAt(1000));
});
