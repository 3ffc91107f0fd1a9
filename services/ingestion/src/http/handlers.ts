import { createTurns } from '@skillstream/async';
import type { ReplicaReport } from '@skillstream/contracts';
import { createCapacity, type Handlers } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import type { Intake } from '../intake/intake.ts';
import type { Backlog } from '../outbox/backlog.ts';
import type { createBackfillStore } from '../store/backfill-store.ts';
import type { Documents } from '../store/documents.ts';
import { createMarkPending } from '../store/mark-pending.ts';
import type { PostingsStore } from '../store/postings-store.ts';
import { createTrailReader } from '../store/trail-reader.ts';
import { createVersionReader } from '../store/version-reader.ts';
import { ledgerHandlers } from './ledger.ts';
import { bodiesLimits, CHUNK_SIZE, chunkLimits, STREAMS } from './limits.ts';
import { pipelineHandlers } from './pipeline.ts';
import { postingHandlers } from './postings.ts';
import { republishHandlers } from './republish.ts';
import { retagHandlers } from './retag.ts';
import { trailHandlers, type TrailDeps } from './trail.ts';
import { postingVersionHandlers } from './posting-versions.ts';

export type HandlerDeps = {
  documents: Documents;
  store: PostingsStore;
  backfillStore: ReturnType<typeof createBackfillStore>;
  intake: Intake;
  backlog: Backlog;
  /** Wakes the relay, if it is in this process. */
  wake: () => void;
  maxLineBytes: number;
  maxBodyBytes: number;
  now: () => Date;
  nowMs: () => number;
  /** How this replica is, and what it narrated last. */
  report: () => ReplicaReport;
  tagged: TrailDeps['tagged'];
  tracer: Tracer;
  log: Log;
};

/** A handler for each operation that ingestion owns; streams and bodies share one memory budget. */
export const createHandlers = (deps: HandlerDeps): Handlers<'ingestion'> => {
  const { documents, store, backfillStore, backlog, wake, now, nowMs, log } = deps;
  const streams = createCapacity('streams', STREAMS);
  const bodies = createCapacity('bytes of whole bodies', bodiesLimits(deps.maxBodyBytes));
  return {
    ...postingHandlers({
      ...{ ...deps, streams, bodies, turns: createTurns() },
      ...{ limits: chunkLimits, chunkSize: CHUNK_SIZE },
    }),
    ...ledgerHandlers(store.readLedger, backlog.size, nowMs),
    ...pipelineHandlers(deps.report),
    ...retagHandlers(backfillStore, now, log),
    ...postingVersionHandlers(createVersionReader(documents), bodies),
    ...trailHandlers({ readTrail: createTrailReader(documents), tagged: deps.tagged }),
    ...republishHandlers({ markPending: createMarkPending(documents), wake, log, bodies }),
  };
};
