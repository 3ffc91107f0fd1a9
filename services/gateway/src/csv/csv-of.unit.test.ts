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

test('the last column says of which origin the counted postings are', () => {
  const skills = [{ skillId: 'go', count: 1 }];
  const expected = 'skillId,count,origin\r\ngo,1,sample\r\n';
  expect(csvOf({ filter: { origin: 'sample' }, skills })).toBe(expected);
  expect(csvOf({ a: { filter: { origin: 'sample' } }, skills })).toBe(expected);
  expect(csvOf({ filter: {}, skills })).toBe('skillId,count\r\ngo,1\r\n');
});

test('the sources are a table, too', () => {
  const sources = [{ source: 'hn', postings: 3 }];
  expect(csvOf({ sources, answeredFrom: {} })).toBe('source,postings\r\nhn,3\r\n');
});

test('the pay of a skill is two lines, of postings with it and without, each with its currency and period', () => {
  const pay = { count: 25, p10: 1, p25: 2, median: 3, p75: 4, p90: 5 };
  const few = { count: 3, p10: null, p25: null, median: null, p75: null, p90: null };
  expect(csvOf({ skillId: 'go', filter: { country: ['DE'] }, with: few, without: pay })).toBe(
    'postings,count,p10,p25,median,p75,p90,currency,period\r\n' +
      'with,3,,,,,,USD,year\r\nwithout,25,1,2,3,4,5,USD,year\r\n',
  );
});

test('pay by group has its currency and period, before the origin', () => {
  const pay = { count: 25, p10: 1, p25: 2, median: 3, p75: 4, p90: 5 };
  expect(csvOf({ filter: { origin: 'own' }, by: 'role', all: pay, groups: [{ name: 'data', ...pay }] })).toBe(
    'name,count,p10,p25,median,p75,p90,currency,period,origin\r\ndata,25,1,2,3,4,5,USD,year,own\r\n',
  );
});

test('whether postings or jobs were counted stands before the origin, with both counts in each line', () => {
  const skills = [{ skillId: 'go', count: 1, postings: 3, jobs: 1 }];
  expect(csvOf({ counted: 'jobs', filter: { origin: 'own' }, skills })).toBe(
    'skillId,count,postings,jobs,counted,origin\r\ngo,1,3,1,jobs,own\r\n',
  );
  const pay = { count: 1, median: null, p10: null, postings: 3, jobs: 1 };
  expect(csvOf({ counted: 'jobs', with: pay, without: { ...pay, postings: 1 } })).toBe(
    'postings,count,median,p10,count.postings,count.jobs,currency,period,counted\r\n' +
      'with,1,,,3,1,USD,year,jobs\r\nwithout,1,,,1,1,USD,year,jobs\r\n',
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
