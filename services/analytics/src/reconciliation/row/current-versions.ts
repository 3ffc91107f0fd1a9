import type { CurrentVersion } from './analytics-row.ts';
import type { MongoFactStore } from '../../stores/mongo/mongo-fact-store.ts';

const PAGE = 1000;
const projection = { version: 1, retracted: 1 } as const;

/**
 * Reads the versions at which the facts have postings, by ids, a page at a time. The result is cached while the same
 * postings are requested and no position has moved.
 */
export const createCurrentVersions = () => {
  let known: { facts: MongoFactStore; name: string; current: Map<string, CurrentVersion> } | null = null;
  /** @param revision identifies the set of postings */
  return async (
    facts: MongoFactStore,
    postingIds: string[],
    revision: number,
  ): Promise<ReadonlyMap<string, CurrentVersion>> => {
    if (postingIds.length === 0) return new Map();
    const positions = (await facts.checkpoints()).map(({ _id, position }) => `${_id}:${position}`);
    const name = `${revision} ${positions.join(' ')}`;
    if (known?.facts === facts && known.name === name) return known.current;
    const current = new Map<string, CurrentVersion>();
    for (let from = 0; from < postingIds.length; from += PAGE) {
      const page = postingIds.slice(from, from + PAGE);
      const found = facts.facts().find({ _id: { $in: page } }, { projection, batchSize: PAGE });
      for (const { _id, version, retracted } of await found.toArray())
        current.set(_id, { version, retracted });
    }
    known = { facts, name, current };
    return current;
  };
};
