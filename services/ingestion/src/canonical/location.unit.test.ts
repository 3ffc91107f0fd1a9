import { describe, expect, test } from '@jest/globals';
import { locationOf, parseLocation } from './location.ts';

describe('a free location', () => {
  test.each([
    ['San Francisco, CA, USA', 'US', 'California', 'San Francisco'],
    ['San Francisco, CA - US', 'US', 'California', 'San Francisco'],
    ['New York City', 'US', 'New York', 'New York'],
    ['New York, NY (HQ)', 'US', 'New York', 'New York'],
    ['London, UK', 'GB', null, 'London'],
    ['London, ON', 'CA', 'Ontario', 'London'],
    ['Cambridge, MA', 'US', 'Massachusetts', 'Cambridge'],
    ['Cambridge, UK', 'GB', null, 'Cambridge'],
    ['Toronto, CA', 'CA', 'Ontario', 'Toronto'],
    ['Berlin, DE', 'DE', null, 'Berlin'],
    ['New Orleans, LA', 'US', 'Louisiana', 'New Orleans'],
    ['Burlington, MA', 'US', 'Massachusetts', 'Burlington'],
    ['Atlanta, Georgia', 'US', 'Georgia', 'Atlanta'],
    ['São Paulo', 'BR', null, 'São Paulo'],
    ['Malmö, Sweden', 'SE', null, 'Malmö'],
    ['Erfurt, Germany', 'DE', null, 'Erfurt'],
    ['Vaduz, Liechtenstein', 'LI', null, 'Vaduz'],
    ['USA - Remote', 'US', null, null],
    ['Spain Remote', 'ES', null, null],
    ['Acme Germany', 'DE', null, null],
    ['Remote', null, null, null],
    ['Europe', null, null, null],
    ['Python, JS', null, null, null],
    ['Frontend, AI', null, null, null],
    ['', null, null, null],
    // Codes that are of a state and of a country.
    ['Wilmington, DE, USA', 'US', 'Delaware', 'Wilmington'],
    ['Poing, DE', 'DE', null, 'Poing'],
    ['Pune, IN', 'IN', null, 'Pune'],
    ['Carmel, IN', 'US', 'Indiana', 'Carmel'],
    ['Tel Aviv, IL', 'IL', null, 'Tel Aviv'],
    ['Chicago, IL', 'US', 'Illinois', 'Chicago'],
    ['Bogotá, CO', 'CO', null, 'Bogota'],
    ['Rabat, MA', 'MA', null, 'Rabat'],
    ['Portland, ME', 'US', 'Maine', 'Portland'],
    ['Perth, WA', 'AU', null, 'Perth'],
    ['Melbourne, FL', 'US', 'Florida', 'Melbourne'],
    ['Recife, PE', 'BR', null, 'Recife'],
    ['Lebanon, NH', 'US', 'New Hampshire', 'Lebanon'],
    ['Toronto, ON, CA', 'CA', 'Ontario', 'Toronto'],
    ['Remote, CA', null, null, null],
    ['Remote, DE', 'DE', null, null],
    ['Milan, IT', 'IT', null, 'Milan'],
    ['Tbilisi, Georgia', 'GE', null, 'Tbilisi'],
    ['Ontario, Ohio', 'US', 'Ohio', 'Ontario'],
    ['New Brunswick, NJ', 'US', 'New Jersey', 'New Brunswick'],
    ['London, Germany', 'DE', null, null],
    ['CAN - Anywhere', 'CA', null, null],
    // Regions of the world, and what is left out, are no country.
    ['Remote (EU)', null, null, null],
    ['Remote - EMEA', null, null, null],
    ['Central & South America', null, null, null],
    ['Remote (non-U.S.)', null, null, null],
    // Several places stay several.
    ['Remote (United States | Canada)', null, null, null],
    ['Remote – US & Canada', null, null, null],
    ['London or Berlin', null, null, null],
    ['Berlin / Munich', 'DE', null, null],
    ['San Francisco, CA / New York, NY', 'US', null, null],
    ['San Francisco, Oakland', 'US', 'California', null],
    ['Berlin, Germany; Remote, Germany', 'DE', null, 'Berlin'],
    // Cities of the world, and places among other words.
    ['Douala', 'CM', null, 'Douala'],
    ['Dortmund - hybrid', 'DE', null, 'Dortmund'],
    ['San Francisco Bay Area', 'US', 'California', 'San Francisco Bay Area'],
    ['Greater Boston', 'US', 'Massachusetts', 'Boston'],
    ['Acme Minsk', 'BY', null, 'Minsk'],
    ['NYC Hybrid Possible', 'US', 'New York', 'New York'],
    ['India-Kerala', 'IN', null, null],
    ['United States-Denver', 'US', 'Colorado', 'Denver'],
    ['Remote-Europe', null, null, null],
    ['Acme Canada Tower', 'CA', null, null],
    ['Florida', 'US', 'Florida', null],
    ['St. Louis, MO', 'US', 'Missouri', 'St Louis'],
    ['Washington State', 'US', 'Washington', null],
    ['Łódź', 'PL', null, 'Lodz'],
    ['København', 'DK', null, 'Copenhagen'],
    ['Praha, Česko', 'CZ', null, 'Prague'],
    ['Genève, Suisse', 'CH', null, 'Geneva'],
    ['Wien, Österreich', 'AT', null, 'Vienna'],
    ['Remote, ZA', 'ZA', null, null],
    ['Remote (EST)', null, null, null],
    ['Bogotá D.C.', 'CO', null, 'Bogota'],
    ['Paris - La Défense', 'FR', null, 'Paris'],
    ['Munich, Deutschland', 'DE', null, 'Munich'],
    ['Norrköping, Sverige', 'SE', null, 'Norrköping'],
    // Working at home is no city.
    ['Home Office, Germany', 'DE', null, null],
    ['Homeoffice (Deutschland)', 'DE', null, null],
    ['Home-Office, deutschlandweit', 'DE', null, null],
    ['Home Office Berlin', 'DE', null, 'Berlin'],
    ['Home office (UK)', 'GB', null, null],
    // States of Germany and Austria.
    ['Bad Homburg, Hessen', 'DE', 'Hessen', 'Bad Homburg'],
    ['Bad Homburg, Hessen, Deutschland', 'DE', 'Hessen', 'Bad Homburg'],
    ['Bad Homburg (Hesse)', 'DE', 'Hessen', 'Bad Homburg'],
    ['Eutin, Schleswig-Holstein', 'DE', 'Schleswig-Holstein', 'Eutin'],
    ['Velbert, NRW', 'DE', 'Nordrhein-Westfalen', 'Velbert'],
    ['Velbert, North Rhine-Westphalia, Germany', 'DE', 'Nordrhein-Westfalen', 'Velbert'],
    ['Bayern', 'DE', 'Bayern', null],
    ['Deutschland, Bayern', 'DE', 'Bayern', null],
    ['Großraum Hessen', 'DE', 'Hessen', null],
    ['München, Bayern', 'DE', 'Bayern', 'Munich'],
    ['Potsdam, Brandenburg', 'DE', 'Brandenburg', 'Potsdam'],
    ['Bayern / Hessen', 'DE', null, null],
    ['Bremen, Bremen', 'DE', null, 'Bremen'],
    ['Stuttgart, BW', 'DE', null, 'Stuttgart'],
    ['München, BY', 'DE', null, 'Munich'],
    ['Nürnberg', 'DE', null, 'Nuremberg'],
    ['Nuremberg, Germany', 'DE', null, 'Nuremberg'],
    ['Gaborone, BW', 'BW', null, 'Gaborone'],
    ['Villach, Kärnten', 'AT', 'Kärnten', 'Villach'],
    // Towns that a river tells apart.
    ['Halle (Saale)', 'DE', null, 'Halle (Saale)'],
    ['Halle/Saale', 'DE', null, 'Halle (Saale)'],
    ['Frankfurt (Oder)', 'DE', null, 'Frankfurt (Oder)'],
    ['Frankfurt an der Oder', 'DE', null, 'Frankfurt (Oder)'],
    ['Frankfurt / Oder, Brandenburg', 'DE', 'Brandenburg', 'Frankfurt (Oder)'],
    ['Frankfurt am Main', 'DE', null, 'Frankfurt'],
    ['Frankfurt (Main)', 'DE', null, 'Frankfurt'],
    ['Frankfurt oder Berlin', 'DE', null, null],
    // A shopping centre may bear the name of a place elsewhere.
    ['Bristol Centre', null, null, null],
  ])('%s', (text, country, region, city) => {
    expect(parseLocation(text, true)).toEqual({ country, region, city });
  });
});

