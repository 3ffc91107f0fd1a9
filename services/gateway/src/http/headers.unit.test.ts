import { expect, test } from '@jest/globals';
import { passedOn } from './headers.ts';

test('headers of one connection stay behind, also those that the connection header names', () => {
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
