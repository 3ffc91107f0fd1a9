import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apiVersionsRequest, readApiVersions, type ApiRange } from './kafka.ts';

const int16 = fc.integer({ min: -0x8000, max: 0x7fff });
const range = fc.record({ key: int16, min: int16, max: int16 });

function response(apis: ApiRange[], code = 0): Buffer {
  const bytes = Buffer.alloc(14 + apis.length * 6);
  bytes.writeInt32BE(bytes.length - 4, 0);
  bytes.writeInt32BE(apiVersionsRequest().readInt32BE(8), 4);
  bytes.writeInt16BE(code, 8);
  bytes.writeInt32BE(apis.length, 10);
  apis.forEach(({ key, min, max }, i) => {
    bytes.writeInt16BE(key, 14 + i * 6);
    bytes.writeInt16BE(min, 16 + i * 6);
    bytes.writeInt16BE(max, 18 + i * 6);
  });
  return bytes;
}

test('the request encodes its length, ApiVersions, version 0 and the client', () => {
  expect(apiVersionsRequest('ab').toString('hex')).toBe(
    `0000000c${'0012'}${'0000'}${'0000736b'}${'0002'}6162`,
  );
});

test('every well-formed response is decoded', () => {
  fc.assert(
    fc.property(fc.array(range, { minLength: 1 }), (apis) => {
      expect(readApiVersions(response(apis))).toEqual(apis);
    }),
  );
});

test('truncated, padded and erroneous responses are refused', () => {
  const apis = [{ key: 18, min: 0, max: 4 }];
  const good = response(apis);
  for (let length = 0; length < good.length; length += 1) {
    expect(() => readApiVersions(good.subarray(0, length))).toThrow();
  }
  expect(() => readApiVersions(Buffer.concat([good, Buffer.of(0)]))).toThrow('not a whole answer');
  expect(() => readApiVersions(response(apis, 35))).toThrow('error 35');
  expect(() => readApiVersions(response([]))).toThrow('does not add up');
  const other = Buffer.from(good);
  other.writeInt32BE(1, 4);
  expect(() => readApiVersions(other)).toThrow('another request');
});
