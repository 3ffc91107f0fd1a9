import { expect, test } from '@jest/globals';
import { comparedTexts, matches } from './matches.ts';

const posting = {
  sourceId: 'https://jobs.example/?by=Quorra%20Flynn&with=Tess+Gray',
  title: 'Backend Engineer',
  organization: 'Paper Boats GmbH',
  description: 'We meet at the café in Zürich.\nWrite to Alan\n  Bradley, O’Neill Straße.',
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
  ['with characters that nobody sees, which no stored text has', 'Engi\u00adneer\ufeff', true],
  ['with a blank behind it, at the end of a word', 'engineer ', true],
  ['with a blank behind it, in the middle of a word', 'engine ', false],
  [
    'with marks of direction around it, as it is copied from a page',
    '\u2068Backend Engineer\u2069\u200e',
    true,
  ],
  ['with another apostrophe, where the case changes the letters', "O'NEILL STRASSE", true],
  ['in the id, with a plus for a blank', 'tess gray', true],
  ['what only looks like a pattern', '.*', null],
  ['blanks alone', '   ', null],
  ['too few letters among blanks', ' a\tb ', null],
  ['characters alone that nobody sees', '\u200b\u200d\ufeff\u{e0041}', null],
  ['a pattern, which is a text like any other', 'Back.*d', false],
  ['in a derived field', 'feedbeef', false],
])('a text is found %s: %s', (_what, text, found) => {
  if (found === null) expect(() => comparedTexts([text])).toThrow('too short');
  else expect(matches(posting, comparedTexts([text]))).toBe(found);
});

test('one of several texts is enough, none of them is not, and without any every posting is meant', () => {
  expect(matches(posting, comparedTexts(['nowhere', 'bavaria']))).toBe(true);
  expect(matches(posting, [])).toBe(false);
  expect(matches({}, null)).toBe(true);
  expect(matches({ title: 7, location: null }, comparedTexts(['backend']))).toBe(false);
});
