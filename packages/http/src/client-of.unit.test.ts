import { expect, test } from '@jest/globals';
import { clientOf } from './client-of.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
])('%s is counted as %s', (address, client) => {
  expect(clientOf(address, 'unused')).toBe(client);
});

test('a name that is no address counts as the connection, so that nobody makes up clients', () => {
  for (const named of ['', 'unknown', '192.0.2.7:x', 'x'.repeat(5000), undefined])
    expect(clientOf(named, '192.0.2.1')).toBe('192.0.2.1');
});
