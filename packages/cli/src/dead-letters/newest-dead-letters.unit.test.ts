import { expect, test } from '@jest/globals';
import { toDeadLetter } from './dead-letter.ts';
import { createNewestDeadLetters } from './newest-dead-letters.ts';

const record = (identity: number, time: string, value: string | null = null, offset = identity) =>
  toDeadLetter({
    topic: 't.dlq',
    partition: 0,
    offset,
    key: 'k',
    value: value === null ? null : Buffer.from(value),
    headers: {
      dlq_topic: 't',
      dlq_partition: '2',
      dlq_offset: String(identity),
      dlq_code: 'undecodable',
      dlq_time: time,
    },
  })!;
const timeOf = (n: number) => new Date(n * 1000).toISOString();
const limits = { most: 10, mostBytes: 1000 };

test('a dead letter that was written twice is listed once, as it was last', () => {
  const newest = createNewestDeadLetters(limits);
  const [once, again] = [record(7, timeOf(1), null, 0), record(7, timeOf(2), null, 1)];
  for (const letter of [again, once, again]) newest.add(letter);
  expect(newest.all()).toEqual({ letters: [again], left: 0 });
  expect(again).toMatchObject({ identity: 't/2/7', storedAt: 't.dlq/0/1', reason: '–', value: null });
});

test('one that was erased is not listed', () => {
  const newest = createNewestDeadLetters(limits);
  for (const n of [1, 2]) newest.add(record(n, timeOf(n), 'x'));
  newest.drop('t/2/1');
  newest.drop('t/2/77');
  expect(newest.all().letters.map(({ identity }) => identity)).toEqual(['t/2/2']);
});

test('of very many letters the newest are kept, however they come, and the rest is counted', () => {
  const all = Array.from({ length: 1003 }, (_, n) => record((n * 7) % 1003, timeOf((n * 7) % 1003)));
  const newest = createNewestDeadLetters(limits);
  all.forEach(newest.add);
  const { letters, left } = newest.all();
  expect(letters.map(({ time }) => time)).toEqual(Array.from({ length: 10 }, (_, n) => timeOf(993 + n)));
  expect(left).toBe(993);
});

test('large letters are kept as far as their bytes go, and the newest in any case', () => {
  const newest = createNewestDeadLetters(limits);
  for (let n = 0; n < 50; n += 1) newest.add(record(n, timeOf(n), 'x'.repeat(300)));
  expect(newest.all().letters.map(({ time }) => time)).toEqual([47, 48, 49].map(timeOf));
  newest.add(record(50, timeOf(50), 'x'.repeat(5000)));
  expect(newest.all().letters.map(({ time }) => time)).toEqual([timeOf(50)]);
});
