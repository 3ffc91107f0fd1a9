import { eventHeaders, type Sighting } from '@skillstream/contracts';
import type { Channel } from '@skillstream/runtime';
import { traceOfRecord } from './event-codec.ts';
import type { LogRecord } from './record.ts';

/**
 * Lets the posting of a consumed record be seen at a stage, if it is one of the sample. A record without key or
 * version is no posting's, and is not seen.
 */
export const sightRecord = (sight: Channel['sight'], stage: Sighting['stage'], record: LogRecord): void => {
  const { key: postingId, topic, partition, offset } = record;
  const version = Number(record.headers[eventHeaders.postingVersion]);
  if (postingId === null || !Number.isSafeInteger(version) || version < 1) return;
  const alone = traceOfRecord(record)?.sampled ?? false;
  sight({ stage, postingId, version, topic, partition, offset }, alone);
};
