import { describe, expect, test } from '@jest/globals';
import type { SourcesResult } from '@skillstream/contracts';
import fc from 'fast-check';
import { searchOf } from './search.ts';
import { takenFromChosen, takenFromOptions, takenFromValue } from './taken-from.ts';

const own = (source: string, postings: number) => ({ source, origin: 'own' as const, postings });
const sample = { source: 'sample', origin: 'sample' as const, postings: 40 };

describe('postings can be taken from', () => {
  const listed = (sources: SourcesResult['sources'], origin: 'own' | 'sample') => {
    const { none, options } = takenFromOptions({ origin, sources });
    return [none, ...options.map(({ value, name }) => `${value}: ${name}`)];
  };

  test('own sources together, the sample, both, and each source, with how many there are', () =>
    expect(listed([own('hn', 3), sample, own('lever', 2)], 'own')).toEqual([
      'By default: own postings',
      'own: Own postings (5)',
      'sample: The made-up sample (40)',
      'all: Own postings and the made-up sample (45)',
      'source:hn: hn (3)',
      'source:lever: lever (2)',
    ]));

  test('the sample alone, where there is nothing else', () =>
    expect(listed([sample], 'sample')).toEqual([
      'By default: the made-up sample',
      'sample: The made-up sample (40)',
    ]));

  test('own sources alone, and nothing where nothing is loaded', () => {
    expect(listed([own('hn', 3)], 'own')).toEqual([
      'By default: own postings',
      'own: Own postings (3)',
      'source:hn: hn (3)',
    ]);
    expect(listed([], 'sample')).toEqual(['By default: the made-up sample']);
  });
});

test('what is chosen is in the address and chosen again from it, whatever a source is called', () => {
  const source = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/).filter((name) => name !== 'sample');
  const value = fc.oneof(
    fc.constantFrom(undefined, 'own', 'sample', 'all'),
    fc.oneof(source, fc.constantFrom('own', 'all')).map((name) => `source:${name}`),
  );
  fc.assert(
    fc.property(value, (chosen) => {
      expect(takenFromValue(searchOf(takenFromChosen(chosen)))).toBe(chosen);
    }),
  );
});

test('the sample is chosen, whether the address names it as a source or as an origin', () =>
  expect([{ source: 'sample' }, { origin: 'sample' }].map((raw) => takenFromValue(searchOf(raw)))).toEqual([
    'sample',
    'sample',
  ]));
