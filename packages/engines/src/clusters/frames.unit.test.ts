import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apiKeyOf, createFrameReader } from './frames.ts';

const request = (apiKey: number, body: Uint8Array): Buffer => {
  const frame = Buffer.alloc(6 + body.length);
  frame.writeInt32BE(2 + body.length, 0);
  frame.writeInt16BE(apiKey, 4);
  frame.set(body, 6);
  return frame;
};

test('the same requests come out in whatever chunks a stream arrives', () => {
  const requests = fc.array(fc.tuple(fc.nat(80), fc.uint8Array({ maxLength: 40 })), { maxLength: 8 });
  fc.assert(
    fc.property(requests, fc.array(fc.integer({ min: 1, max: 30 })), (parts, cuts) => {
      const sent = parts.map(([apiKey, body]) => request(apiKey, body));
      const stream = Buffer.concat(sent);
      const read = createFrameReader();
      const found: Buffer[] = [];
      let at = 0;
      for (const length of [...cuts, stream.length]) {
        found.push(...read(stream.subarray(at, at + length)));
        at = Math.min(stream.length, at + length);
      }
      expect(found).toEqual(sent);
      expect(found.map(apiKeyOf)).toEqual(parts.map(([apiKey]) => apiKey));
    }),
  );
});
