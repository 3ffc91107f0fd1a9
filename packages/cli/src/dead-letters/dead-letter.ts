import { deadLetterHeaders } from '@skillstream/contracts';
import type { LogRecord } from '@skillstream/messaging';

/** A record that a consumer could not process: where it was (its identity), where its dead letter is now, and why. */
export type DeadLetter = {
  identity: string;
  storedAt: string;
  topic: string;
  code: string;
  reason: string;
  attempts: string;
  time: string;
  key: string | null;
  value: string | null;
};

type Read = Pick<LogRecord, 'topic' | 'partition' | 'offset' | 'key' | 'value' | 'headers'>;

/** Reads a record of a dead-letter topic. */
export const toDeadLetter = (record: Read): DeadLetter => {
  const header = (name: keyof typeof deadLetterHeaders) => record.headers[deadLetterHeaders[name]] ?? '–';
  return {
    identity: `${header('topic')}/${header('partition')}/${header('offset')}`,
    storedAt: `${record.topic}/${record.partition}/${record.offset}`,
    topic: header('topic'),
    code: header('code'),
    reason: header('reason'),
    attempts: header('attempts'),
    time: header('time'),
    key: record.key,
    value: record.value?.toString('utf8') ?? null,
  };
};
