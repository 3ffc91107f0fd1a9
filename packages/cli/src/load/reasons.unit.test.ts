import { expect, test } from '@jest/globals';
import { createReasons, issueText, reasonLines } from './reasons.ts';

const issue = (path: string, message: string) => [{ path, message }];

test('the commonest reasons come first, each with its field and the first line that has it', () => {
  const reasons = createReasons();
  reasons.add({ line: 9, faults: issue('title', 'is missing') });
  for (let line = 20; line > 10; line -= 1) reasons.add({ line, faults: issue('url', 'is no address') });
  reasons.add({ line: 30, faults: issue('locations.3.country', 'is no country') });
  reasons.add({ line: 31, faults: issue('locations.7.country', 'is no country') });
  reasons.add({ line: 32, faults: issue('custom_32', 'is empty') });
  reasons.add({ line: 40, faults: [] });
  expect(reasonLines(reasons)).toEqual([
    '  10 × url: is no address (like line 11)',
    '  2 × locations.#.country: is no country (like line 30)',
    '  1 × the title is missing (line 9)',
    '  1 × custom_32: is empty (line 32)',
    '  1 × no reason given (line 40)',
  ]);
});

test('elements of an array that stand on one line are told apart by their index', () => {
  const reasons = createReasons();
  for (const index of [7, 3, 5]) reasons.add({ line: 1, index, faults: issue('title', 'is missing') });
  reasons.add({ line: 1, index: 0, faults: issue('url', 'is no address') });
  expect(reasonLines(reasons)).toEqual([
    '  3 × the title is missing (like line 1, [3])',
    '  1 × url: is no address (line 1, [0])',
  ]);
});

test('lines that are no JSON have one reason, wherever in them', () => {
  const reasons = createReasons();
  reasons.add({ line: 4, faults: issue('', 'is not JSON from character 7 on') });
  reasons.add({ line: 2, faults: issue('', 'is not JSON from line 2, character 9 on') });
  reasons.add({ line: 5, faults: issue('', 'is not JSON: it breaks off at character 7') });
  expect(reasonLines(reasons)).toEqual([
    '  2 × is not JSON from character 7 on (like line 2)',
    '  1 × is not JSON: it breaks off at character 7 (line 5)',
  ]);
});

test('nothing refused needs no reasons', () => expect(reasonLines(createReasons())).toEqual([]));

test('a reason a line takes no memory a line, and what is left out is counted', () => {
  const reasons = createReasons();
  for (let line = 1; line <= 100_000; line += 1)
    reasons.add({ line, faults: issue(`field${'x'.repeat(line % 5000)}`, 'is not known') });
  const lines = reasonLines(reasons);
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toBe('  99,900 × for other reasons');
});

test('what a terminal would obey is written out, and long words are cut', () => {
  const reasons = createReasons();
  reasons.add({ line: 1, faults: issue('a\u001b[2J\u202eb', `Unrecognized key: "${'k'.repeat(5000)}"`) });
  const [line] = reasonLines(reasons);
  expect(line).toContain('a\\u{1b}[2J\\u{202e}b: Unrecognized key');
  expect(line!.length).toBeLessThan(300);
});

test.each([
  ['description', 'is missing', 'the description is missing'],
  ['title', 'is too long', 'title: is too long'],
  ['', 'is not JSON', 'is not JSON'],
])('of the field "%s" what "%s" is said in plain words', (path, message, text) => {
  expect(issueText(path, message)).toBe(text);
});
