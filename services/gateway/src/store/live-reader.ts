import { sleep } from '@skillstream/async';
import { LIVE_STREAM } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { pingRedis, type Log, type Redis } from '@skillstream/runtime';
import type { Hub } from '../live/hub.ts';

const BLOCK_MS = 5000;
const AGAIN_MS = 500;

type Entries = [id: string, fields: string[]][];
const dataOf = (fields: string[]): string => fields[fields.indexOf('data') + 1] ?? '{}';

/**
 * Reads the stream of changes for the life of the gateway, on a connection of its own, since it blocks there. Starts
 * with the last entries that are retained, so that a client can reconnect to any replica; after an outage of Redis it
 * continues after the last entry that it read.
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
        // A replica would respond, but get nothing more once it follows no master.
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
        log.debug({ error: loggedError(error) }, 'cannot read live changes');
        await sleep(AGAIN_MS);
      }
    }
  };
  return {
    start: () => void run(),
    /**
     * Whether entries that are appended from now on reach subscribers; before, they count as entries from before the
     * start.
     */
    hasBegun: (): boolean => begun,
    /** The connection is closed by its creator; the blocking read ends with that. */
    stop: async () => {
      stopped = true;
    },
  };
};
