import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  asInAddress,
  knownFor,
  leftOutOf,
  leftOutSentence,
  overriddenIn,
  unknownIn,
  type Known,
} from './left-out.ts';
import { searchOf } from './search.ts';

describe('what is left out of an address', () => {
  test.each([
    [{ role: 'backend', country: 'DE', from: '2025-01', top: '50', trends: 'go,c++' }, null],
    [{ source: 'sample', workplace: '' }, null],
    [{ role: 'chef' }, 'role=chef'],
    // It would turn the rest of the sentence around.
    [{ posting: 'a.b', country: '\u202e' }, 'country=\\u{202e}'],
    [{ country: 'ZZ', seniority: 'principal' }, 'country=ZZ, seniority=principal'],
    [{ source: 'Hacker News' }, 'source=Hacker News'],
    [{ source: 'hn', origin: 'own' }, 'origin=own'],
    [{ from: '2025-13' }, 'from=2025-13'],
    [{ from: '2025-02', to: '2025-01' }, 'to=2025-01 (it is before from=2025-02)'],
    [{ from: '2025-02', to: '2025-13' }, 'to=2025-13'],
    [{ by: 'period', a: '2024-03..2024-01' }, 'a=2024-03..2024-01'],
    [{ trends: 'go,!,c++,?' }, 'trends=!,?'],
    [{ level: 'senior', __proto__x: '1' }, 'level=senior, __proto__x=1'],
    [{ role: 'x'.repeat(100) }, `role=${'x'.repeat(55)}…`],
    [{ a: '1', b: '2', c: '3', d: '4', e: '5', f: '6', g: '7' }, 'a=1, b=2, c=3, d=4, e=5 and 2 more'],
  ])('of %j is said', (raw, named) =>
    expect(leftOutSentence(leftOutOf(raw as Record<string, string>))).toBe(
      named && `Left out of the address: ${named}.`,
    ),
  );

  test('is with an id of a posting that is none, what one is like', () =>
    expect(leftOutSentence(leftOutOf({ posting: 'nonsense' }))).toBe(
      'Left out of the address: posting=nonsense. “nonsense” is no id of a posting: that is its source, a dot and ' +
        '20 characters, as the result of sending it names it.',
    ));

  test('of two postings the first is no less an id for it', () => {
    const text = leftOutSentence(overriddenIn('?posting=hn.aaa&posting=hn.bbb'));
    expect(text).toBe('Left out of the address: posting=hn.aaa (a later one counts).');
  });

  test.each([
    ['?role=backend&top=5', []],
    ['?role=nonsense&role=backend&role=frontend&top=5', ['role=nonsense', 'role=backend']],
    ['?role=&role=backend&role=backend', []],
    [`?${'a=b&'.repeat(300)}a=c`, Array(300).fill('a=b')],
  ])('is of a name that it holds several times all but the last: %s', (text, left) =>
    expect(overriddenIn(text).map(([name, value]) => `${name}=${value}`)).toEqual(left),
  );

  test('is everything that is not in the state', () => {
    const names = fc.constantFrom('role', 'country', 'from', 'to', 'category', 'posting', 'x', 'constructor');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ minLength: 1 })), (raw) => {
        const left = new Map(leftOutOf(raw).map(([name, value]) => [name, value]));
        for (const name of Object.keys(raw))
          expect(left.has(name)).toBe(!Object.keys(searchOf(raw)).includes(name));
      }),
    );
  });
});

describe('a value that may be one and is none here', () => {
  const known: Known = { categories: ['of-our-own', 'data'], sources: ['hn', 'sample'] };
  test.each([
    ['is left out', { category: 'nosql', source: 'nobody' }, known, ['source=nobody', 'category=nosql']],
    ['is none that is known', { category: 'of-our-own', source: 'hn' }, known, []],
    ['is no category of the taxonomy, though no posting asks for it', { category: 'hardware' }, known, []],
    ['is not known before the response', { category: 'nosql' }, { categories: null, sources: null }, []],
    ['is not known while nothing is loaded', { source: 'hn' }, { categories: [], sources: [] }, []],
  ])('%s: %j', (_name, search, has, expected) =>
    expect(unknownIn(search, has).map((one) => one.join('='))).toEqual(expected),
  );
});

test('what was left out stands in the order of the address, whichever was looked up first', () => {
  const raw = { role: 'chef', country: 'DE', source: 'nobody', category: 'nosql' };
  expect(
    asInAddress(raw, [
      ['role', 'chef'],
      ['category', 'nosql'],
      ['source', 'nobody'],
    ]).map(([name]) => name),
  ).toEqual(['role', 'source', 'category']);
});

test.each([
  ['no source', undefined, ['hn'], true],
  ['a source that is there', 'hn', ['hn'], true],
  ['a source while nothing is loaded', 'hn', [], true],
  ['a source that is not there', 'nobody', ['hn'], false],
  ['a source before it is known which there are', 'hn', null, false],
])(
  'with %s it is settled whether the categories of an answer are all that there are',
  (_what, source, sources, are) => {
    const known = knownFor({ ...(source && { source }) }, { categories: ['cloud'], sources });
    expect(known).toEqual({ categories: are ? ['cloud'] : null, sources });
  },
);
