import { expect, test } from '@jest/globals';
import { filterName, postingsName } from './words.ts';

test.each([
  [{}, 'all postings, all months'],
  [{ origin: 'own' }, 'own postings, all months'],
  [{ origin: 'sample' }, 'the made-up sample, all months'],
  [{ origin: 'all', role: 'backend' }, 'own postings and the made-up sample, backend, all months'],
  [{ source: 'hn', origin: 'own' }, 'postings of hn, all months'],
] as const)('the filter %j is called “%s”', (filter, name) => expect(filterName(filter)).toBe(name));

test.each([
  [{}, 'all postings'],
  [{ origin: 'own', role: 'backend', from: '2025-01' }, 'own postings, backend'],
] as const)('the postings of %j, of whatever months, are called “%s”', (filter, name) =>
  expect(postingsName(filter)).toBe(name),
);
