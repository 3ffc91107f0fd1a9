import { expect, test } from '@jest/globals';
import { payText, rowsTables, type Shown } from './preview-rows.ts';

test.each([
  [{ min: 4200, max: null, currency: 'EUR', period: 'month' as const }, 'from 4200 EUR a month'],
  [{ min: null, max: 60, currency: 'USD', period: 'hour' as const }, 'up to 60 USD an hour'],
  [{ min: 60_000, max: 80_000, currency: 'EUR', period: 'year' as const }, '60000–80000 EUR a year'],
  [{ min: 25, max: 25, currency: 'GBP', period: 'hour' as const }, '25 GBP an hour'],
  [{ min: 4200, currency: 'EUR', period: 'month' as const }, 'from 4200 EUR a month'],
  [{ currency: 'EUR', period: 'month' as const }, ''],
  [null, ''],
])('the pay %j is shown as "%s"', (salary, text) => expect(payText(salary)).toBe(text));

const rows: Shown[] = Array.from({ length: 5 }, (_, index) => ({
  line: index + 2,
  posting: { source: 'a', sourceId: `${index}`, title: 'x'.repeat(60), description: 'y'.repeat(900) },
}));
const widest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length));

test.each([
  [60, 5],
  [80, 3],
  [100, 2],
  [200, 1],
  [300, 1],
])(
  'in a terminal of %d columns no row is wider, and all postings are there in %d tables',
  (width, tables) => {
    const text = rowsTables(rows, null, width);
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(text.match(/┌/g)).toHaveLength(tables);
    for (const { line } of rows) expect(text).toContain(`line ${line}`);
  },
);

test('where there is no terminal all postings are in one table', () => {
  const text = rowsTables(rows, null, undefined);
  expect(text.match(/┌/g)).toHaveLength(1);
  expect(text).toContain(`${'x'.repeat(40)}…`);
});
