import { expect, test } from '@jest/globals';
import { foldedTexts, matches } from './matches.ts';

const posting = {
  sourceId: 'https://jobs.example/?by=Quorra%20Flynn',
  title: 'Backend Engineer',
  organization: 'Paper Boats GmbH',
  description: 'We meet at the café in Zürich.\nWrite to Alan\n  Bradley.',
  url: 'https://jobs.example/quinzia',
  location: { country: 'DE', region: 'Bavaria', city: 'München' },
  contentHash: 'feedbeef',
};

test.each([
  ['in any case', 'BACKEND eng', true],
  ['in the name of the employer', 'paper boats', true],
  ['in the place', 'münchen', true],
  ['in the address', 'quinzia', true],
  ['over the end of a line', 'alan bradley', true],
  ['with more blanks than it has there', 'write  to alan', true],
  ['in the id, as an address writes it', 'quorra flynn', true],
  ['an accent as a character of its own', 'cafe\u0301 in zu\u0308rich', true],
  ['what only looks like a pattern', '.*', null],
  ['a pattern, which is a text like any other', 'Back.*d', false],
  ['in a derived field', 'feedbeef', false],
])('a text is found %s: %s', (_what, text, found) => {
  if (found === null) expect(() => foldedTexts([text])).toThrow('too short');
  else expect(matches(posting, foldedTexts([text]))).toBe(found);
});

test('one of several texts is enough, none of them is not, and without any every posting is meant', () => {
  expect(matches(posting, foldedTexts(['nowhere', 'bavaria']))).toBe(true);
  expect(matches(posting, [])).toBe(false);
  expect(matches({}, null)).toBe(true);
  expect(matches({ title: 7, location: null }, foldedTexts(['backend']))).toBe(false);
});
