import { expect, test } from '@jest/globals';
import { loadTaxonomy } from './load-taxonomy.ts';
import { createNearestSkills } from './nearest-skills.ts';

const nearest = createNearestSkills(loadTaxonomy());

test.each([
  ['Kubernetes', 'kubernetes'],
  ['KUBERNETES', 'kubernetes'],
  ['kubernets', 'kubernetes'],
  ['k8s', 'kubernetes'],
  ['Postgres', 'postgresql'],
  [' postgresql ', 'postgresql'],
])('%s is nearest to %s', (word, id) => {
  expect(nearest(word)[0]).toBe(id);
});

test.each([
  ['nothing of the kind'],
  [''],
  ['   '],
  ['x'.repeat(100_000)],
  ['\uD800'],
  ['constructor-of-everything'],
])('%j has no nearest skills, or at most five', (word) => {
  expect(nearest(word).length).toBeLessThanOrEqual(word.length > 64 ? 0 : 5);
});
