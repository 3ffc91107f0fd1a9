import { deadLetterHeaders } from '@skillstream/contracts';
import { SkillstreamError, messageOf } from '@skillstream/runtime';
import type { LogRecord, OutgoingRecord } from './record.ts';

/**
 * A record that a consumer cannot take, with the reason: the original bytes and headers, and ours beside them.
 * Its identity is topic, partition and offset, so a repeat is no second one.
 * @param attempts how often it was tried, 1 at least
 */
export const deadLetterOf = (
  record: LogRecord,
  error: unknown,
  attempts: number,
  now: Date,
): OutgoingRecord => ({
  key: record.raw.key,
  value: record.value,
  headers: {
    ...record.raw.headers,
    [deadLetterHeaders.reason]: messageOf(error),
    [deadLetterHeaders.code]: error instanceof SkillstreamError ? error.code : 'internal',
    [deadLetterHeaders.topic]: record.topic,
    [deadLetterHeaders.partition]: String(record.partition),
    [deadLetterHeaders.offset]: String(record.offset),
    [deadLetterHeaders.attempts]: String(attempts),
    [deadLetterHeaders.time]: now.toISOString(),
  },
});
