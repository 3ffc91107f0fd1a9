import { describe, expect, test } from '@jest/globals';
import { assertPublicHost, guardedLookup } from './guarded-agent.ts';
import { isPublicAddress } from './public-address.ts';

describe('no public address', () => {
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'fec0::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

describe('a host that is written as an address', () => {
  test.each([
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
  ])('%s is refused, however it is written', (url) => {
    expect(() => assertPublicHost(new URL(url).hostname)).toThrow('no address of the public internet');
  });

  test('a public one, and a name, which is looked up at the connection, are not', () => {
    expect(() => assertPublicHost('8.8.8.8')).not.toThrow();
    expect(() => assertPublicHost('boards.example')).not.toThrow();
  });
});

describe('a name is looked up when the connection is made', () => {
  const look = (addresses: { address: string; family: number }[], all = true) =>
    new Promise((resolve) =>
      guardedLookup((_host, _options, found) => found(null, addresses))(
        'boards.example',
        { all },
        (error, address) => resolve(error ? error.message : address),
      ),
    );

  test('and refused where any of its addresses is not public', async () => {
    const addresses = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await look(addresses)).toBe('boards.example is no address of the public internet');
    expect(await look([])).toContain('no address');
  });

  test('and given as one address or as all, as was asked for', async () => {
    const addresses = [{ address: '8.8.8.8', family: 4 }];
    expect(await look(addresses)).toEqual(addresses);
    expect(await look(addresses, false)).toBe('8.8.8.8');
  });
});
