import { deadLetterHeaders } from '@skillstream/contracts';
import { readLetter, type LogRecord } from '@skillstream/messaging';

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

/** Reads a record of a dead-letter topic; null for a tombstone, which takes away the letter of its key. */
export const toDeadLetter = (record: Read): DeadLetter | null => {
  const letter = readLetter(record);
  if (!letter) return null;
  const header = (name: keyof typeof deadLetterHeaders) => record.headers[deadLetterHeaders[name]] ?? '–';
  return {
    identity: letter.identity,
    storedAt: `${record.topic}/${record.partition}/${record.offset}`,
    topic: header('topic'),
    code: header('code'),
    reason: header('reason'),
    attempts: header('attempts'),
    time: header('time'),
    key: letter.key,
    value: letter.value?.toString('utf8') ?? null,
  };
};
