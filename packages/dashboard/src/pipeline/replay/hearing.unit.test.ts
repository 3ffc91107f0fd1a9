import { expect, test } from '@jest/globals';
import { createHearing } from './hearing.ts';

test('the stream is heard since it was opened, and since it was heard again after it was lost', () => {
  const hearing = createHearing();
  expect(hearing.at(9000)).toBeNull();
  hearing.heard(1000);
  hearing.heard(2000);
  expect(hearing.at(999)).toBeNull();
  expect(hearing.at(9000)).toEqual({ sinceMs: 1000, again: false });
  hearing.lost();
  hearing.lost();
  hearing.heard(5000);
  hearing.heard(6000);
  expect(hearing.at(4000)).toEqual({ sinceMs: 1000, again: false });
  expect(hearing.at(9000)).toEqual({ sinceMs: 5000, again: true });
});

test('of a stream that is lost each second no more is remembered than the last minutes need', () => {
  const hearing = createHearing();
  for (let atMs = 0; atMs <= 10_000; atMs += 1000) {
    hearing.heard(atMs);
    hearing.lost();
    hearing.forget(atMs - 3000);
  }
  expect(hearing.at(6999)).toBeNull();
  expect(hearing.at(7000)).toEqual({ sinceMs: 7000, again: true });
  expect(hearing.at(99_000)).toEqual({ sinceMs: 10_000, again: true });
});
