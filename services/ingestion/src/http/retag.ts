import { randomUUID } from 'node:crypto';
import type { RetagJob } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { RetagDocument } from '../store/documents.ts';
import type { createBackfillStore } from '../store/backfill-store.ts';

type Store = Pick<ReturnType<typeof createBackfillStore>, 'begin' | 'read'>;

const retagJobOf = ({ runId, startedAt, finishedAt, total, done, expired }: RetagDocument): RetagJob => ({
  id: runId,
  state: finishedAt === null ? 'running' : 'done',
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  total,
  done,
  ...(expired !== undefined && { expired }),
});

/**
 * Starts tagging every posting again, or joins the run in progress (200 then, 202 for a new one), and reports the
 * progress of the last run. The relay does the work: see `backfill/backfill.ts`.
 */
export const retagHandlers = (store: Store, now: () => Date, log: Log) =>
  ({
    beginRetag: async (_req, res) => {
      const { run, begun } = await store.begin(randomUUID(), now());
      if (begun) log.info({ total: run.total }, 're-tagging started');
      res.status(begun ? 202 : 200).json(retagJobOf(run));
    },
    getRetag: async (_req, res) => {
      const run = await store.read();
      if (!run) throw appError('not-found', 'Nothing was tagged again yet');
      res.json(retagJobOf(run));
    },
  }) satisfies Partial<Handlers<'ingestion'>>;
