import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { createViewVersion } from './view-version.ts';

const start = () => {
  const state = { ms: 0, looks: 0, version: 'a' as string | null, away: false, refused: false };
  const viewVersion = createViewVersion({
    read: async () => {
      state.looks += 1;
      if (state.away) throw new Error('away');
      if (state.refused) throw appError('rate-limited', 'a client may have 192 requests under way');
      return state.version;
    },
    now: () => state.ms,
    maxAgeMs: 1000,
  });
  return { state, ask: () => viewVersion({ traceparent: '' }) };
};

test('for any number of callers, the version of the views is read once per interval', async () => {
  const { state, ask } = start();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['a', 'a', 'a']);
  state.ms = 999;
  state.version = 'b';
  expect([await ask(), state.looks]).toEqual(['a', 1]);
  state.ms = 1000;
  expect([await ask(), await ask(), state.looks]).toEqual(['b', 'b', 2]);
});

test('the age counts from the request, not from its response', async () => {
  const { state, ask } = start();
  const asking = ask();
  state.ms = 1000;
  expect([await asking, await ask(), state.looks]).toEqual(['a', 'a', 2]);
});

test('while analytics does not respond, there is no version', async () => {
  const { state, ask } = start();
  state.away = true;
  expect(await ask()).toBeNull();
  state.away = false;
  state.ms = 1000;
  expect(await ask()).toBe('a');
});

test('a caller who is refused takes the version from nobody else', async () => {
  const { state, ask } = start();
  expect(await ask()).toBe('a');
  state.ms = 1000;
  state.refused = true;
  expect(await ask()).toBeNull();
  state.refused = false;
  expect([await ask(), state.looks]).toEqual(['a', 3]);
});
