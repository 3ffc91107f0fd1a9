import {
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
} from '@skillstream/contracts';
import { createTopicAdmin, partitionOf, readLetter, readRange, type LogRecord } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { createKafkaClient } from '../platform/kafka-client.ts';
import type { Looked } from './finding.ts';
import { foundOf } from './found.ts';
import { kafkaFindings, type PostingRecordAt } from './kafka-findings.ts';

/** Records of one posting that are kept in memory, some 100 bytes each: a tombstone at the end decides of all. */
const MOST_RECORDS = 500_000;

const recordAt = ({ partition, offset, timestampMs, key, value }: LogRecord): PostingRecordAt => ({
  ...{ partition, offset, timestampMs, key },
  hasText: value !== null,
});

/** Picks the records of a posting, and later what takes its letters away. */
const lettersOf = (id: string) => {
  const keys = new Set<string>();
  return (record: LogRecord): boolean => {
    const letter = readLetter(record);
    if (!letter) return record.key === id || (record.key !== null && keys.has(record.key));
    if (letter.key !== id) return false;
    if (record.key !== null) keys.add(record.key);
    return true;
  };
};

/**
 * What Kafka has of a posting: its records in both topics, and its dead letters. Topics are read from the beginning;
 * of the first two only the partition that the posting lies in.
 * @param untilMs nothing is fetched after that, on the clock of performance.now()
 */
export const lookInKafka = async (
  brokers: string[],
  id: string,
  { untilMs, now }: { untilMs: number; now: Date },
): Promise<Looked[]> => {
  const log = silentLog();
  const kafka = createKafkaClient(brokers);
  const admin = createTopicAdmin(kafka, log);
  const look = async (topic: string, isKeyed: boolean): Promise<Looked> => {
    const ends = await admin.ends(topic);
    // The services make every topic when they start: without it this is not the Kafka, or not the prefix.
    if (ends.length === 0)
      return {
        ...{ store: 'Kafka', place: topic, ...foundOf([]), complete: false },
        reason: 'there is no such topic: is KAFKA_PREFIX that of the services?',
      };
    const only = isKeyed ? partitionOf(id, ends.length) : null;
    const isOf = isKeyed ? ({ key }: LogRecord) => key === id : lettersOf(id);
    const records: PostingRecordAt[] = [];
    let [complete, tooMany] = [true, false];
    const keep = (record: LogRecord): void => {
      if (records.length < MOST_RECORDS) records.push(recordAt(record));
      else tooMany = true;
    };
    await readRange({ kafka, admin }, topic, {
      until: async (partition, end) => {
        if (only !== null && partition !== only) return 0;
        if (performance.now() <= untilMs) return end;
        complete = false;
        return 0;
      },
      onRecords: (_partition, found) => {
        // One by one: as arguments of a call there may be too many.
        for (const record of found) if (isOf(record)) keep(record);
        if (tooMany || performance.now() > untilMs) complete = false;
      },
      isEnough: () => !complete,
    });
    const config = await admin.settings(topic);
    return {
      ...{ store: 'Kafka', place: topic, complete },
      ...foundOf(kafkaFindings(topic, records, { config, now, complete })),
      ...(tooMany && { reason: `it has over ${MOST_RECORDS} records of it` }),
    };
  };
  try {
    const looked: Looked[] = [];
    for (const { name } of [postingsReceived, postingsTagged]) looked.push(await look(name, true));
    for (const { name } of [receivedDeadLetters, taggedDeadLetters]) looked.push(await look(name, false));
    return looked;
  } finally {
    await admin.close();
  }
};
