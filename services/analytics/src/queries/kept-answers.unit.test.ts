import { expect, test } from '@jest/globals';
import { createKeptAnswers } from './kept-answers.ts';

const counts = (entries: number) => new Map(Array.from({ length: entries }, (_, i) => [`s${i}`, i]));

test('answers are kept up to a bound of bytes, and those that were not asked for longest go first', () => {
  const kept = createKeptAnswers<string>(1400);
  const put = (question: string, entries = 9) => kept.put(question, question, counts(entries));
  const isKept = (...questions: string[]) => questions.map((one) => kept.get(one) ?? '');
  for (const question of ['a', 'b', 'c']) put(question);
  expect(isKept('b', 'c', 'a')).toEqual(['b', 'c', 'a']);
  put('d');
  expect(isKept('a', 'b', 'c', 'd')).toEqual(['a', '', 'c', 'd']);
  // The same question again takes no more.
  for (let i = 0; i < 9; i += 1) put('d');
  expect(isKept('a', 'c', 'd')).toEqual(['a', 'c', 'd']);
});

test('the newest answer is kept however large it is, and alone', () => {
  const kept = createKeptAnswers<string>(1400);
  kept.put('a', 'a', counts(3));
  kept.put('b', 'b', counts(1000));
  expect([kept.get('a'), kept.get('b')]).toEqual([undefined, 'b']);
  kept.put('c', 'c', counts(3));
  expect([kept.get('b'), kept.get('c')]).toEqual([undefined, 'c']);
});

test('a long question counts, and so do maps in maps', () => {
  const kept = createKeptAnswers<string>(1400);
  kept.put('a', 'a', counts(1));
  kept.put('b'.repeat(1700), 'b', 1);
  expect(kept.get('a')).toBeUndefined();
  kept.put('a', 'a', counts(1));
  kept.put('c', 'c', { months: new Map([['2025-01', { skills: counts(40) }]]) });
  expect(kept.get('a')).toBeUndefined();
});
