import { expect, test } from '@jest/globals';
import { decode } from './decode.ts';

test.each([
  ['objects', `{"jobs":[${'{},'.repeat(300_000)}{}]}`],
  ['numbers', `[${'1,'.repeat(500_001)}1]`],
  ['nested lists', '['.repeat(500_001)],
])('an answer of very many %s is refused before it is parsed', (_, text) => {
  expect(() => decode(text, 'json')).toThrow('the answer has over 500000 values');
});

test('what is in a text counts as one value', () => {
  const text = '[{,\\" '.repeat(200_000);
  expect(decode(JSON.stringify([text]), 'json')).toEqual([text]);
});
