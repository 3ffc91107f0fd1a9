import { afterEach, expect, test } from '@jest/globals';
import { newId } from './new-id.ts';

const { randomUUID } = crypto;
afterEach(() => void Object.assign(crypto, { randomUUID }));

test('ids are made on an origin that is not secure, too, each of its own', () => {
  Object.assign(crypto, { randomUUID: undefined });
  const ids = Array.from({ length: 100 }, newId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
