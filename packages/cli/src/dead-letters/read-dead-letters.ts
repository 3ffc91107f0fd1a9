import { createKafka, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { toDeadLetter, type DeadLetter } from './dead-letter.ts';

export type { DeadLetter } from './dead-letter.ts';

/**
 * Reads all dead letters of the topics; a topic that does not exist has none.
 * @param take called with each, also with repeated ones
 */
export const readDeadLetters = async (
  brokers: string[],
  topics: string[],
  take: (letter: DeadLetter) => void,
): Promise<void> => {
  const log = silentLog();
  const kafka = createKafka(brokers, 'skillstream-cli', log);
  const admin = createTopicAdmin(kafka, log);
  try {
    const reader = toTheEnd((_partition, records) => records.forEach((record) => take(toDeadLetter(record))));
    for (const topic of topics) await readRange({ kafka, admin }, topic, reader);
  } finally {
    await admin.close();
  }
};
