import { isDeepStrictEqual } from 'node:util';
import { ledger, type Ledger } from '@skillstream/contracts';
import { sleep } from '@skillstream/runtime';
import { askGateway } from '../gateway/client.ts';

const POLL_MS = 200;
// Ingestion's line may be a second old: a balance has to last longer than that to be one.
const LASTING_MS = 1200;

export type CountedOptions = {
  address: string;
  onLedger: (found: Ledger) => void;
  signal?: AbortSignal;
  lastingMs?: number;
};

/**
 * Waits until everything accepted is counted or dead-lettered; parts that are away meanwhile are waited for.
 * @returns the ledger, and when it was first seen balanced, on the clock of performance.now()
 */
export const waitUntilCounted = async (
  options: CountedOptions,
): Promise<{ found: Ledger; countedMs: number } | null> => {
  let since: { found: Ledger; countedMs: number } | null = null;
  while (!options.signal?.aborted) {
    const atMs = performance.now();
    const found = await askGateway(options.address, '/v1/ledger', ledger).catch(() => null);
    if (found) options.onLedger(found);
    if (!found?.balanced) since = null;
    else if (!since || !isDeepStrictEqual(found.rows, since.found.rows)) since = { found, countedMs: atMs };
    if (since && atMs - since.countedMs >= (options.lastingMs ?? LASTING_MS)) return since;
    await sleep(POLL_MS, options.signal);
  }
  return null;
};
