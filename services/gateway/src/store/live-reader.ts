import { sleep } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import { LIVE_STREAM } from '@skillstream/contracts';
import { pingRedis, type Log, type Redis } from '@skillstream/runtime';
import type { Hub } from '../live/hub.ts';

const BLOCK_MS = 5000;
const AGAIN_MS = 500;

type Entries = [id: string, fields: string[]][];
const dataOf = (fields: string[]): string => fields[fields.indexOf('data') + 1] ?? '{}';

/**
 * Reads the stream of changes for as long as the gateway lives, on a connection of its own, since it waits there.
 * Begins with the last entries that are kept, so that a client can come back to any replica; after an outage of Redis
 * it goes on behind the last entry that it saw.
 */
export const createLiveReader = (redis: Redis, hub: Hub, keep: number, namespace: string, log: Log) => {
  const stream = `${namespace}${LIVE_STREAM}`;
  let stopped = false;
  let begun = false;
  const entriesOf = (found: Entries) => found.map(([id, fields]) => ({ id, data: dataOf(fields) }));
  const leadsToMaster = pingRedis(redis);
  const run = async () => {
    while (!stopped) {
      try {
        // A replica would answer, and say nothing more once it follows nobody.
        await leadsToMaster();
        if (!begun) hub.begin(entriesOf(await redis.xrevrange(stream, '+', '-', 'COUNT', keep)).reverse());
        begun = true;
        const found = await redis.xread(
          'COUNT',
          keep,
          'BLOCK',
          BLOCK_MS,
          'STREAMS',
          stream,
          hub.last() ?? '0-0',
        );
        for (const entry of entriesOf(found?.[0]?.[1] ?? [])) hub.add(entry);
      } catch (error) {
        if (stopped) return;
        log.debug({ error: loggedError(error) }, 'live changes cannot be read');
        await sleep(AGAIN_MS);
      }
    }
  };
  return {
    start: () => void run(),
    /** Whether what is appended from now on is told to whoever listens; before, it counts as what happened before. */
    hasBegun: (): boolean => begun,
    /** The connection is closed by whoever made it; the wait in it ends with that. */
    stop: async () => {
      stopped = true;
    },
  };
};
