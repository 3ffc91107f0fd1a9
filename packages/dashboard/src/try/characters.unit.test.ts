import { expect, test } from '@jest/globals';
import { charactersIn } from './characters.ts';

test.each([
  ['', 0],
  ['Go and C++', 10],
  ['é', 1],
  ['🦀🦀', 2],
  ['\ud83e', 1],
])('%j has as many characters as the API counts: %i', (text, characters) => {
  expect(charactersIn(text)).toBe(characters);
  expect(charactersIn(text)).toBe([...text].length);
});
