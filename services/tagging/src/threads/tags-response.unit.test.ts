import { expect, test } from '@jest/globals';
import { tagsResult } from '@skillstream/contracts';
import { createTagger, loadModel, loadTaxonomy, MOST_PLACES } from '@skillstream/tagger';
import { tagTexts, MOST_DECISIONS } from './tags-response.ts';

const tagger = createTagger(loadTaxonomy(), loadModel());
const result = (text: string, explained = true) =>
  tagTexts(tagger, { text, organization: null, explain: explained });

test('the first names of a text full of names are listed and explained, and the rest is counted', () => {
  const text = 'Java, '.repeat(3000);
  const found = result(text);
  expect(found.tags).toHaveLength(MOST_PLACES);
  expect(found.leftOut).toEqual({ skills: 0, tags: 3000 - MOST_PLACES });
  expect(found.decisions).toEqual(tagger.explain(text).slice(0, MOST_DECISIONS));
  expect(found.decisionsLeftOut).toBe(3000 - MOST_DECISIONS);
  expect(tagsResult.parse(found)).toEqual(found);
});

test('all names of an ordinary text are listed, and no rest is counted', () => {
  const text = 'You know Java and Go.';
  expect(result(text)).toEqual({
    ...{ taxonomyVersion: tagger.version, modelVersion: tagger.modelVersion },
    ...{ tags: tagger.tag(text), decisions: tagger.explain(text) },
  });
  expect(result(text, false)).not.toHaveProperty('decisions');
});

test('the response to the worst accepted text has less than a megabyte', () => {
  for (const part of ['(Go', 'C, R, Go, ', 'Go/', 'make, ', 'rest '])
    expect(JSON.stringify(result(part.repeat(20_000 / part.length))).length).toBeLessThan(1_000_000);
});
