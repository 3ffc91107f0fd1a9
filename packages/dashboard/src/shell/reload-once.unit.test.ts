import { expect, test } from '@jest/globals';
import { reloadOnce } from './reload-once.ts';

const memory = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
};

test('each build loads the page again once, whatever is missing after that', () => {
  const storage = memory();
  let loads = 0;
  const miss = (build: string) =>
    reloadOnce(
      build,
      () => storage,
      () => (loads += 1),
    );
  expect(['a', 'a', 'b', 'b'].map(miss)).toEqual([true, false, true, false]);
  expect(loads).toBe(2);
});

test('a browser without storage loads nothing again: it could not stop', () => {
  const refused = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const never = () => expect('a reload').toBe('none');
  expect(reloadOnce('a', refused, never)).toBe(false);
});
