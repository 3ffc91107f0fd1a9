import { encodeEvent, type OutgoingRecord } from '@skillstream/messaging';
import { extractContext } from '@skillstream/telemetry';
import { expiredAtOf } from '../store/expired-at.ts';
import type { PendingPosting } from '../store/pending.ts';
import { storedAtOf } from '../store/stored-at.ts';
import { trailOf } from '../store/trail.ts';

/** Inserts fields into the stored JSON; parsing it for that would cost more than publishing it. */
const withVersion = (json: Buffer, { pendingVersion, job, primary }: PendingPosting): Buffer => {
  const fields = [
    `"version":${pendingVersion}`,
    ...(typeof job === 'string' ? [`"job":${JSON.stringify(job)}`] : []),
    ...(typeof primary === 'boolean' ? [`"primary":${primary}`] : []),
  ];
  return Buffer.concat([json.subarray(0, -1), Buffer.from(`,${fields.join(',')}}`)]);
};

/**
 * The event of a pending version, or the tombstone that takes the text of an expired posting out of the topic. That
 * one is of type `posting.received`, and has no value: a tagging that does not know the header `expired` finds no
 * posting in it and makes it a dead letter, where a retraction would take the posting out of every count. The id is
 * made of posting and version, so a repeat is the same event.
 * @param replica the name of the one that publishes it
 */
export const eventOf = (pending: PendingPosting, replica?: string): OutgoingRecord => {
  const time = storedAtOf(pending).toISOString();
  // Of a version that linking made, too, the text is of before: from its time on nobody has waited for it.
  const { requeuedAt, linkedAt } = trailOf(pending);
  const isRepeat = Boolean(requeuedAt ?? linkedAt);
  const expired = expiredAtOf(pending)?.toISOString();
  const event = encodeEvent({
    id: `${pending._id}:${pending.pendingVersion}${expired ? ':expired' : ''}`,
    type: pending.retracted ? 'posting.retracted' : 'posting.received',
    source: 'skillstream/ingestion',
    time: expired ?? time,
    acceptedTime: isRepeat || expired ? undefined : time,
    subject: pending._id,
    postingSource: pending.source,
    version: pending.pendingVersion,
    trace: extractContext(pending),
    ...{ replica, expired },
    data: pending.posting && {},
  });
  return pending.posting === null ? event : { ...event, value: withVersion(pending.posting, pending) };
};
