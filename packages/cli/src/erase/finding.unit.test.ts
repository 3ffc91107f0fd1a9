import { expect, test } from '@jest/globals';
import { holdsText, mentions } from './finding.ts';

test.each([
  ['alone', 'acme.1', true],
  ['among other words', '3:v1 acme.1#', true],
  ['in JSON', '{"_id":"acme.1"}', true],
  ['as the beginning of a longer one', 'acme.12', false],
  ['as the end of a longer one', 'big-acme.1', false],
  ['after a longer one', 'acme.12 acme.1', true],
  ['not at all', '', false],
])('an id is found %s: %s', (_what, text, found) => {
  expect(mentions(text, 'acme.1')).toBe(found);
});

test('a text is found in any case, and as JSON writes it', () => {
  expect(holdsText('... PAPER boats ...', 'Paper Boats')).toBe(true);
  expect(holdsText(JSON.stringify({ a: 'the "Boats"\nof' }), 'the "boats"\nof')).toBe(true);
  expect(holdsText('paper', 'paper boats')).toBe(false);
});
