import { expect, test } from '@jest/globals';
import { moneyIn } from '../format/money.ts';
import { readAs } from './read-as-rows.ts';

const stored = {
  ...{ title: 'Senior Data Engineer | Berlin', role: 'data', seniority: 'senior', workplace: 'onsite' },
  location: { country: 'DE', region: null, city: 'Berlin' },
  salary: { min: 70_000, max: 90_000, currency: 'EUR', period: 'year' },
};
const valuesOf = (posting: Record<string, unknown> | null) =>
  readAs({ posting }).map(({ name, value }) => [name, value]);

test('a stored posting is shown by what filters and pay count it by', () => {
  const euro = moneyIn('EUR');
  expect(valuesOf(stored)).toEqual([
    ['Title', 'Senior Data Engineer | Berlin'],
    ['Role', 'Data'],
    ['Level', 'Senior'],
    ['Country', 'Berlin, Germany'],
    ['Workplace', 'On site'],
    ['Pay', `${euro(70_000)}–${euro(90_000)} a year (EUR)`],
  ]);
});

test('what was not found in it is said to be that, and not left out', () => {
  const location = { country: null, region: null, city: null };
  const bare = { ...stored, location, seniority: 'unknown', workplace: 'unknown', salary: null };
  expect(valuesOf(bare).filter(([, value]) => value === 'not found in it')).toEqual([
    ['Level', 'not found in it'],
    ['Country', 'not found in it'],
    ['Workplace', 'not found in it'],
    ['Pay', 'not found in it'],
  ]);
});

test('of a posting whose content is gone nothing is shown', () => expect(valuesOf(null)).toEqual([]));
