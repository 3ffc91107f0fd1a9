import { randomUUID } from 'node:crypto';
import {
  erasureIdQuery,
  erasurePreviewRequest,
  erasureQuery,
  erasureRequest,
  sourceName,
  type Erasure,
} from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { hasBody, jsonBody, type Capacity, type Handlers } from '@skillstream/http';
import type { Log } from '@skillstream/runtime';
import { z } from 'zod';
import { createErasurePreview } from '../erasure/preview.ts';
import type { Chosen, ErasureRun } from '../erasure/run.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import { CHOICE_BOUNDS } from './limits.ts';

const params = z.object({ name: sourceName });

const erasureOf = (run: ErasureRun): Erasure => ({
  ...{ id: run.runId, source: run.source, state: run.state, phase: run.phase, matching: run.matching },
  ...{ startedAt: run.startedAt.toISOString(), endedAt: run.endedAt?.toISOString() ?? null },
  ...{ total: run.total, done: run.done, erased: run.erased },
  ...{ letters: run.letters, unmigrated: run.unmigrated },
  ...{ failures: run.failures, reason: run.reason, again: Boolean(run.again) },
  ...(run.again?.runId !== undefined && { next: run.again.runId }),
});

/**
 * Starts the erasure of a source, or has another one follow the one in progress, and reports it. The work is done in
 * the background: see `erasure/erasing.ts`.
 */
export const erasureHandlers = (store: ErasureStore, now: () => Date, log: Log, bodies: Capacity) => {
  const preview = createErasurePreview(store, () => performance.now());
  const choice = jsonBody(CHOICE_BOUNDS, bodies);
  const sourceOf = (req: { params: object }): string => params.parse(req.params).name;
  const begin = async (source: string, chosen: Chosen): Promise<Erasure> => {
    const run = await store.ask({ source, chosen, runId: randomUUID(), now: now() });
    log.warn({ source, total: run.total, matching: chosen !== null }, 'erasing postings');
    return erasureOf(run);
  };
  return {
    erasePostings: async (req, res) => {
      erasureQuery.parse(req.query);
      if (hasBody(req))
        throw appError(
          'invalid-input',
          'This erases all postings of the source, and takes no body. To choose some, POST to ' +
            '/v1/sources/{name}/erasure',
        );
      res.status(202).json(await begin(sourceOf(req), null));
    },
    eraseMatching: [
      choice,
      async (req, res) => {
        const { matching } = erasureRequest.parse(req.body);
        res.status(202).json(await begin(sourceOf(req), [matching]));
      },
    ],
    getErasure: async (req, res) => {
      const name = sourceOf(req);
      const { id } = erasureIdQuery.parse(req.query);
      const run = await (id === undefined ? store.read(name) : store.readRun(name, id));
      if (!run)
        throw appError(
          'not-found',
          `${id === undefined ? 'No erasure' : 'No such erasure'} of ${name} is known`,
        );
      res.json(erasureOf(run));
    },
    previewErasure: [
      choice,
      async (req, res) => {
        const { matching } = erasurePreviewRequest.parse(req.body);
        res.json(await preview(sourceOf(req), matching === undefined ? null : [matching]));
      },
    ],
  } satisfies Partial<Handlers<'ingestion'>>;
};
