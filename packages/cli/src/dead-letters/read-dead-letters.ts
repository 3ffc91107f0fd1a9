import { createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { createKafkaClient } from '../platform/kafka-client.ts';
import { toDeadLetter, type DeadLetter } from './dead-letter.ts';

export type { DeadLetter } from './dead-letter.ts';

/**
 * Reads all dead letters of the topics; a topic that does not exist has none.
 * @param take called with each, also with repeated ones
 * @param drop called with the identity of one that was erased after it was taken
 */
export const readDeadLetters = async (
  brokers: string[],
  topics: string[],
  take: (letter: DeadLetter) => void,
  drop: (identity: string) => void,
): Promise<void> => {
  const log = silentLog();
  const kafka = createKafkaClient(brokers);
  const admin = createTopicAdmin(kafka, log);
  try {
    const reader = toTheEnd((_partition, records) => {
      for (const record of records) {
        const letter = toDeadLetter(record);
        if (letter) take(letter);
        else if (record.key !== null) drop(record.key);
      }
    });
    for (const topic of topics) await readRange({ kafka, admin }, topic, reader);
  } finally {
    await admin.close();
  }
};
