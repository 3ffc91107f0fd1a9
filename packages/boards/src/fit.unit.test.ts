import { expect, test } from '@jest/globals';
import { postingInput } from '@skillstream/contracts';
import { fit } from './fit.ts';

const now = new Date('2026-01-02T03:00:00Z');
const posting = { sourceId: '7', description: 'Go' };

test('an optional field that ingestion would refuse is cut or left out, and the rest stays', () => {
  const salary = { min: 90_000, max: 80_000, currency: 'USD', period: 'year' as const };
  expect(fit({ ...posting, salary, url: '/jobs/7', title: 'x'.repeat(600), language: 'en' }, now)).toEqual({
    ...posting,
    title: 'x'.repeat(500),
    language: 'en',
  });
  expect(fit({ ...posting, salary: { ...salary, max: 99_000, currency: '€' } }, now)).toEqual(posting);
});

test('what ingestion takes stays as it is', () => {
  const whole = {
    ...posting,
    ...{ title: 'Mate', url: 'https://boats.example/7', country: 'FR' },
    ...{ location: { city: 'Brest', country: 'FR' }, datePosted: '2026-01-03T04:00:00.000+02:00' },
    salary: { min: 80_000, max: 90_000, currency: 'USD', period: 'year' as const },
  };
  expect(fit(whole, now)).toEqual(whole);
});

const pay = { min: 80_000, currency: 'EUR', period: 'year' as const };
test.each([
  ['a currency that is none', { salary: { ...pay, currency: 'BTC' } }],
  ['an amount that is no pay', { salary: { ...pay, max: 1e13 } }],
  ['a day of 1970', { datePosted: '1970-01-01T00:00:00.000Z' }],
  ['a day in the future', { datePosted: '2026-01-04T00:00:00.000Z' }],
  ['a year of six digits', { datePosted: '+275760-09-13T00:00:00.000Z' }],
  ['an address with a control character', { url: 'https://boats.example/\u0001' }],
])('%s is left out, and the job stays', (_, field) => {
  expect(fit({ ...posting, ...field }, now)).toEqual(posting);
});

test.each([
  ['country', { country: 'x'.repeat(101) }, { country: 'x'.repeat(100) }],
  ['location', { location: 'x'.repeat(501) }, { location: 'x'.repeat(500) }],
  [
    'place',
    { location: { country: 'x'.repeat(101), region: 'x'.repeat(201), city: 'x'.repeat(201) } },
    { location: { country: 'x'.repeat(100), region: 'x'.repeat(200), city: 'x'.repeat(200) } },
  ],
])('a %s that is too long is cut to what ingestion takes', (_, field, cut) => {
  expect(fit({ ...posting, ...field }, now)).toEqual({ ...posting, ...cut });
  expect(postingInput.safeParse({ source: 'boats', ...posting, ...cut }).success).toBe(true);
  expect(postingInput.safeParse({ source: 'boats', ...posting, ...field }).success).toBe(false);
});
