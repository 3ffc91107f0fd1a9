import { describe, expect, test } from '@jest/globals';
import { isPlaceName, isSameOrganization, organizationName, ownerOf } from './organization.ts';

describe('an organization', () => {
  test.each([
    ['Acme', 'acme'],
    ['ACME, Inc.', 'acme'],
    ['acme.com', 'acme'],
    ['Acme (YC S12)', 'acme'],
    ['Acme GmbH & Co. KG', 'acme'],
    ['The Acme Corporation', 'acme'],
    ['The', 'the'],
    ['Acmé -- Berlin', 'acme'],
    ['Forward Financing LLC', 'forward financing'],
    ['Co', 'co'],
  ])('called "%s" has the name %s', (given, name) => {
    expect(organizationName(given)).toBe(name);
  });

  test.each([null, '', ' – ', '(YC S12)'])('of which nothing is said (%j) has none', (name) => {
    expect(organizationName(name)).toBeNull();
  });
});

test.each([
  ['Zurich, Switzerland', true],
  ['Palo Alto', true],
  ['London', true],
  ['ANYWHERE USA', false],
  ['Square', false],
  ['Acme, Switzerland', false],
  ['Acme', false],
  ['', false],
])('an organization called "%s" is only a place: %j', (name, expected) => {
  expect(isPlaceName(name, { country: 'US', region: 'Square', city: 'Palo Alto' })).toBe(expected);
});

describe('two names', () => {
  test.each([
    ['acme', 'acme', true],
    ['git lab', 'gitlab', true],
    ['acme', 'acme robotics', true],
    ['acme', 'acme com san francisco', true],
    ['git lab', 'gitlab security', true],
    ['acme', 'acmesoft', false],
    ['general motors', 'general electric', false],
    ['robotics', 'acme robotics', false],
    ['go', 'go mobile', false],
  ])('"%s" and "%s" are of one organization: %j', (a, b, same) => {
    expect([isSameOrganization(a, b), isSameOrganization(b, a)]).toEqual([same, same]);
    if (same) expect(ownerOf(a)).toBe(ownerOf(b));
  });
});
