import { expect, test } from '@jest/globals';
import { passedBack, passedOn, passedToUpstream } from './headers.ts';

test('headers of one connection are not forwarded, nor those that the connection header names', () => {
  const headers = {
    'content-type': 'application/json',
    'content-length': '2',
    connection: 'keep-alive, X-Hop',
    'x-hop': '1',
    'transfer-encoding': 'chunked',
    expect: '100-continue',
    host: 'somewhere',
  };
  expect(passedOn(headers)).toEqual({ 'content-type': 'application/json', 'content-length': '2' });
});

test('where a request came from is forwarded only from a trusted proxy, and cookies never are', () => {
  const provenance = {
    forwarded: 'for=192.0.2.1',
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-prefix': '/x',
    'x-real-ip': '192.0.2.1',
  };
  const headers = { ...provenance, cookie: 'a=b', authorization: 'Bearer x', 'if-match': '"1"' };
  const always = { authorization: 'Bearer x', 'if-match': '"1"' };
  expect(passedToUpstream(headers, false)).toEqual(always);
  expect(passedToUpstream(headers, true)).toEqual({ ...always, ...provenance });
});

test('a response does not reveal which software produced it', () => {
  const headers = { server: 'nginx/1.2', 'x-powered-by': 'Express', via: '1.1 a', etag: '"1"' };
  expect(passedBack(headers)).toEqual({ etag: '"1"' });
});
