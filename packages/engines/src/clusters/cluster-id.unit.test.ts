import { expect, test } from '@jest/globals';
import { createClusterId } from './cluster-id.ts';

test('an id that begins with a dash, which Kafka’s tools take for an option, is drawn again', () => {
  // The first six bits of 0xf8 are 62, which is a dash in URL-safe Base64.
  const drawn = [Buffer.alloc(16, 0xf8), Buffer.alloc(16, 0xfb), Buffer.alloc(16, 1)];
  expect(drawn[0]?.toString('base64url')).toMatch(/^-/);
  expect(createClusterId(() => drawn.shift() ?? Buffer.alloc(16))).toBe(
    Buffer.alloc(16, 1).toString('base64url'),
  );
  expect(drawn).toEqual([]);
});
