import { sleep } from '@skillstream/async';
import type { Ledger } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { CliError } from '../terminal/cli-error.ts';
import { duration } from '../terminal/numbers.ts';
import { unreadySummary } from '../terminal/status-text.ts';
import { createStallTimer, stableFieldsOf, positionsOf, type CountingState } from './counting-state.ts';

const POLL_MS = 200;
// Ingestion's row may be a second old: a balance must last longer than that to be accepted.
const LASTING_MS = 1200;
// A ledger that does not change and does not balance will not do so by waiting.
const STUCK_MS = 15_000;
const PATIENCE_MS = 120_000;
// A ledger may be unchanged for a moment without any problem: only after that is the status requested.
const LOOK_MS = 2000;

export type CountedOptions = {
  at: GatewayAccess;
  onLedger: (found: Ledger) => void;
  /** Called while nothing moves, with the service that waits and what it waits for. */
  onWaiting?: (reason: string) => void;
  signal?: AbortSignal;
  lastingMs?: number;
  stuckMs?: number;
  /** How long nothing at all may move while something is in flight; never shorter than `stuckMs`. */
  patienceMs?: number;
  lookMs?: number;
};

/**
 * Waits until everything accepted is counted or dead-lettered. Services that are unavailable meanwhile are waited for,
 * as long as patience lasts.
 * @returns when the ledger was first seen balanced, on the clock of performance.now(); null when the signal aborted
 * @throws CliError when nothing moves any more and the ledger does not balance, naming the service that waits, and
 *   what it waits for
 */
export const waitUntilCounted = async (options: CountedOptions): Promise<number | null> => {
  const { at, signal, lastingMs = LASTING_MS, stuckMs = STUCK_MS, lookMs = LOOK_MS } = options;
  const patienceMs = Math.max(options.patienceMs ?? PATIENCE_MS, stuckMs);
  const stillSince = createStallTimer<CountingState>();
  let seen: CountingState = { figures: null, positions: null };
  let waits: string | null = null;
  let lookedMs = -Infinity;
  const look = async () => {
    const status = await askGateway(at, 'getStatus').catch(() => null);
    if (status) seen = { ...seen, positions: positionsOf(status) };
    const reason = status && unreadySummary(status);
    if (reason && reason !== waits) options.onWaiting?.(reason);
    waits = reason;
  };
  while (!signal?.aborted) {
    const atMs = performance.now();
    const found = await askGateway(at, 'getLedger').catch(() => null);
    if (found) {
      options.onLedger(found);
      seen = { ...seen, figures: stableFieldsOf(found) };
    }
    const sinceMs = stillSince(seen, atMs);
    const stillMs = atMs - sinceMs;
    if (found?.balanced && stillMs >= lastingMs) return sinceMs;
    if (found?.idle && !found.balanced && stillMs >= stuckMs)
      throw new CliError(
        'nothing moves any more, but the ledger does not balance: skillstream status shows it',
      );
    if (!found?.idle && stillMs >= patienceMs)
      throw new CliError(
        `nothing has moved for ${duration(stillMs / 1000)}, and not all is counted: ` +
          (waits ?? (found ? 'skillstream status shows it' : 'the ledger is not available')),
      );
    if (!found?.idle && stillMs >= lookMs && atMs - lookedMs >= lookMs) {
      lookedMs = atMs;
      await look();
    }
    await sleep(POLL_MS, signal);
  }
  return null;
};
