import { describe, expect, test } from '@jest/globals';
import { demandQuery } from '@skillstream/contracts';
import fc from 'fast-check';
import { commonFilter, sideName, usualSides } from '../compare/sides.ts';
import { categoryName } from '../format/category-name.ts';
import { filterName } from '../format/words.ts';
import {
  demandOf,
  MOST_TRENDS,
  parseSearch,
  postingsOf,
  printSearch,
  searchOf,
  takenFromOf,
} from './search.ts';

describe('the state of a page', () => {
  test('is what the address holds, and nothing that is not valid', () => {
    expect(
      searchOf({
        ...{ role: 'backend', country: 'DE', from: '2025-01', to: '2025-13', top: '50', by: 'country' },
        ...{ a: 'DE', b: '<script>', trends: 'go,c++,go,__proto__,', skill: 'c#', other: 'x' },
      }),
    ).toEqual({
      role: 'backend',
      country: 'DE',
      from: '2025-01',
      top: 50,
      by: 'country',
      a: 'DE',
      trends: 'go,c++',
      skill: 'c#',
    });
  });

  test.each([
    { role: 'chef' },
    { country: 'de' },
    { workplace: '' },
    { top: '21' },
    { trends: '!' },
    { a: 'x'.repeat(31) },
    { posting: 'a b' },
    { posting: 'nonsense' },
    { posting: `hn.${'x'.repeat(101)}` },
    { country: 'ZZ' },
    { country: 'UK' },
    { country: 'AQ' },
    { a: 'DE' },
    { by: 'nosuch' },
    { by: '' },
    { by: 'level' },
    { by: 'constructor', a: 'constructor' },
    { by: '__proto__' },
    { source: 'Hacker News' },
    { source: 'x'.repeat(65) },
    { origin: 'theirs' },
    { count: 'Jobs' },
  ])('leaves out %j', (raw) => expect(searchOf(raw)).toEqual({}));

  test.each([
    [
      { by: 'period', a: '2024-01..2024-03', b: '2024-03..2024-01' },
      { by: 'period', a: '2024-01..2024-03' },
    ],
    [{ by: 'period', a: '2024-01', b: 'x..y' }, { by: 'period' }],
    [
      { by: 'country', a: 'DE', b: 'backend' },
      { by: 'country', a: 'DE' },
    ],
    [
      { by: 'role', a: 'data', b: 'constructor' },
      { by: 'role', a: 'data' },
    ],
    [{ a: 'data' }, { a: 'data' }],
  ])('has sides of what they differ in: %j is %j', (raw, state) => expect(searchOf(raw)).toEqual(state));

  test('has a name, whatever the address holds', () => {
    const words = fc.constantFrom(
      'constructor',
      '__proto__',
      'toString',
      'period',
      'role',
      '..',
      '9999-99',
      'a',
      'b',
    );
    const query = fc
      .dictionary(
        fc.constantFrom('by', 'a', 'b', 'role', 'from', 'to', 'source', 'category'),
        fc.oneof(words, fc.string()),
      )
      .map((raw) => String(new URLSearchParams(raw)));
    fc.assert(
      fc.property(fc.oneof(query, fc.string()), (text) => {
        const state = searchOf(parseSearch(text));
        const by = state.by ?? 'role';
        const names = [
          ...[state.a, state.b].map((side) => (side === undefined ? '' : sideName(by, side))),
          filterName(commonFilter(by, state)),
          filterName(demandOf(state)),
          categoryName(state.category ?? ''),
        ];
        for (const name of names) expect(typeof name).toBe('string');
        usualSides(by, { countries: [], months: [] });
      }),
    );
  });

  test('has a bounded number of trends', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `skill-${i}`);
    expect(searchOf({ trends: ids.join(',') }).trends!.split(',')).toHaveLength(MOST_TRENDS);
  });

  test('survives its way through the address, whatever the address held before', () => {
    const names = [
      'role',
      'country',
      'workplace',
      'seniority',
      'source',
      'origin',
      'count',
      'from',
      'to',
      'category',
      'top',
      'trends',
      'by',
      'a',
      'b',
      'posting',
    ];
    const values = fc.oneof(
      fc.constantFrom(
        'backend',
        'DE',
        'remote',
        'senior',
        'hn',
        'sample',
        'all',
        'jobs',
        '2024-05',
        'languages',
        '20',
        'go,c++',
        'role',
        '2024-01..2024-02',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), values), (raw) => {
        const state = searchOf(raw);
        expect(searchOf(parseSearch(printSearch(state)))).toEqual(state);
        // What is asked with it is never refused.
        expect(demandQuery.safeParse(demandOf(state)).success).toBe(true);
      }),
    );
  });
});

test('a source is of one origin, so none is asked for beside it', () => {
  expect(searchOf({ source: 'hn', origin: 'sample' })).toEqual({ source: 'hn' });
  expect(searchOf({ source: 'sample', origin: 'own' })).toEqual({ origin: 'sample' });
  expect(searchOf({ source: 'Not one', origin: 'sample' })).toEqual({ origin: 'sample' });
});

test('where postings are taken from is a part of which postings count', () => {
  const state = searchOf({ role: 'data', origin: 'all' });
  expect([takenFromOf(state), postingsOf(state)]).toEqual([
    { origin: 'all' },
    { role: 'data', origin: 'all' },
  ]);
});

test('what is counted is asked for with which postings, and is no filter of where they are taken from', () => {
  const state = searchOf({ role: 'data', count: 'jobs', category: 'languages' });
  expect([postingsOf(state), demandOf(state), takenFromOf(state)]).toEqual([
    { role: 'data', count: 'jobs' },
    { role: 'data', count: 'jobs', category: 'languages' },
    {},
  ]);
});

test('a filter of postings has no category, one of skills has', () => {
  const state = searchOf({ role: 'data', category: 'languages', top: '10' });
  expect([postingsOf(state), demandOf(state)]).toEqual([
    { role: 'data' },
    { role: 'data', category: 'languages' },
  ]);
});

test('the posting whose journey is open is in the address, and is no part of which postings count', () => {
  const state = searchOf({ role: 'data', posting: 'hn.Ab_-9' });
  expect([state, postingsOf(state)]).toEqual([{ role: 'data', posting: 'hn.Ab_-9' }, { role: 'data' }]);
});

test('an address has its commas as they are, and no value that is not set', () => {
  expect([printSearch({ trends: 'a,b', role: undefined, to: '' }), printSearch({})]).toEqual([
    '?trends=a,b',
    '',
  ]);
});
