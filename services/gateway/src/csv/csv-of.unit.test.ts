import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvOf } from './csv-of.ts';

test('each entry of the list is a line, and objects in it are columns of their own', () => {
  const response = {
    population: 10,
    skills: [
      { skillId: 'go', a: { count: 1, share: 0.5 }, parts: [1, 2], difference: -0.25 },
      { skillId: 'c#', a: { count: 2, share: null }, extra: true },
    ],
  };
  expect(csvOf(response)).toBe(
    'skillId,a.count,a.share,difference,extra\r\ngo,1,0.5,-0.25,\r\nc#,2,,,true\r\n',
  );
});

test('the pay of a skill is two lines: the postings with it, and those without', () => {
  const pay = { count: 25, p10: 1, p25: 2, median: 3, p75: 4, p90: 5 };
  const few = { count: 3, p10: null, p25: null, median: null, p75: null, p90: null };
  expect(csvOf({ skillId: 'go', filter: { country: ['DE'] }, with: few, without: pay })).toBe(
    'postings,count,p10,p25,median,p75,p90\r\nwith,3,,,,,\r\nwithout,25,1,2,3,4,5\r\n',
  );
});

test('a response without a list is no table, an empty list an empty one', () => {
  expect(csvOf({ population: 3 })).toBeNull();
  expect(csvOf({ skills: [] })).toBe('\r\n');
});

// As RFC 4180 has it: a quoted cell may hold commas, line breaks and, doubled, quotes.
const parse = (csv: string): string[][] =>
  csv
    .match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g)!
    .map((line) =>
      [...line.slice(0, -2).matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)]
        .slice(0, line.slice(0, -2) === '' ? 1 : undefined)
        .map(([, cell]) => (cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!)),
    );

test('any text round-trips, and none is treated as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
      const csv = csvOf({ skills: texts.map((name) => ({ first: 'x', name })) })!;
      const cells = parse(csv)
        .slice(1)
        .map(([, cell]) => cell!);
      expect(cells).toEqual(texts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
