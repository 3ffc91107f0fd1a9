import { expect, test } from '@jest/globals';
import { bundledRedis, isSupportedVersion } from './redis-binary.ts';

test.each([
  ['linux', 'x64', 'redis-server-6.2.6-v5-linux-amd64'],
  ['linux', 'arm64', 'redis-server-6.2.7-linux-arm64'],
  ['darwin', 'x64', 'redis-server-6.2.6-v5-darwin-amd64'],
  ['darwin', 'arm64', 'redis-server-6.2.6-v5-darwin-arm64'],
] as const)('%s %s has its own binary first', (platform, arch, name) => {
  expect(bundledRedis(platform, arch)[0]).toBe(name);
});

test('a platform without a binary of 6.2 has none', () => {
  expect(bundledRedis('win32', 'x64')).toEqual([]);
  expect(bundledRedis('linux', 'riscv64')).toEqual([]);
});

test.each([
  ['Redis server v=6.2.11 sha=0', true],
  ['Redis server v=7.0.15 sha=0', true],
  ['Valkey server v=10.0.0 sha=0', true],
  ['Redis server v=6.0.16 sha=0', false],
  ['Redis server v=5.9.0 sha=0', false],
  ['something else', false],
])('%s: recent enough is %s', (printed, expected) => {
  expect(isSupportedVersion(printed)).toBe(expected);
});
