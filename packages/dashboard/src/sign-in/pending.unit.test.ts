import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { putPending, takePending } from './pending.ts';

const held = new Map<string, string>();
const storage = {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
};
beforeEach(() => void Object.assign(globalThis, { sessionStorage: storage }));
afterEach(() => held.clear());

const pending = { state: 's', nonce: 'n', verifier: 'v', returnTo: '/?role=backend' };

test('a sign-in is taken up once', () => {
  putPending(pending);
  expect([takePending(), takePending()]).toEqual([pending, null]);
  expect(held.size).toBe(0);
});

test.each(['https://x.example.org/', '//x.example.org', '/\\x.example.org', 'javascript:alert(1)', ''])(
  'one that would lead to %j is none',
  (returnTo) => {
    putPending({ ...pending, returnTo });
    expect(takePending()).toBeNull();
    expect(held.size).toBe(0);
  },
);

test.each(['null', '{', '{"state":"s"}', '7'])('what is no sign-in is none: %s', (text) => {
  held.set('skillstream-sign-in', text);
  expect(takePending()).toBeNull();
});
