import { encodeEvent, type OutgoingRecord } from '@skillstream/messaging';
import { parseTraceparent } from '@skillstream/runtime';
import type { PendingPosting } from '../store/pending.ts';

/** The event of a pending version; its id is made of posting and version, so a repeat is the same event. */
export const eventOf = (pending: PendingPosting): OutgoingRecord =>
  encodeEvent({
    id: `${pending._id}:${pending.pendingVersion}`,
    type: pending.retracted ? 'posting.retracted' : 'posting.received',
    source: 'skillstream/ingestion',
    time: pending.updatedAt.toISOString(),
    subject: pending._id,
    postingSource: pending.source,
    version: pending.pendingVersion,
    trace: parseTraceparent(pending.traceparent ?? undefined),
    data: pending.posting && { ...pending.posting, version: pending.pendingVersion },
  });
