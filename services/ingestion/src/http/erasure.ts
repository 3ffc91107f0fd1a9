import { randomUUID } from 'node:crypto';
import { erasureQuery, sourceName, type Erasure } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Log } from '@skillstream/runtime';
import { z } from 'zod';
import { createErasurePreview } from '../erasure/preview.ts';
import type { Chosen, ErasureRun } from '../erasure/run.ts';
import type { ErasureStore } from '../store/erasure-store.ts';

const params = z.object({ name: sourceName });

const erasureOf = (run: ErasureRun): Erasure => ({
  ...{ id: run.runId, source: run.source, state: run.state, phase: run.phase, matching: run.matching },
  ...{ startedAt: run.startedAt.toISOString(), endedAt: run.endedAt?.toISOString() ?? null },
  ...{ total: run.total, done: run.done, erased: run.erased },
  ...{ letters: run.letters, unmigrated: run.unmigrated },
  ...{ failures: run.failures, reason: run.reason, again: Boolean(run.again) },
});

/**
 * Starts the erasure of a source, or has another one follow the one in progress, and reports it. The work is done in
 * the background: see `erasure/erasing.ts`.
 */
export const erasureHandlers = (store: ErasureStore, now: () => Date, log: Log) => {
  const preview = createErasurePreview(store, () => performance.now());
  const asked = (req: { params: object; query: unknown }): { source: string; chosen: Chosen } => {
    const { matching } = erasureQuery.parse(req.query);
    return { source: params.parse(req.params).name, chosen: matching === undefined ? null : [matching] };
  };
  return {
    erasePostings: async (req, res) => {
      const { source, chosen } = asked(req);
      const run = await store.ask({ source, chosen, runId: randomUUID(), now: now() });
      log.warn({ source, total: run.total, matching: chosen !== null }, 'erasing postings');
      res.status(202).json(erasureOf(run));
    },
    getErasure: async (req, res) => {
      const { name } = params.parse(req.params);
      const run = await store.read(name);
      if (!run) throw appError('not-found', `Nothing of ${name} was erased yet`);
      res.json(erasureOf(run));
    },
    previewErasure: async (req, res) => {
      const { source, chosen } = asked(req);
      res.json(await preview(source, chosen));
    },
  } satisfies Partial<Handlers<'ingestion'>>;
};
