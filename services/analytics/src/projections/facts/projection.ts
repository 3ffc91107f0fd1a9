import type { LogRecord, Owner } from '@skillstream/messaging';
import { readBatch, type Change, type Poison } from '../../contribution/read-batch.ts';
import type { Fact, FactStore } from './fact-store.ts';
import type { StoredFactTrail } from './fact-trail.ts';

/** Steps at which tests stop, pause or race an owner. */
type FactHooks = { afterWrite?: (partition: number) => Promise<void> | void };

type FactsProjectionDeps = {
  store: FactStore;
  hooks?: FactHooks;
  /** Dead-letters what neither projection can decode; only this one does, so that there is one dead letter. */
  onPoison?: (poison: Poison[]) => Promise<void>;
  /** Called once the position has moved past these. */
  onWritten?: (changes: readonly Change[]) => void;
  /** Called where the stored position is not the expected one, so that it was not moved. */
  onRefused?: (partition: number, expected: number, found: number) => void;
  /** What is stored of how a record came here; nothing without it. */
  trailOf?: (record: LogRecord) => StoredFactTrail;
};

const lastOf = (changes: Change[], partition: number, trailOf: FactsProjectionDeps['trailOf']): Fact[] => [
  ...new Map(
    changes.map(({ postingId, offset, contribution, record }) => [
      postingId,
      { postingId, partition, offset, contribution, trail: trailOf?.(record) },
    ]),
  ).values(),
];

/**
 * Projects events into facts. Each fact is guarded by its offset, and the position moves by compare-and-set after the
 * facts are written, so that repeats and zombies are harmless (docs/guarantees.md, 3).
 */
export const createFactsProjection = ({
  store,
  hooks = {},
  onPoison,
  trailOf,
  onWritten,
  onRefused,
}: FactsProjectionDeps) => ({
  acquire: async (partition: number): Promise<Owner> => {
    let expected = await store.position(partition);
    return {
      next: expected + 1,
      take: async (records: LogRecord[], upTo: number) => {
        const { changes, poison } = readBatch(records);
        if (poison.length > 0) await onPoison?.(poison);
        await store.write(lastOf(changes, partition, trailOf));
        await hooks.afterWrite?.(partition);
        const position = await store.move(partition, expected, upTo);
        if (position === upTo) onWritten?.(changes);
        else onRefused?.(partition, expected, position);
        expected = position;
        return expected + 1;
      },
      check: async (fetched: number, end: number) => {
        const position = await store.touch(partition, expected, fetched, end >= 0 && fetched >= end);
        if (position === expected) return null;
        onRefused?.(partition, expected, position);
        expected = position;
        return position + 1;
      },
    };
  },
});
