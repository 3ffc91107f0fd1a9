import { eventHeaders, type Sighting } from '@skillstream/contracts';
import type { Channel } from '@skillstream/runtime';
import { contextOfRecord } from './event-codec.ts';
import type { LogRecord } from './record.ts';

type Stage = Sighting['stage'];
type Sight = Channel['sight'];

const sightAt = (sight: Sight, record: LogRecord, seen: { stage: Stage; dead?: true }): void => {
  const { key: postingId, topic, partition, offset } = record;
  const version = Number(record.headers[eventHeaders.postingVersion]);
  if (postingId === null || !Number.isSafeInteger(version) || version < 1) return;
  const alone = contextOfRecord(record)?.sampled ?? false;
  sight({ ...seen, postingId, version, topic, partition, offset }, alone);
};

/**
 * Lets the posting of a consumed record be seen at a stage, if it is one of the sample. A record without key or
 * version is no posting's, and is not seen.
 */
export const sightRecord = (sight: Sight, stage: Stage, record: LogRecord): void =>
  sightAt(sight, record, { stage });

/** The same for one whose record became a dead letter after the stage: it goes no further. */
export const sightDeath = (sight: Sight, stage: Stage, record: LogRecord): void =>
  sightAt(sight, record, { stage, dead: true });
