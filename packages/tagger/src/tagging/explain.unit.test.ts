import { expect, test } from '@jest/globals';
import { tagDecision } from '@skillstream/contracts';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from './create-tagger.ts';
import { explain } from './explain.ts';

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
