import { encodeEvent, type OutgoingRecord } from '@skillstream/messaging';
import { extractContext } from '@skillstream/telemetry';
import type { PendingPosting } from '../store/pending.ts';
import { trailOf } from '../store/trail.ts';

/** Inserts one field into the stored JSON; parsing it for that would cost more than publishing it. */
const withVersion = (json: Buffer, version: number): Buffer =>
  Buffer.concat([json.subarray(0, -1), Buffer.from(`,"version":${version}}`)]);

/**
 * The event of a pending version; its id is made of posting and version, so a repeat is the same event.
 * @param replica the name of the one that publishes it
 */
export const eventOf = (pending: PendingPosting, replica?: string): OutgoingRecord => {
  const time = pending.updatedAt.toISOString();
  const isRepeat = Boolean(trailOf(pending).requeuedAt);
  const event = encodeEvent({
    id: `${pending._id}:${pending.pendingVersion}`,
    type: pending.retracted ? 'posting.retracted' : 'posting.received',
    source: 'skillstream/ingestion',
    time,
    acceptedTime: isRepeat ? undefined : time,
    subject: pending._id,
    postingSource: pending.source,
    version: pending.pendingVersion,
    trace: extractContext(pending),
    replica,
    data: pending.posting && {},
  });
  return pending.posting === null
    ? event
    : { ...event, value: withVersion(pending.posting, pending.pendingVersion) };
};
