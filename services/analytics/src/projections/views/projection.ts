import type { LogRecord, Owner } from '@skillstream/messaging';
import { readBatch, type Change } from '../../contribution/read-batch.ts';
import { incrementsOf, incrementCount, type ViewIncrements } from './view-increments.ts';
import type { ViewStore } from './view-store.ts';

/** Bound of one script, so that Redis is not blocked for other clients. */
const MAX_INCREMENTS = 20_000;
const MAX_POSTINGS = 500;

/** Steps at which tests stop, pause or race an owner. */
type ViewHooks = {
  afterRead?: (partition: number) => Promise<void> | void;
  afterWrite?: (partition: number) => Promise<void> | void;
};

export type ViewsProjectionDeps = {
  store: ViewStore;
  hooks?: ViewHooks;
  onCounted?: (changes: Change[], increments: ViewIncrements) => void;
  /** Called where the stored position is not the expected one, so that nothing was written. */
  onRefused?: (partition: number, expected: number, found: number) => void;
};

/**
 * Projects events into views: counts, contributions and position of a partition change together or not at all. An
 * owner keeps the position that it expects in memory; where Redis has another, the change is dropped and reading
 * resumes from the position in Redis (docs/guarantees.md, 3).
 */
export const createViewsProjection = ({ store, hooks = {}, onCounted, onRefused }: ViewsProjectionDeps) => ({
  /** @param known the position, where it was read beside what is known of the state: one read, one moment */
  acquire: async (partition: number, known?: number): Promise<Owner> => {
    let expected = known ?? (await store.position(partition));
    const goOnAfter = (position: number): number => {
      onRefused?.(partition, expected, position);
      expected = position;
      return position + 1;
    };

    /** @returns null when applied, else the position to resume from */
    const apply = async (changes: Change[], upTo: number): Promise<number | null> => {
      const ids = [...new Set(changes.map((change) => change.postingId))];
      const { position, present } = await store.read(partition, ids);
      if (position !== expected) return goOnAfter(position);
      const change = incrementsOf(changes, present);
      if (incrementCount(change.increments) > MAX_INCREMENTS && changes.length > 1) {
        const half = changes.length >> 1;
        return (
          (await apply(changes.slice(0, half), changes[half - 1]!.offset)) ??
          (await apply(changes.slice(half), upTo))
        );
      }
      await hooks.afterRead?.(partition);
      const written = await store.write(partition, expected, { ...change, position: upTo });
      if (!written.applied) return goOnAfter(written.position);
      expected = written.position;
      await hooks.afterWrite?.(partition);
      onCounted?.(changes, change.increments);
      return null;
    };

    return {
      next: expected + 1,
      take: async (records: LogRecord[], upTo: number) => {
        // What cannot be counted is dead-lettered by the facts' consumer alone (ADR 0010).
        const { changes } = readBatch(records);
        for (let from = 0; from === 0 || from < changes.length; from += MAX_POSTINGS) {
          const run = changes.slice(from, from + MAX_POSTINGS);
          const last = from + MAX_POSTINGS >= changes.length ? upTo : run.at(-1)!.offset;
          const elsewhere = await apply(run, last);
          if (elsewhere !== null) return elsewhere;
        }
        return upTo + 1;
      },
      check: async (fetched: number, end: number) => {
        const position = await store.touch(partition, expected, fetched, end >= 0 && fetched >= end);
        return position === expected ? null : goOnAfter(position);
      },
    };
  },
});
