import { sleep } from '@skillstream/async';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
import { allowed } from '../platform/token.ts';

const paths = [
  '/v1/demand',
  '/v1/demand?role=backend',
  '/v1/roles',
  '/v1/ledger',
  '/v1/salaries',
  '/v1/no-such-path',
];

// Each has its own: what somebody has sent before is unchanged, and nothing comes in.
let seed = 4;

/**
 * Some postings and queries, again and again until it is ended: what a platform does while all is well.
 * @param everyMs how long it rests in between
 */
export const startTraffic = (platform: Platform, everyMs = 200) => {
  let going = true;
  seed += 1;
  const postings = generateEndlessly(seed);
  // A service may be away, which a test has brought about. Not `take`, which ends what it takes from.
  const send = () =>
    sendAll(
      platform.url,
      Array.from({ length: 10 }, () => postings.next().value),
    ).catch(() => undefined);
  const ask = async (path: string) =>
    fetch(`${platform.url}${path}`, await allowed({ signal: AbortSignal.timeout(10_000) }))
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
  const again = async (what: () => Promise<unknown>) => {
    while (going) {
      await what();
      await sleep(everyMs);
    }
  };
  // Each for itself: postings come in while queries wait for a service that is away.
  const running = Promise.all([again(send), again(() => Promise.all(paths.map(ask)))]);
  return {
    end: async () => {
      going = false;
      await running;
    },
  };
};
