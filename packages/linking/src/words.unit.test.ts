import { expect, test } from '@jest/globals';
import { wordsOf } from './words.ts';

test.each([
  ['Über  uns:\n\nC++, C# & Node.js', ['uber', 'uns', 'c++', 'c#', 'node', 'js']],
  ['Apply at https://jobs.acme.com/1?ref=board now', ['apply', 'at', 'now']],
  ['„Ｓenior“ ①', ['senior', '1']],
  ['– … !', []],
])('the words of "%s" are %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

// Normalising sorts the marks of a letter in quadratic time: without the limit this takes minutes.
test('a letter with hundreds of thousands of marks is one word', () => {
  expect(wordsOf(`a${'\u0316\u0301'.repeat(200_000)}`)).toEqual(['a']);
});
