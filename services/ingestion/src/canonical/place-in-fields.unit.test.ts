import { expect, test } from '@jest/globals';
import { canonicalize } from './canonical-posting.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const base = {
  source: 'a',
  sourceId: '1',
  title: 'Mate',
  organization: 'Boats',
  description: 'We fold boats.',
};
const storedOf = (location: { city?: string; region?: string }) => {
  const result = canonicalize({ ...base, location }, NOW);
  if (!('posting' in result)) throw new Error('it was refused');
  const { city, region } = result.posting.location;
  return { workplace: result.posting.workplace, city, region };
};

test.each([
  [{ city: 'Remote' }, 'remote', null, null],
  [{ city: 'Berlin (Hybrid)' }, 'hybrid', 'Berlin', null],
  [{ city: 'Remote - Hamburg' }, 'remote', 'Hamburg', null],
  [{ city: 'Eutin, Plön / on-site' }, 'onsite', 'Eutin, Plön', null],
  [{ city: 'Eutin', region: 'Hybrid' }, 'hybrid', 'Eutin', null],
  [{ city: 'Home-Office' }, 'remote', null, null],
  [{ city: 'Eutin', region: 'Holstein' }, 'unknown', 'Eutin', 'Holstein'],
  [{ city: 'Central', region: 'Downtown' }, 'unknown', 'Central', 'Downtown'],
  [{ city: 'City of Westminster' }, 'unknown', 'City of Westminster', null],
] as const)(
  'a place in fields says the workplace as one in words does: %j',
  (fields, workplace, city, region) => {
    expect(storedOf(fields)).toMatchObject({ workplace, city, ...(region === null ? {} : { region }) });
  },
);

test('a workplace is no region', () => {
  expect(storedOf({ city: 'Eutin', region: 'Hybrid' }).region).toBeNull();
});
