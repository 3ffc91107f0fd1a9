import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createResultReader } from './response.ts';

const plain = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX: a:b\r\n\r\nok';
const chunked =
  'HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n';
const informed = `HTTP/1.1 100 Continue\r\n\r\n${plain}`;

const read = (parts: string[], method = 'GET', closed = false) => {
  const reader = createResultReader(method);
  const complete = parts.map((part) => reader.add(part)).at(-1);
  return { complete, response: reader.response(closed) };
};

describe('an answer is complete', () => {
  test.each([
    ['with its length', plain, 'GET', 200, 'ok'],
    ['with its last chunk', chunked, 'GET', 404, 'abcde'],
    ['after an informational one', informed, 'POST', 200, 'ok'],
    ['with its head, where HEAD was asked', plain.slice(0, -2), 'HEAD', 200, ''],
    ['with its head, where nothing changed', 'HTTP/1.1 304 Not Modified\r\n\r\n', 'GET', 304, ''],
  ])('%s, however it is cut into pieces', (_when, text, method, status, body) => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length - 1), { maxLength: 9 }), (cuts) => {
        const places = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
        const parts = places.slice(1).map((end, i) => text.slice(places[i], end));
        expect(read(parts, method)).toMatchObject({
          complete: true,
          response: { status, body, complete: true },
        });
      }),
    );
  });
});

test.each([
  ['its length', plain.slice(0, -1)],
  ['its last chunk', chunked.slice(0, -5)],
])('without %s it is not, though the connection has ended', (_what, text) => {
  expect(read([text], 'GET', true)).toMatchObject({ complete: false, response: { complete: false } });
});

test('without a length it ends with its connection', () => {
  const text = 'HTTP/1.1 200 OK\r\n\r\nabc';
  expect(read([text])).toMatchObject({ complete: false });
  expect(read([text], 'GET', true).response).toMatchObject({ body: 'abc', complete: true });
});

test('what is no head is no answer, and what is no HTTP has no status', () => {
  expect(read(['HTTP/1.1 200 OK\r\n']).response).toBeNull();
  expect(read(['hello\r\n\r\n']).response).toMatchObject({ status: 0 });
});
