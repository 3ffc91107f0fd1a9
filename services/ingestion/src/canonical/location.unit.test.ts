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
    ['Remote (United States | Canada)', 'US', null, null],
    ['Remote – US & Canada', 'US', null, null],
    ['USA - Remote', 'US', null, null],
    ['Spain Remote', 'ES', null, null],
    ['Acme Germany', 'DE', null, null],
    ['Remote', null, null, null],
    ['Europe', null, null, null],
    ['Python, JS', null, null, null],
    ['Frontend, AI', null, null, null],
    ['', null, null, null],
  ])('%s', (text, country, region, city) => {
    expect(parseLocation(text, true)).toEqual({ country, region, city });
  });
});

test('the country field takes precedence over the location', () => {
  expect(locationOf({ location: 'Remote', country: 'France' }, '')).toEqual({
    country: 'FR',
    region: null,
    city: null,
  });
  expect(locationOf({ location: 'Paris', country: 'fr' }, '')).toEqual({
    country: 'FR',
    region: null,
    city: 'Paris',
  });
  expect(locationOf({ location: 'Paris', country: 'Anywhere' }, '').country).toBe('FR');
});

test('a location in fields keeps its words', () => {
  expect(locationOf({ location: { city: 'Gera', region: 'Thuringia', country: 'DE' } }, '')).toEqual({
    country: 'DE',
    region: 'Thuringia',
    city: 'Gera',
  });
});

test('without a location the header is read, where an unknown word is no city', () => {
  expect(locationOf({}, 'Acme | Go Developer | Berlin | Onsite').city).toBe('Berlin');
  expect(locationOf({}, 'Account Executive - US')).toEqual({ country: 'US', region: null, city: null });
});
