import { expect, test } from '@jest/globals';
import { fit } from './fit.ts';

const posting = { sourceId: '7', description: 'Go' };

test('an optional field that ingestion would refuse is cut or left out, and the rest stays', () => {
  const salary = { min: 90_000, max: 80_000, currency: 'USD', period: 'year' as const };
  expect(fit({ ...posting, salary, url: '/jobs/7', title: 'x'.repeat(600), language: 'en' })).toEqual({
    ...posting,
    title: 'x'.repeat(500),
    language: 'en',
  });
  expect(fit({ ...posting, salary: { ...salary, max: 99_000, currency: '€' } })).toEqual(posting);
});

test('what ingestion takes stays as it is', () => {
  const whole = {
    ...posting,
    ...{ title: 'Mate', url: 'https://boats.example/7' },
    salary: { min: 80_000, max: 90_000, currency: 'USD', period: 'year' as const },
  };
  expect(fit(whole)).toEqual(whole);
});
