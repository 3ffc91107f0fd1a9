import { expect, test } from '@jest/globals';
import { announce, LASTING_MS, nothingSaid } from './lasting.ts';

const saidAfter = (...states: readonly (readonly [text: string, atMs: number])[]): string[] => {
  let state = nothingSaid;
  return states.map(([text, atMs]) => (state = announce(state, text, atMs)).said);
};

test('what lasts is announced, and so is its end once that lasts', () =>
  expect(
    saidAfter(
      ...[['fine', 0] as const, ['fine', LASTING_MS] as const],
      ...[['wrong', 5_000] as const, ['wrong', 7_999] as const, ['wrong', 8_000] as const],
      ...[['fine', 20_000] as const, ['fine', 23_000] as const],
    ),
  ).toEqual(['', 'fine', 'fine', 'fine', 'wrong', 'wrong', 'fine']));

test('a trouble of a second is announced neither when it begins nor when it ends', () =>
  expect(
    new Set(saidAfter(['fine', 0], ['fine', 3_000], ['wrong', 9_000], ['fine', 10_000], ['fine', 60_000])),
  ).toEqual(new Set(['', 'fine'])));

test('another trouble has to last by itself', () =>
  expect(saidAfter(['one', 0], ['two', 2_000], ['two', 4_000], ['two', 5_000])).toEqual(['', '', '', 'two']));
