import { expect, test } from '@jest/globals';
import type { ProducerRecord, RecordMetadata } from 'kafkajs';
import { createPartitionedSend, partitionOf as keyPartition } from './partitioned-send.ts';
import { MAX_BATCH_BYTES } from './split-by-bytes.ts';
import { numbered } from './testing.ts';

const PARTITIONS = 4;

const create = () => {
  const forgotten: string[] = [];
  const counts = { of: async () => PARTITIONS, forget: (topic: string) => void forgotten.push(topic) };
  return { ...createPartitionedSend(counts), forgotten };
};

const partitionOf = ({ messages }: ProducerRecord) => messages[0]!.partition!;
const responseOf = (record: ProducerRecord): RecordMetadata => ({
  topicName: record.topic,
  partition: partitionOf(record),
  errorCode: 0,
});

test('every send has one partition, every record is sent once, and a key keeps its order', async () => {
  const sent: ProducerRecord[] = [];
  const records = numbered(0, 400, (n) => `k${n % 40}`);
  await create().sendAll(
    async (record) => {
      sent.push(record);
      return [responseOf(record)];
    },
    't',
    records,
  );
  for (const { messages } of sent) expect(new Set(messages.map((m) => m.partition)).size).toBe(1);
  const ofKey = (key: string, list: { key?: unknown; value: unknown }[]) =>
    list.filter((record) => record.key === key).map(({ value }) => value);
  const all = sent.flatMap(({ messages }) => messages);
  expect(all).toHaveLength(records.length);
  for (const key of new Set(records.map((record) => record.key as string))) {
    expect(ofKey(key, all)).toEqual(ofKey(key, records));
  }
});

test('partitions are sent at the same time, the runs of one partition one after the other', async () => {
  const underWay = new Set<number>();
  let most = 0;
  const big = { ...numbered(0, 1)[0]!, value: 'x'.repeat(MAX_BATCH_BYTES / 2) };
  await create().sendAll(
    async (record) => {
      const partition = partitionOf(record);
      expect(underWay.has(partition)).toBe(false);
      underWay.add(partition);
      most = Math.max(most, underWay.size);
      await Promise.resolve();
      underWay.delete(partition);
      return [responseOf(record)];
    },
    't',
    [...numbered(0, 100), big, big, big],
  );
  expect(most).toBe(PARTITIONS);
});

test.each([
  ['no answer at all', () => []],
  ['two answers', (response: RecordMetadata) => [response, response]],
  ['another partition', (response: RecordMetadata) => [{ ...response, partition: response.partition + 1 }]],
  ['another topic', (response: RecordMetadata) => [{ ...response, topicName: 'u' }]],
  ['an error', (response: RecordMetadata) => [{ ...response, errorCode: 6 }]],
] as [string, (response: RecordMetadata) => RecordMetadata[]][])(
  'a send that returns %s is an error, and the number of partitions is requested again',
  async (_, wrong) => {
    const { sendAll, forgotten } = create();
    const sending = sendAll(async (record) => wrong(responseOf(record)), 't', numbered(0, 1));
    await expect(sending).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect(forgotten).toEqual(['t']);
  },
);

test('it rejects only when nothing is in flight any more', async () => {
  let underWay = 0;
  const sending = create().sendAll(
    async (record) => {
      if (partitionOf(record) === 1) throw new Error('refused');
      underWay += 1;
      await new Promise(setImmediate);
      underWay -= 1;
      return [responseOf(record)];
    },
    't',
    numbered(0, 100),
  );
  await expect(sending).rejects.toThrow('refused');
  expect(underWay).toBe(0);
});

test('a producer that sees another number of partitions than the records were divided by is stopped', async () => {
  const { sendAll, createPartitioner } = create();
  await sendAll(async (record) => [responseOf(record)], 't', numbered(0, 1));
  const seen = (partitions: number) =>
    createPartitioner()({
      topic: 't',
      message: { value: '', partition: 3 },
      partitionMetadata: Array.from({ length: partitions }, (_, partitionId) => ({
        partitionId,
        partitionErrorCode: 0,
        leader: 0,
        replicas: [],
        isr: [],
      })),
    });
  expect(seen(PARTITIONS)).toBe(3);
  expect(() => seen(PARTITIONS + 1)).toThrow('t has 5 partitions, not 4');
  expect(() => seen(PARTITIONS - 1)).toThrow('t has 3 partitions, not 4');
});

test('where each record was written is returned in the order of the records, run by run', async () => {
  const next = new Map<number, number>();
  const value = 'x'.repeat(MAX_BATCH_BYTES / 3);
  const records = numbered(0, 40, (n) => `k${n}`).map((record) => ({ ...record, value }));
  const written = new Map<string, unknown>();
  const { sendAll } = create();
  const locations = await sendAll(
    async (record) => {
      const partition = partitionOf(record);
      const first = next.get(partition) ?? 100 * partition;
      record.messages.forEach(({ key }, i) => written.set(String(key), { partition, offset: first + i }));
      next.set(partition, first + record.messages.length);
      return [{ ...responseOf(record), baseOffset: String(first) }];
    },
    't',
    records,
  );
  expect(locations).toEqual(records.map(({ key }) => written.get(String(key))));
  expect(locations.map((location) => location!.partition)).toEqual(
    records.map(({ key }) => keyPartition(String(key), PARTITIONS)),
  );
});

test('a location that the broker does not tell is not known, and the records are written all the same', async () => {
  const told = ['-1', undefined];
  const { sendAll } = create();
  for (const baseOffset of told)
    expect(
      await sendAll(async (record) => [{ ...responseOf(record), baseOffset }], 't', numbered(0, 1)),
    ).toEqual([null]);
});
