import { createKafka, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { deadLetter, withoutRepeats, type DeadLetter } from './dead-letter.ts';

export type { DeadLetter } from './dead-letter.ts';

/** All dead letters of the topics; a topic that does not exist holds none. */
export const readDeadLetters = async (brokers: string[], topics: string[]): Promise<DeadLetter[]> => {
  const log = silentLog();
  const kafka = createKafka(brokers, 'skillstream-cli', log);
  const admin = createTopicAdmin(kafka, log);
  const letters: DeadLetter[] = [];
  try {
    const take = toTheEnd((_partition, records) => void letters.push(...records.map(deadLetter)));
    for (const topic of topics) await readRange({ kafka, admin }, topic, take);
  } finally {
    await admin.close();
  }
  return withoutRepeats(letters);
};
