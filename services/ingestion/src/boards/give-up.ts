import type { Source } from '@skillstream/boards';
import type { BoardStore } from '../store/board-store.ts';
import type { BoardDocument, OpenBoardRun } from '../store/documents.ts';
import { nextDueAt } from './due.ts';
import type { LastRun } from './run-board.ts';

/** A run that got nowhere so often ends: what it reads may be what ends its replicas, one after the other. */
export const MOST_ATTEMPTS = 2;

/** Ends a run without reading on, as one that is partial. */
export const giveUp = async (
  source: Source,
  { board, run }: { board: BoardDocument; run: OpenBoardRun },
  store: Pick<BoardStore, 'end'>,
  now: Date,
): Promise<LastRun> => {
  const why = board.brokenOff?.reason ?? 'its replica ended';
  const lastRun: LastRun = {
    ...{ startedAt: run.startedAt, endedAt: now, outcome: 'partial' },
    reason: `it was broken off ${MOST_ATTEMPTS} times in a row before anything was stored: ${why}`,
    ...{ listed: run.jobs.length, ...run.counts, closed: 0 },
  };
  const how = { lastRun, nextDueAt: nextDueAt(source, now, Math.random()) };
  await store.end(source.name, run.id, how, run.requestedAt ?? null);
  return lastRun;
};
