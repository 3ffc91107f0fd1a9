import { expect, test } from '@jest/globals';
import type { PreviewResult } from '@skillstream/contracts';
import {
  canLoad,
  countryFault,
  isForCommand,
  queryOf,
  queryOfParts,
  sourceFault,
  wantsOrder,
  withColumn,
} from './settings.ts';

const settings = { fields: {}, dates: undefined, source: '', country: '' };
const columns: PreviewResult['columns'] = [
  { column: 'Head', field: 'title' },
  { column: 'Kind', field: null },
];

test('nothing chosen asks for nothing but the source of the file', () => {
  expect(queryOf(settings, 'jobs')).toEqual({ defaultSource: 'jobs' });
  expect(queryOf({ ...settings, source: 'mine', dates: 'mdy' }, 'jobs')).toEqual({
    source: 'mine',
    dates: 'mdy',
  });
  expect(queryOf({ ...settings, country: 'de' }, 'jobs')).toEqual({ defaultSource: 'jobs', country: 'DE' });
});

test.each([
  ['', null],
  ['de', null],
  ['D', 'A country takes an ISO 3166-1 alpha-2 code, like DE.'],
  ['Germany', 'A country takes an ISO 3166-1 alpha-2 code, like DE.'],
  ['uk', 'A country takes an ISO 3166-1 alpha-2 code, which is GB here.'],
  ['XX', 'A country takes an ISO 3166-1 alpha-2 code, like DE.'],
])('the country "%s" is taken as it is typed, or refused with the rule', (typed, fault) => {
  expect(countryFault(typed)).toBe(fault);
});

test('a column that becomes another field leaves the one that it was', () => {
  const moved = withColumn(settings, columns, 'Head', 'organization');
  expect(queryOf(moved, 'jobs').map).toBe('{"title":"","organization":"Head"}');
  expect(withColumn(moved, columns, 'Kind', 'title').fields).toEqual({ title: 'Kind', organization: 'Head' });
  expect(withColumn(settings, columns, 'Head', null).fields).toEqual({ title: '' });
});

const preview: PreviewResult = {
  format: { kind: 'table', encoding: 'UTF-8', packed: false },
  ...{ columns, dates: null, firstLine: 1, rows: 2, refused: 1, postings: [], faults: [], problem: null },
};
test.each<[string, Partial<PreviewResult>, boolean]>([
  ['a table', {}, true],
  [
    'lines that are postings',
    { format: { ...preview.format!, kind: 'lines' }, columns: [], asIs: true },
    true,
  ],
  [
    'lines of a format that is mapped',
    { format: { ...preview.format!, kind: 'lines' }, columns: [], asIs: false },
    false,
  ],
  ['lines with columns of their own', { format: { ...preview.format!, kind: 'lines' } }, false],
  ['an array', { format: { ...preview.format!, kind: 'array' }, columns: [] }, false],
  ['what is compressed', { format: { ...preview.format!, packed: true } }, false],
  ['what has a problem', { problem: 'no column' }, false],
  ['no row that can be taken', { refused: 2 }, false],
  ['one whose dates want an order', { refused: 2, undecided: true }, true],
  ['nothing', { format: null }, false],
])('whether the page loads it: %s', (_name, more, expected) => {
  expect(canLoad({ ...preview, ...more })).toBe(expected);
});

test.each<[string, Partial<PreviewResult>, boolean]>([
  [
    'an array, whose columns have names that are known',
    { format: { ...preview.format!, kind: 'array' } },
    true,
  ],
  [
    'an array without a description',
    { format: { ...preview.format!, kind: 'array' }, problem: 'none' },
    true,
  ],
  ['what is compressed', { format: { ...preview.format!, packed: true } }, true],
  ['lines with columns of their own', { format: { ...preview.format!, kind: 'lines' } }, true],
  [
    'lines that are no JSON',
    { format: { ...preview.format!, kind: 'lines' }, columns: [], asIs: false, problem: 'it is no table' },
    false,
  ],
  ['a table', {}, false],
  ['a table without a description, which can be chosen', { problem: 'none' }, false],
  ['nothing', { format: null, problem: 'is a workbook' }, false],
])('columns are offered only where the page may load what is chosen: %s', (_name, more, expected) => {
  expect(isForCommand({ ...preview, ...more })).toBe(expected);
});

test('an order is asked for where dates show none and want one', () => {
  expect(wantsOrder(preview, settings)).toBe(false);
  expect(wantsOrder({ ...preview, undecided: true }, settings)).toBe(true);
  expect(wantsOrder({ ...preview, undecided: true }, { ...settings, dates: 'dmy' })).toBe(false);
});

test('all parts are read as the beginning was, and no date is guessed in one of them', () => {
  const format = { ...preview.format!, delimiter: '\t', quote: "'", escape: "'" };
  expect(queryOfParts({ source: 'a' }, { ...preview, format })).toEqual({
    ...{ source: 'a', dates: 'none', delimiter: '\t', quote: "'", escape: "'" },
  });
  expect(queryOfParts({}, { ...preview, format, dates: 'mdy' }).dates).toBe('mdy');
  expect(queryOfParts({ dates: 'dmy' }, { ...preview, format, dates: 'mdy' }).dates).toBe('dmy');
  expect(queryOfParts({}, { ...preview, format: { ...format, quote: '', escape: '' } })).toMatchObject({
    ...{ quote: '', escape: undefined },
  });
});

test.each([
  ['', null],
  ['buero-nord', null],
  ['Büro Nord', 'A source takes lower-case letters, digits and hyphens, 64 at most, like buro-nord.'],
  ['acme-', null],
  ['-', 'A source takes lower-case letters, digits and hyphens, 64 at most.'],
  ['…', 'A source takes lower-case letters, digits and hyphens, 64 at most.'],
])('the source "%s" is taken as it is typed, or refused with the rule', (typed, fault) => {
  expect(sourceFault(typed)).toBe(fault);
});
