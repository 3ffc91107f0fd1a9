import { oneAtATime } from '@skillstream/async';
import type {
  Ledger,
  ObjectivesState,
  PipelineState,
  ReplicaReport,
  ServiceName,
} from '@skillstream/contracts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import { upstreams, type Upstream } from '../upstreams/upstreams.ts';
import { createKnownReplicas, type FoundReplica } from './known-replicas.ts';
import { mergeServices } from './merge-services.ts';
import { mergeTopics } from './merge-topics.ts';
import { createPatientRead, type PatientRead } from './patient-read.ts';
import type { AnyEvent } from './retained-events.ts';
import type { SeenReplica } from './seen-replica.ts';

const EVERY_MS = 1000;
/** A page that is refreshed every second does not wait longer for a service that hangs. */
const WAIT_MS = 700;
const MOST_AGE_MS = 3000;

export type PipelineDeps = {
  /** The replicas that show themselves in Redis. @throws where Redis is unavailable */
  findReplicas: () => Promise<FoundReplica[]>;
  /** How one replica of an upstream is, over HTTP. */
  askReplica: (upstream: Upstream, headers: OnwardHeaders) => Promise<ReplicaReport>;
  /** This replica of the gateway. */
  own: () => ReplicaReport;
  ledger: (headers: OnwardHeaders) => Promise<Ledger>;
  /** Objectives and alerts, as this replica evaluates them. */
  objectives: () => ObjectivesState;
  onEvents: (events: readonly AnyEvent[]) => void;
  /** Milliseconds since 1970. */
  nowMs: () => number;
};

// By the gateway's clock: that of the replica, which `snapshot.at` has, may be another.
const seenOf = ({ snapshot }: ReplicaReport, atMs: number): SeenReplica => ({
  ...{ service: snapshot.service, replica: snapshot.replica, live: true },
  ...{ atMs, snapshot },
});

/**
 * The pipeline as it is, read once for all who watch: at most once a second, and only while somebody asks. Replicas
 * are read from Redis; a service of which no replica is there, and every service while Redis is unavailable, is asked
 * over HTTP, in the name of whoever asked last.
 */
export const createPipeline = (deps: PipelineDeps) => {
  const { findReplicas, askReplica, own, onEvents, nowMs } = deps;
  const known = createKnownReplicas(nowMs);
  const patience = { waitMs: WAIT_MS, mostAgeMs: MOST_AGE_MS };
  const readLedger = createPatientRead(deps.ledger, patience);
  const readReplica = Object.fromEntries(
    upstreams.map((upstream) => [
      upstream,
      createPatientRead(async (headers: OnwardHeaders) => {
        const report = await askReplica(upstream, headers);
        return { report, atMs: nowMs() };
      }, patience),
    ]),
  ) as Record<
    Upstream,
    (headers: OnwardHeaders) => Promise<PatientRead<{ report: ReplicaReport; atMs: number }>>
  >;
  let headers: OnwardHeaders = { traceparent: '' };

  const look = async (): Promise<PipelineState> => {
    const askedFor = headers;
    const ledgerRead = readLedger(askedFor);
    const found = await findReplicas().then(known.complete, () => null);
    const seen: SeenReplica[] = found ?? [];
    const unreachable: Partial<Record<ServiceName, string>> = {};
    const missing = upstreams.filter(
      (upstream) => !seen.some(({ service, live }) => service === upstream && live),
    );
    await Promise.all(
      missing.map(async (upstream) => {
        const { value, reason } = await readReplica[upstream](askedFor);
        if (value) {
          const answered = seenOf(value.report, value.atMs);
          known.asked(answered);
          seen.push(answered);
          onEvents(value.report.events);
          return;
        }
        unreachable[upstream] = reason ?? '';
        seen.push(...known.gone(upstream, found !== null));
      }),
    );
    const mine = seenOf(own(), nowMs());
    if (!seen.some(({ replica }) => replica === mine.replica)) seen.push(mine);
    const { value: ledger } = await ledgerRead;
    const now = nowMs();
    return {
      at: new Date(now).toISOString(),
      via: found === null ? 'http' : 'redis',
      services: mergeServices(seen, unreachable, now),
      topics: mergeTopics(seen, now),
      ledger: ledger && {
        ...{ total: ledger.total, idle: ledger.idle, balanced: ledger.balanced },
        ...(ledger.away && { away: ledger.away }),
        ...(ledger.linking && { linking: ledger.linking }),
      },
      objectives: deps.objectives(),
    };
  };

  const shared = oneAtATime(look, { everyMs: EVERY_MS });
  return (asker: OnwardHeaders): Promise<PipelineState> => {
    headers = asker;
    return shared.ask();
  };
};

export type ReadPipeline = ReturnType<typeof createPipeline>;
