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
import { kafkaFindings, type PostingRecordAt } from './kafka-findings.ts';

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
    if (ends.length === 0) return { place: `Kafka, ${topic}`, findings: [], complete: true };
    const only = isKeyed ? partitionOf(id, ends.length) : null;
    const isOf = isKeyed ? ({ key }: LogRecord) => key === id : lettersOf(id);
    const records: PostingRecordAt[] = [];
    let complete = true;
    await readRange({ kafka, admin }, topic, {
      until: async (partition, end) => {
        if (only !== null && partition !== only) return 0;
        if (performance.now() <= untilMs) return end;
        complete = false;
        return 0;
      },
      onRecords: (_partition, found) => {
        records.push(...found.filter(isOf).map(recordAt));
        if (performance.now() > untilMs) complete = false;
      },
      isEnough: () => !complete,
    });
    const config = await admin.settings(topic);
    return {
      place: `Kafka, ${topic}`,
      findings: kafkaFindings(topic, records, { config, now, complete }),
      complete,
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
