import type { GatewayAccess } from '../gateway/access.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Ledger } from '@skillstream/contracts';
import { sleep } from '@skillstream/runtime';
import { askGateway } from '../gateway/ask-gateway.ts';
import { CliError } from '../terminal/cli-error.ts';

const POLL_MS = 200;
// Ingestion's line may be a second old: a balance has to last longer than that to be one.
const LASTING_MS = 1200;
// A ledger that stands still and does not balance will not do so by waiting.
const STUCK_MS = 15_000;

export type CountedOptions = {
  at: GatewayAccess;
  onLedger: (found: Ledger) => void;
  signal?: AbortSignal;
  lastingMs?: number;
  stuckMs?: number;
};

/**
 * Waits until everything accepted is counted or dead-lettered; parts that are away meanwhile are waited for.
 * @returns when the ledger was first seen balanced, on the clock of performance.now(); null when the signal aborted
 * @throws CliError when nothing moves any more and the ledger does not balance
 */
export const waitUntilCounted = async (options: CountedOptions): Promise<number | null> => {
  const { at, signal, lastingMs = LASTING_MS, stuckMs = STUCK_MS } = options;
  let still: { found: Ledger; sinceMs: number } | null = null;
  while (!signal?.aborted) {
    const atMs = performance.now();
    const found = await askGateway(at, (gateway) => gateway.GET('/v1/ledger')).catch(() => null);
    if (found) options.onLedger(found);
    if (!found?.idle) still = null;
    else if (!isDeepStrictEqual(found, still?.found)) still = { found, sinceMs: atMs };
    const stillMs = still ? atMs - still.sinceMs : -1;
    if (still?.found.balanced && stillMs >= lastingMs) return still.sinceMs;
    if (still && !still.found.balanced && stillMs >= stuckMs)
      throw new CliError(
        'nothing moves any more, but the ledger does not balance: skillstream status shows it',
      );
    await sleep(POLL_MS, signal);
  }
  return null;
};
