import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createPortReservations } from './port-reservations.ts';
import { markOf } from './process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-reservations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ours = () => createPortReservations(folder);
const another = () => createPortReservations(folder, markOf(process.ppid));

test('a port that a running process has reserved is nobody else’s until that releases it', () => {
  const [one, other] = [ours(), another()];
  expect([one.take(20_001), other.take(20_001), other.take(20_002)]).toEqual([true, false, true]);
  expect([one.has(20_001), one.has(20_002)]).toEqual([true, false]);
  one.release();
  expect([other.take(20_001), one.take(20_001)]).toEqual([true, false]);
});

test('a process keeps what it has reserved, for an engine that it starts again', () => {
  const one = ours();
  expect([one.take(20_001), one.take(20_001)]).toEqual([true, true]);
});

test.each([
  ['of a process that is gone', JSON.stringify({ ...markOf(process.ppid), began: 'long ago' })],
  ['that was never written to its end', '{"pid":'],
])('a reservation %s is taken over', (_what, content) => {
  writeFileSync(join(folder, '20001'), content);
  expect([ours().take(20_001), another().take(20_001)]).toEqual([true, false]);
});

test('where nothing can be written a port is taken without a reservation', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(createPortReservations(join(folder, 'file')).take(20_001)).toBe(true);
});
