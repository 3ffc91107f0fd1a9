import { createTurns } from '@skillstream/async';
import type { IngestionRow, ReplicaReport } from '@skillstream/contracts';
import { createCapacity, type Handlers } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import type { Boards } from '../boards/boards.ts';
import type { Intake } from '../intake/intake.ts';
import type { Backlog } from '../outbox/backlog.ts';
import type { createBackfillStore } from '../store/backfill-store.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import type { Documents } from '../store/documents.ts';
import { createJobReader } from '../store/job-reader.ts';
import { createMarkPending } from '../store/mark-pending.ts';
import { createPostingList } from '../store/posting-list.ts';
import type { PostingsStore } from '../store/postings-store.ts';
import { createTrailReader } from '../store/trail-reader.ts';
import { createVersionReader } from '../store/version-reader.ts';
import { boardHandlers } from './boards.ts';
import { erasureHandlers } from './erasure.ts';
import { ledgerHandlers } from './ledger.ts';
import { bodiesLimits, CHUNK_SIZE, chunkLimits, STREAMS } from './limits.ts';
import { createPreview } from '../preview/create-preview.ts';
import { pipelineHandlers } from './pipeline.ts';
import { postingListHandlers } from './posting-list.ts';
import { postingHandlers } from './postings.ts';
import { previewHandlers } from './preview.ts';
import { republishHandlers } from './republish.ts';
import { retagHandlers } from './retag.ts';
import { trailHandlers, type TrailDeps } from './trail.ts';
import { postingVersionHandlers } from './posting-versions.ts';

export type HandlerDeps = {
  documents: Documents;
  store: PostingsStore;
  readLedger: () => Promise<IngestionRow>;
  backfillStore: ReturnType<typeof createBackfillStore>;
  erasureStore: ErasureStore;
  intake: Intake;
  backlog: Backlog;
  boards: Boards;
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
  const { documents, backfillStore, backlog, wake, now, nowMs, log } = deps;
  const streams = createCapacity('streams', STREAMS);
  const turns = createTurns();
  const bodies = createCapacity('bytes of whole bodies', bodiesLimits(deps.maxBodyBytes));
  return {
    ...postingHandlers({
      ...{ ...deps, streams, bodies, turns },
      ...{ limits: chunkLimits, chunkSize: CHUNK_SIZE },
    }),
    ...postingListHandlers(createPostingList(documents)),
    ...previewHandlers(createPreview({ now, nowMs, turns, maxLineBytes: deps.maxLineBytes })),
    ...ledgerHandlers(deps.readLedger, backlog.size, nowMs),
    ...pipelineHandlers(deps.report),
    ...retagHandlers(backfillStore, now, log),
    ...boardHandlers(deps),
    ...erasureHandlers(deps.erasureStore, now, log, bodies),
    ...postingVersionHandlers(createVersionReader(documents), createJobReader(documents), bodies),
    ...trailHandlers({ readTrail: createTrailReader(documents), tagged: deps.tagged }),
    ...republishHandlers({ markPending: createMarkPending(documents), wake, log, bodies }),
  };
};