test('the country field takes precedence over the location', () => {
  expect(locationOf({ location: 'Remote', country: 'France' }, '').value).toEqual({
    country: 'FR',
    region: null,
    city: null,
  });
  expect(locationOf({ location: 'Paris', country: 'fr' }, '').value).toEqual({
    country: 'FR',
    region: null,
    city: 'Paris',
  });
  expect(locationOf({ location: 'Paris', country: 'Anywhere' }, '').value.country).toBe('FR');
});

test('of several places those in the country of the field count', () => {
  expect(locationOf({ location: 'London / Berlin / Munich', country: 'GB' }, '').value).toEqual({
    country: 'GB',
    region: null,
    city: 'London',
  });
});

test('a location in fields keeps its words', () => {
  expect(locationOf({ location: { city: 'Gera', region: 'Thuringia', country: 'DE' } }, '').value).toEqual({
    country: 'DE',
    region: 'Thuringia',
    city: 'Gera',
  });
});

test.each(['Home-Office', 'Homeoffice (deutschlandweit)'])('in fields, too, %s is no city', (city) => {
  expect(locationOf({ location: { city, country: 'DE' } }, '').value.city).toBeNull();
});

const perhapsTowns = [
  'Bad Homburg',
  'Eutin, Plön',
  'Head office',
  'Remote',
  'Homeoffice',
  'Bundesweit',
  'Zentrale',
];
const noTowns = ['Nach Vereinbarung', 'Verschiedene Standorte', 'Außendienst', 'Unknown'];
test.each<[string, Parameters<typeof locationOf>[0], string, string | null]>([
  ...[...perhapsTowns, ...noTowns].map((location): [string, { location: string }, string, null] => [
    location,
    { location },
    '',
    null,
  ]),
  ['a town in fields', { location: { city: 'Eutin', region: 'Holstein' } }, '', 'Eutin'],
  ['nothing', {}, 'Mate', null],
])('the default country counts where no place is known, and makes no city: %s', (_, input, header, city) => {
  expect(locationOf({ ...input, defaultCountry: 'IT' }, header)).toMatchObject({
    value: { country: 'IT', city },
    by: { from: 'default', confidence: 'guess' },
  });
});

