import { randomUUID } from 'node:crypto';
import { deadLetterHeaders, eventHeaders } from '@skillstream/contracts';
import { createRunner, type Kafka, type LogRecord, type TopicAdmin } from '@skillstream/messaging';
import type { Log } from '@skillstream/runtime';
import { createDeadLetterTally, type DeadLetter } from '../ledger/dead-letter-tally.ts';

export type DeadLettersConsumerDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  topics: string[];
  groupPrefix: string;
  log: Log;
};

const toDeadLetter = ({ key, value, headers, topic, partition, offset }: LogRecord): DeadLetter => {
  const version = Number(headers[eventHeaders.postingVersion]);
  const source = headers[eventHeaders.postingSource];
  return {
    identity: [
      headers[deadLetterHeaders.topic] ?? topic,
      headers[deadLetterHeaders.partition] ?? partition,
      headers[deadLetterHeaders.offset] ?? offset,
    ].join('/'),
    posting:
      key && source && version > 0 ? { postingId: key, source, version, retracted: value === null } : null,
  };
};

/** Keeps a tally of all dead letters in memory: there are few, and each start reads them from the beginning. */
export const createDeadLettersConsumer = ({
  kafka,
  admin,
  topics,
  groupPrefix,
  log,
}: DeadLettersConsumerDeps) => {
  const tally = createDeadLetterTally();
  const runners = topics.map((topic) =>
    createRunner({
      kafka,
      admin,
      topic,
      log,
      groupId: `${groupPrefix}analytics-dead-letters-${randomUUID()}`,
      commitForLag: false,
      own: async () => ({
        next: 0,
        take: async (records, upTo) => {
          for (const record of records) tally.add(toDeadLetter(record));
          return upTo + 1;
        },
      }),
    }),
  );
  return {
    tally,
    start: () => runners.forEach((runner) => runner.start()),
    stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))),
    lag: async () =>
      (await Promise.all(runners.map((runner) => runner.lag()))).reduce((sum, one) => sum + one, 0),
  };
};

export type DeadLettersConsumer = ReturnType<typeof createDeadLettersConsumer>;
