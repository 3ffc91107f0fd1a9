import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonFault } from './json-fault.ts';

test.each([
  ['{"title": "Jane Doe"', 'is not JSON: it breaks off at character 21'],
  ['{"title": "Jane Doe', 'is not JSON: it breaks off at character 20'],
  ['', 'is not JSON: it breaks off at character 1'],
  ['Jane Doe', 'is not JSON from character 1 on'],
  ['{"title": Jane Doe}', 'is not JSON from character 11 on'],
  ['{"title": "Jane" Doe}', 'is not JSON from character 18 on'],
  ['{Jane: 1}', 'is not JSON from character 2 on'],
  ['{"Jane" "Doe"}', 'is not JSON from character 9 on'],
  ['{"a": 1,}', 'is not JSON from character 9 on'],
  ['[1,]', 'is not JSON from character 4 on'],
  ['[1}', 'is not JSON from character 3 on'],
  ['{"a": 01}', 'is not JSON from character 8 on'],
  ['"Jane \\Doe"', 'is not JSON from character 7 on'],
  ['"Jane \\u00g0"', 'is not JSON from character 7 on'],
  ['{"a": 1} Jane', 'is not JSON from character 10 on'],
  ['{"a": "Jane\nDoe"}', 'is not JSON from line 1, character 12 on'],
  ['{\n "a": 1,\n "b": Jane\n}', 'is not JSON from line 3, character 7 on'],
])('%j: %s', (text, fault) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonFault(text)).toBe(fault);
});

test('a place is found in every text that is no JSON, where the parser names one in the same place', () => {
  const broken = fc
    .tuple(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', 'J', '"', '}', ',', ':', '\\', '\u0001', '7'),
    )
    .map(([text, n, char]) => {
      const at = n % (text.length + 1);
      return text.slice(0, at) + char + text.slice(at + (char === '' ? 1 : 0));
    });
  fc.assert(
    fc.property(broken, (text) => {
      try {
        JSON.parse(text);
      } catch (error) {
        const { message } = error as Error;
        const said = jsonFault(text);
        expect(said).toMatch(/^is not JSON(?:: it breaks off at| from) character \d+/);
        // Of an escape and of a control character the parser names the character behind, or the same.
        const position = /^(?:Expected|Unexpected non).* position (\d+)/.exec(message)?.[1];
        if (position !== undefined) expect(Number(/\d+/.exec(said)![0])).toBe(Number(position) + 1);
        // A word or a number that is cut short is named where it begins.
        if (message === 'Unexpected end of JSON input' && !/[\w.+-]$/.test(text))
          expect(said).toContain('breaks off');
      }
    }),
    { numRuns: 2000 },
  );
});

// The clock of a thread may go by ticks of some milliseconds; a square of these lengths takes seconds.
const TICKS_US = 50_000;

/** CPU time of this thread, in µs; the least of several, since what else runs only adds. */
const workOf = (text: string): number => {
  const works = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    for (let run = 0; run < 10; run += 1) jsonFault(text);
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  });
  return Math.min(...works);
};

test.each(['[', '"a\\n', '{"a":', '[1,\n2,[', '   ', '\\', '"\\u0', '123'])(
  'eight times as much of %j takes less than 24 times the work, as no square does',
  (piece) => {
    const text = `["", ${piece.repeat(Math.ceil(50_000 / piece.length))}`;
    workOf(text);
    expect(workOf(text.repeat(8))).toBeLessThan(24 * workOf(text) + TICKS_US);
  },
);
