import { randomUUID } from 'node:crypto';
import { runPeriodically } from '@skillstream/async';
import type { Fetcher, Source } from '@skillstream/boards';
import type { BoardOutcome } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import type { Log } from '@skillstream/runtime';
import type { Intake } from '../intake/intake.ts';
import { settled } from '../outbox/settled.ts';
import { createLease, type Lease, type LeaseStore } from '../outbox/lease.ts';
import type { BoardStore, BoardSummary } from '../store/board-store.ts';
import type { createClose } from '../store/close.ts';
import { brokenOffNow, byUrgency, isDue, isStopped } from './due.ts';
import { runBoard } from './run-board.ts';
import type { createSourcesFile } from './sources-file.ts';
import { whileHeld } from './while-held.ts';

export type SchedulerDeps = {
  file: ReturnType<typeof createSourcesFile>;
  store: BoardStore;
  close: ReturnType<typeof createClose>;
  leaseStoreOf: (id: string) => LeaseStore;
  intake: Intake;
  fetcherOf: (contact: string | null) => Fetcher;
  leaseMs: number;
  /** How often it looks whether something is due. */
  lookEveryMs: number;
  now: () => Date;
  onOutcome: (outcome: BoardOutcome | 'broken-off') => void;
  /** Called at every look. */
  onLook: (sources: readonly Source[], boards: ReadonlyMap<string, BoardSummary>) => void;
  log: Log;
};

/** Boards that one replica reads at a time. */
const MOST_AT_ONCE = 4;
/**
 * Each attempt is progress. Before one a server may want two minutes of patience; then it has its turn behind the
 * others that are read at once, for each of which its host may want as much, and whose answers take a minute at most:
 * fourteen. One that is redirected again and again may take longer, and is broken off.
 */
const PATIENCE_MS = 15 * 60_000;

/**
 * Reads each source when it is due. Of all replicas one reads a source at a time: the one that has its lease. A run
 * that fails for reasons of ours stays open, and goes on a minute later, here or elsewhere; one that ends with its
 * replica at the next look.
 */
export const createScheduler = (deps: SchedulerDeps) => {
  const { file, store, close, intake, leaseMs, now, log } = deps;
  const nowMs = () => now().getTime();
  const owner = randomUUID();
  const leases = new Map<string, Lease>();
  const running = new Map<string, Promise<void>>();

  const leaseOf = (name: string): Lease => {
    const lease = leases.get(name) ?? createLease(deps.leaseStoreOf(`board:${name}`), owner, leaseMs);
    leases.set(name, lease);
    return lease;
  };

  /** Remembers why a run was broken off, or that it was stopped. */
  const leave = async (name: string, run: string, error: unknown, stopped: AbortSignal) => {
    const left = stopped.aborted
      ? store.handOver(name, run)
      : store.breakOff(name, run, brokenOffNow(loggedError(error), now()));
    // Where it was ended elsewhere nothing is left to be remembered.
    await settled(left);
  };

  const run = async (source: Source, lease: Lease, fetch: Fetcher, stopped: AbortSignal) => {
    const { name } = source;
    try {
      const last = await whileHeld(
        { lease, leaseMs, patienceMs: PATIENCE_MS, nowMs },
        stopped,
        async (held) => {
          const of = source.board.list(source.account);
          const begun = await store.begin(name, of, (board) => isDue(board, source, now()), now());
          if (begun === null) return null;
          try {
            return await runBoard(source, { ...held, begun, fetch, store, close, intake, now });
          } catch (error) {
            // While the lease is held: whoever has it next would begin at once, and fence this.
            await leave(name, begun.run.id, error, stopped);
            throw error;
          }
        },
      );
      if (last === null) return;
      deps.onOutcome(last.outcome);
      const { outcome, reason, listed, stored, unchanged, rejected, closed } = last;
      log.info({ source: name, outcome, reason, listed, stored, unchanged, rejected, closed }, 'board read');
    } catch (error) {
      deps.onOutcome('broken-off');
      log.warn({ source: name, reason: loggedError(error) }, 'the reading of a board was broken off');
    }
  };

  const look = async (stopped: AbortSignal) => {
    const { sources, contact } = await file.read();
    const boards = await store.ensure(
      sources.map(({ name }) => name),
      now(),
    );
    deps.onLook(sources, boards);
    const fetch = deps.fetcherOf(contact);
    for (const name of running.keys()) if (!boards.has(name)) await store.stop(name, false);
    for (const source of sources) {
      const board = boards.get(source.name);
      if (board && isStopped(board, source)) await store.stop(source.name, true);
    }
    const due = sources
      .map((source) => ({ source, board: boards.get(source.name)! }))
      .filter(({ source, board }) => board && isDue(board, source, now()))
      // By the order of the file the last ones would wait for ever where the first ones are due again by then.
      .toSorted(byUrgency);
    for (const { source } of due) {
      const { name } = source;
      if (stopped.aborted || running.size >= MOST_AT_ONCE) return;
      if (running.has(name)) continue;
      const lease = leaseOf(name);
      if (!(await lease.acquire(nowMs()))) continue;
      running.set(
        name,
        run(source, lease, fetch, stopped).finally(() => running.delete(name)),
      );
    }
  };

  const looking = runPeriodically(look, {
    everyMs: deps.lookEveryMs,
    onError: (error) => {
      // Rather none than old ones.
      deps.onLook([], new Map());
      log.warn({ reason: loggedError(error) }, 'the boards cannot be looked after');
    },
  });
  return {
    start: looking.start,
    stop: async () => {
      await looking.stop();
      await Promise.all(running.values());
    },
  };
};
