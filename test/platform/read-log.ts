import { eventHeaders } from '@skillstream/contracts';
import { createKafka, createTopicAdmin, isExpired, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';

/** A committed record of one of our topics, as far as a check of the logs needs it. */
export type LogEntry = {
  partition: number;
  offset: number;
  eventId: string;
  postingId: string;
  version: number;
  retracted: boolean;
};

/**
 * Every committed record of the topics, in order within a partition, but those that only take text away.
 * @param prefix what their names begin with in Kafka
 */
export const readLogs = async (brokers: string[], topics: string[], prefix = ''): Promise<LogEntry[][]> => {
  const kafka = createKafka(brokers, 'read-logs', silentLog(), { prefix });
  const admin = createTopicAdmin(kafka, silentLog());
  const readOne = async (topic: string): Promise<LogEntry[]> => {
    const entries: LogEntry[] = [];
    const keep = toTheEnd((partition, records) => {
      for (const { offset, headers, value } of records) {
        if (isExpired({ headers, value })) continue;
        entries.push({
          partition,
          offset,
          eventId: headers[eventHeaders.id]!,
          postingId: headers[eventHeaders.subject]!,
          version: Number(headers[eventHeaders.postingVersion]),
          retracted: value === null,
        });
      }
    });
    await readRange({ kafka, admin }, topic, keep);
    return entries;
  };
  try {
    const logs: LogEntry[][] = [];
    for (const topic of topics) logs.push(await readOne(topic));
    return logs;
  } finally {
    await admin.close();
  }
};
