import type { AcceptedTrail } from '@skillstream/contracts';
import { parseTraceparent } from '@skillstream/telemetry';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';
import { storedAtOf } from './stored-at.ts';
import { trailOf } from './trail.ts';

/** What is stored of a posting's way into the log; how far tagging has read is not stored here. */
export type Trail = Omit<AcceptedTrail, 'taggedUpTo'>;
type Stored = Pick<
  PostingDocument,
  | ('_id' | 'source' | 'version' | 'retracted' | 'pendingVersion' | 'updatedAt' | 'trail')
  | ('traceparent' | 'expiredAt' | 'closedAt')
>;

const projection = {
  ...{ source: 1, version: 1, retracted: 1, pendingVersion: 1, updatedAt: 1, trail: 1 },
  ...{ traceparent: 1, expiredAt: 1, closedAt: 1 },
} as const;
const PLACE_UNKNOWN = { partition: null, offset: null, at: null, replica: null };
const traceIdOf = (traceparent: string | null): string | null => {
  const context = parseTraceparent(traceparent);
  return context?.sampled ? context.traceId : null;
};
const dateOf = (at: Date | undefined): string | null => at?.toISOString() ?? null;

/**
 * The trail of a document. A version that is not pending is in the log, also where it was published by a release that
 * did not store where. One that is to be published again is in the log already, by its earlier publication.
 */
const readTrail = ({ _id, source, retracted, pendingVersion, ...rest }: Stored): Trail => {
  const { version, acceptedBy, requeuedAt, linkedAt, published } = trailOf(rest);
  const { partition, offset, at, by } = published ?? {};
  const known = published && { partition, offset, at: dateOf(at), replica: by };
  const pending = pendingVersion !== null;
  const expiredAt = expiredAtOf({ retracted, ...rest });
  return {
    ...{
      postingId: _id,
      source,
      version,
      retracted,
      pending,
      at: (linkedAt ?? storedAtOf(rest)).toISOString(),
    },
    replica: acceptedBy ?? null,
    ...{ requeuedAt: dateOf(requeuedAt), traceId: traceIdOf(rest.traceparent) },
    published: pending && !known ? null : { ...PLACE_UNKNOWN, ...known },
    ...(expiredAt && { expiredAt: expiredAt.toISOString() }),
  };
};

/** Reads a posting's trail by its id, without its content; null when it is unknown. Throws `unavailable`. */
export const createTrailReader =
  (documents: Documents) =>
  (id: string): Promise<Trail | null> =>
    engineCall('Cannot read a posting', async () => {
      const found = await documents.postings().findOne<Stored>({ _id: id }, { projection });
      return found && readTrail(found);
    });

export type TrailReader = ReturnType<typeof createTrailReader>;
