import { expect, test } from '@jest/globals';
import { clientOf, plainAddress } from './client-of.ts';
import fc from 'fast-check';

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

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['[192.0.2.7]:80', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['[::ffff:c000:207]:443', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:0:1', '0.0.0.1'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:DB8:0:0::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['2001:db8::1:443', '2001:db8::1:443'],
])('%s names %s', (text, address) => expect(plainAddress(text)).toBe(address));

test.each([
  ...['', 'unknown', '_hidden', '192.0.2.256', '192.0.2.7:', '192.0.2.7:port', '192.0.2.7:123456', '1.2.3'],
  ...['[2001:db8::1', '2001:db8::1]:443', '[[::1]]', '[::1]:x', '::ffff:192.0.2.256', 'a.example.org:80'],
])('"%s" names none', (text) => expect(plainAddress(text)).toBeNull());

test('an address has one form, with whatever port', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV6(), fc.integer({ min: 0, max: 65_535 }), (v4, v6, port) => {
      const groups = v4.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'));
      const mapped = `::ffff:${groups[0]}${groups[1]}:${groups[2]}${groups[3]}`;
      for (const text of [`${v4}:${port}`, `::ffff:${v4}`, mapped, `[${mapped}]:${port}`])
        expect(plainAddress(text)).toBe(v4);
      const plain = plainAddress(v6);
      expect(plain).not.toBeNull();
      expect([plainAddress(`[${v6}]:${port}`), plainAddress(v6.toUpperCase())]).toEqual([plain, plain]);
    }),
  );
});
