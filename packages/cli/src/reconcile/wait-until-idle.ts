import { sleep } from '@skillstream/async';
import type { GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';

const POLL_MS = 300;
const PATIENCE_MS = 60_000;

/**
 * Waits until nothing moves, balanced or not; at most a minute, since new postings may come all the time.
 * @returns whether nothing moves
 */
export const waitUntilIdle = async (at: GatewayAccess): Promise<boolean> => {
  const untilMs = performance.now() + PATIENCE_MS;
  while (performance.now() < untilMs) {
    const found = await askGateway(at, 'getLedger').catch(() => null);
    if (found?.idle) return true;
    await sleep(POLL_MS);
  }
  return false;
};
