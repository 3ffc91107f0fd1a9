import { expect, test } from '@jest/globals';
import { kafkaFindings as findingsOf, longestTextMs, type PostingRecordAt } from './kafka-findings.ts';

const kafkaFindings = (...args: Parameters<typeof findingsOf>) => findingsOf(...args).toArray();
const HOUR = 3_600_000;
const bounded = {
  ...{ 'cleanup.policy': 'compact', 'segment.ms': String(HOUR), 'max.compaction.lag.ms': String(2 * HOUR) },
  'delete.retention.ms': String(30 * HOUR),
};
const at = (hours: number) => new Date(1_700_000_000_000 + hours * HOUR);
const record = (offset: number, hours: number, hasText: boolean, key: string | null = 'a.1') =>
  ({ ...{ partition: 2, offset, key, hasText }, timestampMs: at(hours).getTime() }) satisfies PostingRecordAt;

test.each([
  ['by both settings', bounded, 3 * HOUR],
  ['segments that stay open longer than records may', { ...bounded, 'segment.ms': '999999999999' }, 4 * HOUR],
  ['no bound of the cleaner', { ...bounded, 'max.compaction.lag.ms': '9223372036854775807' }, Infinity],
  ['a topic that is kept', { ...bounded, 'cleanup.policy': 'delete' }, Infinity],
  ['settings that are unknown', { 'cleanup.policy': 'compact' }, Infinity],
])('how long a text stays after its tombstone: %s', (_what, config, ms) => {
  expect(longestTextMs(config)).toBe(ms);
});

test('a text before a tombstone is there until the log is compacted, the tombstone until readers had time', () => {
  const found = kafkaFindings('t', [record(1, 0, true), record(9, 5, false)], {
    config: bounded,
    now: at(6),
    complete: true,
  });
  expect(found).toEqual([
    { place: 't/2/1', what: 'text', until: at(8) },
    { place: 't/2/9', what: 'id', until: at(38) },
  ]);
});

test.each([
  ['after its time', [record(1, 0, true), record(9, 5, false)], bounded, 'should have been compacted'],
  ['without a tombstone', [record(1, 0, true)], bounded, 'no tombstone'],
  ['after the tombstone: sent again', [record(8, 0, false), record(9, 1, true)], bounded, 'no tombstone'],
  ['with the tombstone of another key', [record(1, 0, true), record(9, 5, false, 'b.1')], bounded, 'no tomb'],
  ['without a key', [record(1, 0, true, null)], bounded, 'no tombstone'],
  [
    'in a topic that is never compacted',
    [record(1, 0, true), record(9, 99, false)],
    { 'cleanup.policy': 'delete' },
    'dlq migrate',
  ],
])('a text is overdue %s', (_what, records, config, note) => {
  const found = kafkaFindings('t', records, { config, now: at(100), complete: true }).find(
    ({ what }) => what === 'text',
  );
  expect(found).toMatchObject({ until: 'overdue', note: expect.stringContaining(note) });
});

test('without a bound in the settings no time is named', () => {
  const config = { 'cleanup.policy': 'compact' };
  const found = kafkaFindings('t', [record(1, 0, true), record(2, 0, false)], {
    config,
    now: at(1),
    complete: true,
  });
  expect(found.map(({ until }) => until)).toEqual(['unbounded', 'unbounded']);
});

test('of a log that was not read to its end nothing is called overdue for want of a tombstone', () => {
  const read = { config: bounded, now: at(100), complete: false };
  expect(kafkaFindings('t', [record(1, 0, true)], read)).toEqual([
    { place: 't/2/1', what: 'text', until: 'unbounded', note: 'the log was not read to its end' },
  ]);
  const after = kafkaFindings('t', [record(1, 0, true), record(9, 5, false)], read);
  expect(after[0]).toMatchObject({ until: 'overdue' });
});
