import { expect, test } from '@jest/globals';
import { holdsPhone } from './phone-id.ts';

test.each([
  '+49 171 2345678',
  '+491712345678',
  'recruiter-+49 (0)171 234 56 78',
  'jobs/+49-171-2345678/1',
  '0049 171 2345678',
  '+1 415-555-2671',
  '(415) 555-2671',
  '1 (415) 555-2671',
  'tel:0171-2345678',
])('%s is a number to call', (id) => {
  expect(holdsPhone(id)).toBe(true);
});

test.each([
  '491712345678',
  '00491712345678',
  '4155552671',
  '415-555-2671',
  '2026-11-29-000123',
  '+1',
  '+10000000',
  'c+12345678901234567890',
  'c++14155552671',
  'engineer+14155552671',
  '0 0171 2345678',
  'telephone-engineer-1234567',
  '7f3c2b1a-0049-4171-8234-567800000000',
])('%s is an id', (id) => {
  expect(holdsPhone(id)).toBe(false);
});
