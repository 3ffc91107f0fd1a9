import type { CountedTrail, FactTrail, LetterTrail, ViewTrail } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import type { DeadLetter } from '../reconciliation/row/dead-letter-counts.ts';
import type { FactDocument } from '../stores/mongo/fact-document.ts';
import type { Stores } from '../stores/stores-of.ts';

type TrailFact = Pick<FactDocument, 'source' | 'version' | 'retracted' | 'partition' | 'offset' | 'trail'>;
type Engine = { stores: () => Promise<Pick<Stores, 'facts' | 'views'>>; partitions: () => Promise<number> };

export type ReadTrailDeps = Engine & {
  /** The partition that a key lies in. */
  partitionOf: (key: string, partitions: number) => number;
  /** The newest dead letters of a posting, one a dead-letter partition. */
  lettersOf: (postingId: string) => Promise<DeadLetter[]>;
};

const fields = { source: 1, version: 1, retracted: 1, partition: 1, offset: 1, trail: 1 } as const;
const dateOf = (ms: number | null | undefined): string | null =>
  typeof ms === 'number' && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;

/** What a fact tells of its posting's way; a fact of an earlier release tells its place alone. */
export const toFactTrail = ({ trail, ...fact }: TrailFact): FactTrail => {
  const { source, version, retracted, partition, offset } = fact;
  const { received } = trail ?? {};
  return {
    ...{ source, version, retracted, partition, offset },
    acceptedAt: dateOf(trail?.acceptedMs),
    received: received
      ? {
          ...{ partition: received.partition, offset: received.offset },
          ...{ at: dateOf(received.ms), replica: received.by ?? null },
        }
      : null,
    ...{ taggedAt: dateOf(trail?.taggedMs), taggedBy: trail?.taggedBy ?? null },
    ...{ countedAt: dateOf(trail?.countedMs), countedBy: trail?.countedBy ?? null },
    traceId: trail?.traceId ?? null,
  };
};

/** A dead letter as a journey shows it; null where it does not name a record that a journey can point at. */
export const toLetterTrail = ({ identity, posting, death }: DeadLetter): LetterTrail | null => {
  const [, topic, partition, offset] = /^(.{1,249})\/(\d{1,9})\/(\d{1,15})$/.exec(identity) ?? [];
  if (posting === null || topic === undefined) return null;
  return {
    ...{ version: posting.version, topic, partition: Number(partition), offset: Number(offset) },
    ...{ at: dateOf(death?.ms), code: death?.code ?? null, reason: death?.reason ?? null },
  };
};

/**
 * Reads how a posting was tagged and counted, each part from where it is stored: the fact from MongoDB, the
 * contribution to the views from Redis, dead letters from MongoDB. A part that cannot be read is named, and fails
 * nothing.
 */
export const createReadTrail = ({ stores, partitions, partitionOf, lettersOf }: ReadTrailDeps) => {
  const factOf = async (postingId: string): Promise<FactTrail | null> => {
    const { facts } = await stores();
    const found = await facts.facts().findOne<TrailFact>({ _id: postingId }, { projection: fields });
    return found && toFactTrail(found);
  };
  const viewOf = async (postingId: string, fact: FactTrail | null): Promise<ViewTrail | null> => {
    const { views } = await stores();
    const partition = fact?.partition ?? partitionOf(postingId, await partitions());
    const found = await views.trail(partition, postingId, fact?.offset ?? null);
    if (!found) return null;
    const { version, position, countedMs, countedBy } = found;
    return { version, position, at: dateOf(countedMs), replica: countedBy };
  };

  return async (postingId: string): Promise<CountedTrail> => {
    const missing: CountedTrail['missing'] = [];
    const orNamed = async <T>(part: (typeof missing)[number]['part'], read: () => Promise<T>, none: T) => {
      try {
        return await read();
      } catch (error) {
        missing.push({ part, reason: loggedError(error) });
        return none;
      }
    };
    const fact = await orNamed('facts', () => factOf(postingId), null);
    const [view, letters] = await Promise.all([
      orNamed('views', () => viewOf(postingId, fact), null),
      orNamed('dead letters', () => lettersOf(postingId), []),
    ]);
    return {
      ...{ fact, view },
      letters: letters.map(toLetterTrail).filter((one) => one !== null),
      missing,
    };
  };
};

export type ReadTrail = ReturnType<typeof createReadTrail>;
