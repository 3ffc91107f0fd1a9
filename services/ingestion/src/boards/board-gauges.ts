import type { Metrics } from '@skillstream/runtime';
import type { SchedulerDeps } from './scheduler.ts';
import { isPaused } from './due.ts';

const SECOND_MS = 1000;
const MINUTE_S = 60;

/** Reports how the boards are read; every replica reports each source, by what is stored of it. */
export const createBoardGauges = (
  metrics: Metrics,
  nowMs: () => number,
): Pick<SchedulerDeps, 'onOutcome' | 'onLook'> => {
  const runs = metrics.counter('board_runs_total');
  const unread = metrics.gauge('board_unread_seconds');
  const interval = metrics.gauge('board_interval_seconds');
  return {
    onOutcome: (outcome) => runs.inc({ outcome }),
    onLook: (sources, boards) => {
      for (const gauge of [unread, interval]) gauge.reset();
      for (const source of sources) {
        const board = boards.get(source.name);
        if (!board || isPaused(board, source)) continue;
        const readAt = board.lastReadAt ?? board.createdAt;
        unread.set({ source: source.name }, (nowMs() - readAt.getTime()) / SECOND_MS);
        interval.set({ source: source.name }, source.everyMinutes * MINUTE_S);
      }
    },
  };
};
