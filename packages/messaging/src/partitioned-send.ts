import { appError } from '@skillstream/errors';
import kafkajs, {
  Partitioners,
  type ICustomPartitioner,
  type ProducerRecord,
  type RecordMetadata,
} from 'kafkajs';
import type { partitionCounts } from './partition-count.ts';
import type { OutgoingRecord } from './record.ts';
import { splitByBytes } from './split-by-bytes.ts';

// A leader that waits for a replica times out before the client does, and is free for the retry.
const REPLICATION_TIMEOUT_MS = 8000;

type Send = (record: ProducerRecord) => Promise<RecordMetadata[]>;

/** Where a record was written; null where the broker did not say, as for a repeat that it has long recognised. */
export type RecordLocation = { partition: number; offset: number } | null;

// CommonJS: Node does not see this name among kafkajs' exports.
const { KafkaJSNonRetriableError } = kafkajs;

/**
 * One partition's result of one send, or an error: records may have been left out, or written more than once.
 * @returns the offset of the first record; -1 where it is not known
 */
const checkResponse = (topic: string, partition: number, responses: RecordMetadata[]): number => {
  const [response] = responses;
  const covered =
    response?.topicName === topic && response.partition === partition && response.errorCode === 0;
  if (responses.length === 1 && covered) return Number(response.baseOffset ?? -1);
  throw appError('unavailable', `the answer does not cover partition ${partition} of ${topic} exactly once`, {
    context: { responses },
  });
};

const metadataOf = (count: number) =>
  Array.from({ length: count }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 0,
    replicas: [],
    isr: [],
  }));

/** The partition that a key lies in, of so many: as every publisher here chooses it. */
export const partitionOf = (key: string, count: number): number =>
  Partitioners.DefaultPartitioner()({
    topic: '',
    partitionMetadata: metadataOf(count),
    message: { key, value: null },
  });

/**
 * Sends records so that none is lost or duplicated while leaders move. Over the retries of one `send` kafkajs
 * remembers which brokers have responded: records whose partition moved to such a broker are never sent, and those
 * still in flight to another one are sent again. With one partition per `send` there is one broker and one request at
 * a time, a retry has the same sequence number, and the broker recognises it. So the records are divided here; the
 * order within a partition is kept.
 * @param counts the number of partitions by which the records are divided
 * @returns `createPartitioner` for the producer, and `sendAll`, which must not run concurrently, and takes a
 * topic by its name in Kafka
 */
export const createPartitionedSend = (counts: ReturnType<typeof partitionCounts>) => {
  const choose = Partitioners.DefaultPartitioner();
  const expected = new Map<string, number>();

  /**
   * The partition chosen here; throws when the producer sees another number of partitions than the records were
   * divided by.
   */
  const createPartitioner: ICustomPartitioner = () => (args) => {
    const { topic, partitionMetadata, message } = args;
    const count = expected.get(topic);
    if (partitionMetadata.length === count) return message.partition!;
    throw new KafkaJSNonRetriableError(`${topic} has ${partitionMetadata.length} partitions, not ${count}`);
  };

  const divide = (topic: string, count: number, records: readonly OutgoingRecord[]) => {
    const partitionMetadata = metadataOf(count);
    const divided = new Map<number, (OutgoingRecord & { partition: number; index: number })[]>();
    records.forEach((record, index) => {
      const partition = choose({ topic, partitionMetadata, message: record });
      const list = divided.get(partition) ?? [];
      list.push({ ...record, partition, index });
      divided.set(partition, list);
    });
    return divided;
  };

  /**
   * Resolves when every record is written exactly once; partitions are sent concurrently. When it rejects, nothing is
   * in flight any more, and the producer must not be used again.
   * @returns where each record is, in the order of the records
   */
  const sendAll = async (
    send: Send,
    topic: string,
    records: readonly OutgoingRecord[],
  ): Promise<readonly RecordLocation[]> => {
    const locations = Array.from<RecordLocation>({ length: records.length }).fill(null);
    if (records.length === 0) return locations;
    const count = await counts.of(topic);
    expected.set(topic, count);
    let failed = false;
    const sendPartition = async (partition: number, list: (OutgoingRecord & { index: number })[]) => {
      try {
        for (const messages of splitByBytes(list)) {
          if (failed) return;
          const first = checkResponse(
            topic,
            partition,
            await send({ topic, messages, acks: -1, timeout: REPLICATION_TIMEOUT_MS }),
          );
          if (first >= 0)
            messages.forEach(({ index }, i) => (locations[index] = { partition, offset: first + i }));
        }
      } catch (error) {
        failed = true;
        throw error;
      }
    };
    const sends = [...divide(topic, count, records)].map(([partition, list]) =>
      sendPartition(partition, list),
    );
    const settled = await Promise.allSettled(sends);
    const refused = settled.find((result) => result.status === 'rejected');
    if (!refused) return locations;
    counts.forget(topic);
    throw refused.reason;
  };

  return { createPartitioner, sendAll };
};
