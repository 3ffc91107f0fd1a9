import { expect, test } from '@jest/globals';
import { wantedOf } from './mapping/wanted.ts';
import { readFile } from './testing.ts';

const wanted = wantedOf(
  'location=locations.name,city=locations.city,region=locations.state,country=locations.land',
);
const sentOf = async (locations: unknown, id: object = { id: '1' }) => {
  const row = { ...id, description: 'We fold', locations };
  const all = { description: 'b', locations: { name: 'a', city: 'a', state: 'a', land: 'a' } };
  const lines = [row, all].map((one) => JSON.stringify(one)).join('\n');
  const { postings } = await readFile(lines, { wanted });
  return postings[0] as { sourceId: string; location?: unknown; country?: string };
};
const [berlin, munich] = [
  { city: 'Berlin', land: 'DE' },
  { city: 'München', land: 'DE' },
];

test.each([
  ['several countries', [berlin, { city: 'Paris', land: 'FR' }], { country: 'Germany, France' }],
  ['one country', [berlin, munich], { country: 'DE' }],
  ['one country by code and by name', [berlin, { city: 'Bonn', land: 'Germany' }], { country: 'DE' }],
  [
    'one state',
    [
      { city: 'Bonn', state: 'NRW', land: 'DE' },
      { city: 'Köln', state: 'NRW', land: 'DE' },
    ],
    { country: 'DE', location: { region: 'NRW' } },
  ],
  ['one place twice', [berlin, berlin, {}], { country: 'DE', location: { city: 'Berlin' } }],
  ['a place without a country', [berlin, { city: 'Paris' }], { location: 'Berlin, Germany; Paris' }],
  ['no countries', [{ city: 'Bonn', state: 'NRW' }, { city: 'Rom' }], { location: 'Bonn, NRW; Rom' }],
  ['texts', [{ name: 'Bonn, Germany' }, { name: 'Rom, Italy' }], { location: 'Bonn, Germany; Rom, Italy' }],
  [
    'texts in one country',
    [
      { name: 'Bonn', land: 'DE' },
      { name: 'Ulm', land: 'DE' },
    ],
    { country: 'DE', location: 'Bonn; Ulm' },
  ],
  ['lists in lists', [[[berlin, { city: 'Paris', land: 'FR' }]]], { country: 'Germany, France' }],
])('of objects in a list all places count: %s', async (_, locations, place) => {
  const { location, country } = await sentOf(locations);
  expect({ location, country }).toEqual({ location: undefined, country: undefined, ...place });
});

test('of a posting without an id the first place makes it, whatever places follow', async () => {
  const [one, two] = [await sentOf([berlin], {}), await sentOf([berlin, munich], {})];
  expect(one.sourceId).toBe(two.sourceId);
});

test('a hundred places are read, in what a location may hold, and none that is nested deeper than a value', async () => {
  const cities = (count: number, last: object) => [
    ...Array.from({ length: count }, (_, at) => ({ city: `City ${at}`, land: 'DE' })),
    last,
  ];
  expect((await sentOf(cities(99, { land: 'FR' }))).country).toBe('Germany, France');
  expect((await sentOf(cities(100, { land: 'FR' }))).country).toBe('DE');
  expect(String((await sentOf(cities(99, { city: 'Paris' }))).location)).toMatch(
    /^City 0, .{430,490}, Germany$/,
  );
  const nested = '['.repeat(20_000) + '{}' + ']'.repeat(20_000);
  const lines = `{"id":"1","description":"a","locations":{"city":"Bonn"}}\n{"id":"2","description":"a","locations":${nested}}`;
  expect((await readFile(lines, { wanted: wantedOf('city=locations.city') })).error).toBeNull();
});

const address = (addressLocality: string, addressCountry: string) => ({
  '@type': 'Place',
  address: { '@type': 'PostalAddress', addressLocality, addressCountry },
});

test('a JobPosting in several countries is in none of them', async () => {
  const posting = { '@type': 'JobPosting', title: 'Mate', description: 'a', identifier: '1' };
  const jobLocation = [address('Berlin', 'DE'), address('Paris', 'FR')];
  const { postings } = await readFile(JSON.stringify({ ...posting, jobLocation }));
  expect(postings).toMatchObject([{ country: 'Germany, France' }]);
  expect(postings[0]).not.toHaveProperty('location');
});

test('places of scrapers, in a list of objects, are known by their names', async () => {
  const locations = [{ city: 'Bonn', state: 'NRW', country: 'DE' }];
  const { postings, mapping } = await readFile(JSON.stringify({ id: '1', description: 'a', locations }));
  expect(postings).toMatchObject([{ location: { city: 'Bonn', region: 'NRW' }, country: 'DE' }]);
  expect(mapping.leftOut()).toEqual([]);
});
