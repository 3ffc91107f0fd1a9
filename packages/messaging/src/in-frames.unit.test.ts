import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inFrames } from './in-frames.ts';

const framed = (payload: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(payload.length);
  return Buffer.concat([length, payload]);
};

test('however the bytes are cut, complete responses come out, in order', () => {
  const responses = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 8 });
  fc.assert(
    fc.property(responses, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (payloads, sizes) => {
      const expected = payloads.map((payload) => framed(payload).toString('hex'));
      const bytes = Buffer.concat(payloads.map(framed));
      const taken: string[] = [];
      const take = inFrames((frame) => taken.push(frame.toString('hex')));
      for (let at = 0, i = 0; at < bytes.length; i += 1) {
        const size = sizes[i % sizes.length]!;
        take(bytes.subarray(at, at + size));
        at += size;
      }
      expect(taken).toEqual(expected);
    }),
  );
});

test('half a response is held back', () => {
  const taken: Buffer[] = [];
  const take = inFrames((frame) => taken.push(frame));
  take(framed(Buffer.from('answer')).subarray(0, 7));
  expect(taken).toEqual([]);
});
