import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildAutomaton, findAll } from './automaton.ts';
import { sourceOf } from './source.ts';
import { fold } from './fold.ts';

type Hit = [pattern: number, start: number, end: number];

const beginsInWord = (text: string, start: number) => /[\p{L}\p{N}_]/u.test(text[start - 1] ?? '');

function naive(patterns: string[], text: string): Hit[] {
  const hits: Hit[] = [];
  for (let end = 1; end <= text.length; end++)
    for (const [pattern, { length }] of patterns.entries())
      if (
        end >= length &&
        !beginsInWord(text, end - length) &&
        fold(text.slice(end - length, end)) === fold(patterns[pattern]!)
      )
        hits.push([pattern, end - length, end]);
  return hits;
}

function byAutomaton(patterns: string[], text: string): Hit[] {
  const hits: Hit[] = [];
  findAll(buildAutomaton(patterns), sourceOf(text).units, (...hit) => hits.push(hit));
  return hits;
}

// An occurrence that ends inside a word is not a match, and may be found or not; digits may be a version.
const whole = (text: string, hits: Hit[]) => hits.filter(([, , end]) => !/[\p{L}_]/u.test(text[end] ?? ''));
const sorted = (hits: Hit[]) => hits.sort((a, b) => a[2] - b[2] || a[1] - b[1]);
const distinct = (unit: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.string({ unit, minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 12,
    selector: fold,
  });

test('the automaton finds what a naive search at the beginnings of words finds, with many overlaps', () => {
  const unit = fc.constantFrom('a', 'b', 'A', ' ', '1', '-');
  fc.assert(
    fc.property(distinct(unit), fc.string({ unit, maxLength: 60 }), (patterns, text) => {
      expect(sorted(whole(text, byAutomaton(patterns, text)))).toEqual(
        sorted(whole(text, naive(patterns, text))),
      );
    }),
    { numRuns: 500 },
  );
});

test('the automaton finds what a naive search at the beginnings of words finds in any Unicode', () => {
  const unit = fc.oneof(
    fc.constantFrom('é', 'É', 'İ', '\u2019', '-', '\u2011', 'ß'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(distinct(unit), fc.array(unit, { maxLength: 60 }), (patterns, units) => {
      const text = units.join('');
      expect(sorted(whole(text, byAutomaton(patterns, text)))).toEqual(
        sorted(whole(text, naive(patterns, text))),
      );
    }),
  );
});

test('an empty or duplicate pattern is refused', () => {
  expect(() => buildAutomaton([''])).toThrow('empty or given twice');
  expect(() => buildAutomaton(['Go', 'go'])).toThrow('empty or given twice');
});
