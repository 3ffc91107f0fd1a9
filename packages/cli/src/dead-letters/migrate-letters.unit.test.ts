import { expect, test } from '@jest/globals';
import { letterTombstone, toRecord, type LogRecord, type OutgoingRecord } from '@skillstream/messaging';
import { migrateLetters } from './migrate-letters.ts';

const TOPIC = 't.dlq';
const bytes = (part: string | Buffer | null) => (part === null ? null : Buffer.from(part));

/** A topic in memory, of one partition; `writes` may break off. */
const topicOf = (records: OutgoingRecord[]) => {
  const log: LogRecord[] = [];
  let left = Infinity;
  const add = ({ key, value, headers }: OutgoingRecord) => {
    const message = { key: bytes(key), value: bytes(value), headers, attributes: 0 };
    log.push(toRecord(TOPIC, 0, { ...message, offset: String(log.length), timestamp: '0' }));
  };
  records.forEach(add);
  let compacted = false;
  return {
    /** @param meanwhile written by others just before the first copy is */
    migrate: (writes = Infinity, meanwhile: OutgoingRecord[] = []) => {
      left = writes;
      let others = meanwhile;
      return migrateLetters(TOPIC, {
        // One by one, as far as the end was when reading began.
        read: async (_topic, onRecords) => {
          for (const record of [...log]) await onRecords([record]);
        },
        publish: async (_topic, sent) => {
          left -= 1;
          if (left < 0) throw new Error('Kafka is gone');
          others.forEach(add);
          others = [];
          sent.forEach(add);
        },
        compact: async () => void (compacted = true),
        onProgress: () => undefined,
      });
    },
    length: () => log.length,
    isCompacted: () => compacted,
    /** What compaction leaves: the last record of each key, and no record without one. */
    afterCompaction: () =>
      [...new Map(log.filter(({ key }) => key !== null).map((one) => [one.key, one])).values()]
        .filter(({ value }) => value !== null)
        .map(({ key, value, headers }) => [key, String(value), headers['dlq_key']]),
  };
};

const earlier = (offset: number, key: string | null, value: string | null = `text ${offset}`) => ({
  ...{ key, value },
  headers: { dlq_topic: 't', dlq_partition: '0', dlq_offset: String(offset) },
});
const records = [
  earlier(1, 'acme.1'),
  earlier(2, 'acme.1'),
  earlier(3, null),
  earlier(4, 'acme.2', null),
  earlier(1, 'acme.1'),
  earlier(5, 'acme.5'),
  // Erased before the migration: its text stays until now.
  letterTombstone('t/0/5'),
];
const migrated = [
  ['t/0/1', 'text 1', 'acme.1'],
  ['t/0/2', 'text 2', 'acme.1'],
  ['t/0/3', 'text 3', undefined],
  ['t/0/4', '', 'acme.2'],
];

test('every letter has its own key once, none is left under its earlier one, and an erased one is gone', async () => {
  const topic = topicOf(records);
  expect(await topic.migrate()).toBe(4);
  expect(topic.afterCompaction()).toEqual(migrated);
  expect(topic.isCompacted()).toBe(true);
});

test('broken off after any write it goes on where it was, and done again it changes nothing', async () => {
  for (let writes = 0; writes < 5; writes += 1) {
    const topic = topicOf(records);
    await expect(topic.migrate(writes)).rejects.toThrow('Kafka is gone');
    expect(topic.isCompacted()).toBe(false);
    await topic.migrate();
    expect(topic.afterCompaction()).toEqual(migrated);
    const length = topic.length();
    expect(await topic.migrate()).toBe(0);
    expect(topic.length()).toBe(length);
  }
});

test('what is erased beside the migration stays erased, also where that is broken off and begun again', async () => {
  const erasure = ['t/0/1', 't/0/3'].map(letterTombstone);
  for (let writes = 1; writes < 8; writes += 1) {
    const topic = topicOf(records);
    await topic.migrate(writes, erasure).catch(() => undefined);
    await topic.migrate();
    expect(topic.afterCompaction()).toEqual(migrated.filter(([key]) => key === 't/0/2' || key === 't/0/4'));
    const length = topic.length();
    await topic.migrate();
    expect(topic.length()).toBe(length);
  }
});

test('a letter that is put aside anew after its erasure is no copy, and stays', async () => {
  const anew = { ...earlier(9, 't/0/9'), headers: { ...earlier(9, null).headers, dlq_key: 'acme.9' } };
  const topic = topicOf([letterTombstone('t/0/9'), anew]);
  expect(await topic.migrate()).toBe(0);
  expect(topic.afterCompaction()).toEqual([['t/0/9', 'text 9', 'acme.9']]);
});