test.each([
  ['a city', { location: 'Paris' }, '', 'FR'],
  ['a city of another country in the title', {}, 'Acme | Mate | Madrid', 'ES'],
  ['a state', { location: 'NRW' }, '', 'DE'],
  ['a state in fields', { location: { region: 'Hessen' } }, '', 'DE'],
  ['a state in the title', {}, 'Acme | Mate | Bavaria', 'DE'],
  ['a country', { location: 'Bad Homburg', country: 'at' }, '', 'AT'],
  ['a country that is unknown', { country: 'Atlantis' }, '', null],
  ['a country in fields that is unknown', { location: { country: 'Atlantis' } }, '', null],
  ['several countries', { location: 'Paris or Berlin' }, '', null],
  ['several countries in the title', {}, 'Mate, Madrid or Rome', null],
  ['several countries in their field', { country: 'Germany, France' }, '', null],
  ['a region of the world', { location: 'EMEA' }, '', null],
  ['Europe in German', { location: 'Europa' }, '', null],
  ['the world', { location: 'Worldwide' }, '', null],
  ['all of it', { location: 'Global' }, '', null],
  ['any place', { location: 'Anywhere' }, '', null],
  ['any place, remote', { location: 'Remote (Anywhere)' }, '', null],
  ['a region of the world in the title', {}, 'Acme | Mate | LATAM', null],
  ['where it is not', { location: 'non-U.S.' }, '', null],
  ['a code that may be a state', { location: 'CA' }, '', null],
  ['a code that may be a trade', { location: 'IO' }, '', null],
])('what a row says goes before the default country: %s', (_, input, header, country) => {
  const { value, by } = locationOf({ ...input, defaultCountry: 'IT' }, header);
  expect(value.country).toBe(country);
  expect(by?.from).not.toBe('default');
});

test.each([
  ['Berlin, Paris', undefined, null, null],
  ['Berlin; München', undefined, 'DE', null],
  ['Berlin / Bonn', 'DE', 'DE', null],
  ['Berlin, Berlin', 'DE', 'DE', 'Berlin, Berlin'],
  ['Washington, D.C.', 'US', 'US', 'Washington, D.C.'],
  ['Frankfurt (Oder)', 'DE', 'DE', 'Frankfurt (Oder)'],
  ['Nürnberg (Nuremberg)', 'DE', 'DE', 'Nürnberg (Nuremberg)'],
  ['New Delhi, Delhi', 'IN', 'IN', 'New Delhi, Delhi'],
  ['Villingen-Schwenningen', 'DE', 'DE', 'Villingen-Schwenningen'],
  ['Halle-Leipzig', 'DE', 'DE', 'Halle-Leipzig'],
])('a field for the city that says %s (country %s) is in %s, city %s', (city, country, land, town) => {
  const { value } = locationOf({ location: { city }, ...(country && { country }) }, '');
  expect([value.country, value.city]).toEqual([land, town]);
});

test('without a location the header is read, where an unknown word is no city', () => {
  expect(locationOf({}, 'Acme | Go Developer | Berlin | Onsite').value.city).toBe('Berlin');
  expect(locationOf({}, 'Account Executive - US').value).toEqual({ country: 'US', region: null, city: null });
});

test('a location of 500 characters costs no more steps than it has words', () => {
  for (const unit of ['a-', 'A b ', 'CA ', 'New ', '((', 'remote '])
    expect(parseLocation(unit.repeat(250).slice(0, 500), true)).toBeDefined();
});

test('in a title a name of a country in another language is no country: "CAD" is Chad in Czech', () => {
  expect(locationOf({}, 'Acme | CAD Developer | CAD').value.country).toBeNull();
});
