import { replicaName, type Redis } from '@skillstream/runtime';
import { decodeContribution, encodeContribution } from '../../projections/views/contribution-codec.ts';
import { BETWEEN, DUPLICATES, skillField } from '../../projections/views/names.ts';
import type { ViewStore } from '../../projections/views/view-store.ts';
import { batchWith } from './counted-batches.ts';
import { createViewCommands } from './view-commands.ts';
import type { ViewKeys } from './view-keys.ts';
import { BATCHES_KEPT } from './view-scripts.ts';
import { createWholeVersion } from './whole-version.ts';

type ViewStoreDeps = { redis: Redis; keys: ViewKeys; log: string; now: () => number; replica?: string };

const fieldsOf = (flat: string[]): Map<string, string> => {
  const map = new Map<string, string>();
  for (let i = 0; i < flat.length; i += 2) map.set(flat[i]!, flat[i + 1]!);
  return map;
};

const columns = (fields: Map<string, number>): string =>
  JSON.stringify([[...fields.keys()], [...fields.values()]]);

/** Stores the views in Redis: written by the projection, read by queries and verification. */
export const createRedisViewStore = ({ redis, keys, log, now, replica = replicaName() }: ViewStoreDeps) => {
  const commands = createViewCommands(redis);
  const wholeVersion = createWholeVersion(redis);
  const projection: ViewStore = {
    position: async (partition) => Number((await redis.hget(keys.state(partition), '@position')) ?? -1),
    read: async (partition, postingIds) => {
      const [position, ...found] = await redis.hmget(keys.state(partition), '@position', ...postingIds);
      const present = new Map(
        postingIds.flatMap((id, i) => (found[i] ? [[id, decodeContribution(found[i])] as const] : [])),
      );
      return { position: Number(position ?? -1), present };
    },
    write: async (partition, expected, { position, increments, contributions }) => {
      const views = [...increments].filter(([, fields]) => fields.size > 0);
      const names = views.map(([name]) => name);
      const [applied, holds] = await commands.write({
        keys: [
          keys.state(partition),
          keys.names(partition),
          ...names.map((name) => keys.view(partition, name)),
        ],
        args: [
          expected,
          position,
          log,
          now(),
          replica,
          ...names,
          ...views.map(([, fields]) => columns(fields)),
          ...[...contributions].flatMap(([id, contribution]) => [id, encodeContribution(contribution)]),
        ],
      });
      return { applied: applied === 1, position: Number(holds) };
    },
    touch: async (partition, expected, fetched, live) =>
      Number(
        await commands.touch({
          keys: [keys.state(partition)],
          args: [expected, fetched, live ? 1 : 0, log, now()],
        }),
      ),
  };
  return {
    ...projection,
    /** The checkpoint of a partition: its log, position and times; null when nothing is stored. */
    checkpoint: async (partition: number) => {
      const state = keys.state(partition);
      const [position, fetched, live, of, seen] = await redis.hmget(
        state,
        '@position',
        '@fetched',
        '@live',
        '@log',
        '@seen',
      );
      if (!of) return null;
      return {
        position: Number(position ?? -1),
        fetched: Number(fetched),
        live: live === '1',
        /** Whether they have ever caught up. */
        isBuilt: live !== null,
        log: of,
        seenMs: Number(seen),
      };
    },
    /**
     * What the views count of a posting: its version, up to where its partition is read, and the write that read an
     * offset; null where it is not known (any more), or nothing is counted.
     * @param offset of the posting's record; null where it is not known
     */
    trail: async (partition: number, postingId: string, offset: number | null) => {
      // Fields like @position stand beside the postings, and no posting is called so.
      if (postingId.startsWith('@')) return null;
      const state = keys.state(partition);
      const [position, held] = await redis.hmget(state, '@position', postingId);
      if (!held) return null;
      const { version } = decodeContribution(held);
      const fields = Array.from({ length: BATCHES_KEPT }, (_, slot) => `@batch:${slot}`);
      const batches = offset === null ? [] : await redis.hmget(state, ...fields);
      return { version, position: Number(position ?? -1), ...batchWith(batches, offset) };
    },
    /** Marks a partition as not caught up: queries do not read its views until its owner has caught up again. */
    markStale: async (partition: number): Promise<void> =>
      void (await redis.hset(keys.state(partition), '@live', '0')),
    /** The same of views of which something is lost: what is counted now had been counted before. */
    markUnbuilt: async (partition: number): Promise<void> =>
      void (await redis.hdel(keys.state(partition), '@live')),
    /** Reads the names of all views of a partition, and its position, atomically. */
    names: async (partition: number): Promise<{ position: number; names: string[] }> => {
      const [position, ...names] = await commands.names({
        keys: [keys.state(partition), keys.names(partition)],
      });
      return { position: Number(position), names };
    },
    /** Reads the named views of a partition, and its position, atomically. */
    views: async (
      partition: number,
      names: string[],
    ): Promise<{ position: number; views: Map<string, string>[] }> => {
      const [position, ...found] = await commands.views({
        keys: [keys.state(partition), ...names.map((name) => keys.view(partition, name))],
      });
      return { position: Number(position), views: found.map(fieldsOf) };
    },
    /**
     * Reads for each year the counts of all single skills and of one skill's pairs, atomically.
     * @param years the names of the two views of each
     */
    pairs: async (
      partition: number,
      years: readonly { singles: string; pairs: string }[],
      skillId: string,
    ): Promise<{
      position: number;
      years: { singles: Map<string, string>; pairs: Map<string, string> }[];
    }> => {
      const [position, ...found] = await commands.pairs({
        keys: [
          keys.state(partition),
          ...years.flatMap(({ singles, pairs }) => [
            keys.view(partition, singles),
            keys.view(partition, pairs),
          ]),
        ],
        args: [skillId, skillField(''), BETWEEN, DUPLICATES],
      });
      return {
        position: Number(position),
        years: years.map((_, i) => ({
          singles: fieldsOf(found[2 * i]!),
          pairs: fieldsOf(found[2 * i + 1]!),
        })),
      };
    },
    /** Reads every view of a partition, and its position, atomically. */
    snapshot: async (
      partition: number,
    ): Promise<{ position: number; views: Map<string, Map<string, string>> }> => {
      const { position, views } = await wholeVersion.read(keys, partition);
      return { position, views: new Map(views.map(([name, flat]) => [name, fieldsOf(flat)])) };
    },
  };
};

export type RedisViewStore = ReturnType<typeof createRedisViewStore>;
