import { expect, test } from '@jest/globals';
import { isOrigin, proxiesOf } from './lists.ts';

test.each([
  ['', []],
  ['0', 0],
  [' 2 ', 2],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ['loopback,2001:db8::/32', ['loopback', '2001:db8::/32']],
  ['10.0.0.0/33', null],
  ['0.0.0.0/0', null],
  ['everybody', null],
  ['1.2.3', null],
  ['10.0.0.1/8/9', null],
])('trusted proxies %p are %p', (text, proxies) => expect(proxiesOf(text)).toEqual(proxies));

test.each([
  ['*', true],
  ['https://app.example.org', true],
  ['http://127.0.0.1:5173', true],
  ['https://app.example.org/', false],
  ['https://app.example.org/path', false],
  ['HTTPS://app.example.org', false],
  ['app.example.org', false],
  ['null', false],
  ['https://*.example.org', false],
])('%s is an origin: %s', (text, expected) => expect(isOrigin(text)).toBe(expected));
