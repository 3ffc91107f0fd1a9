import { z } from 'zod';
import { ledgerStates } from './metrics/ledger-metrics.ts';
import { objectiveEvents, objectiveIds } from './objectives-api.ts';
import { serviceNames } from './operation.ts';

const count = z.int().nonnegative();
const name = z.string().min(1).max(200);
const perSecond = z.number().nonnegative();
/** Null where it is not known, which is not zero. */
const ageSeconds = z.number().nonnegative().nullable();

/** The most partitions of a consumer that a snapshot lists. */
const MOST_PARTITIONS = 1000;

/** What a replica takes in, and what it passes on, each second. */
export const pipelineRates = z.object({ inPerSecond: perSecond, outPerSecond: perSecond });
export type PipelineRates = z.infer<typeof pipelineRates>;

/**
 * A partition that a replica reads now: the offset to be read next, the end of the log, and how far it is behind, in
 * records and by the age of the oldest record that it has not taken; 0 where there is none, null where it is unknown.
 */
export const ownedPartition = z.object({
  partition: count,
  position: count,
  end: count,
  lag: count,
  oldestSeconds: ageSeconds,
});
export type OwnedPartition = z.infer<typeof ownedPartition>;

export const consumerSnapshot = z.object({
  group: name,
  topic: name,
  recordsPerSecond: perSecond,
  partitions: z.array(ownedPartition).max(MOST_PARTITIONS),
});
export type ConsumerSnapshot = z.infer<typeof consumerSnapshot>;

/** What one replica publishes about itself once a second. Counts begin with its start. */
export const replicaSnapshot = z.object({
  service: z.enum(serviceNames),
  replica: name,
  version: name,
  startedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  rates: pipelineRates,
  consumers: z.array(consumerSnapshot).max(16),
  /** Records that it has put away as dead letters. */
  deadLetters: count,
  /** What it could not say over the channel: events, sightings, snapshots. */
  dropped: count,
  /** What its readiness says that it waits for, an engine mostly; empty where it is ready, absent where unknown. */
  waitsFor: z
    .array(z.object({ name, reason: z.string().max(500).optional() }))
    .max(16)
    .optional(),
  /** Of ingestion: postings to be published (`pending` is counted up to the limit of the backlog, and one more). */
  outbox: z.object({ pending: count, oldestSeconds: ageSeconds }).optional(),
  /** Of ingestion: whether this replica is the relay. */
  relay: z.object({ leading: z.boolean() }).optional(),
  /** Of analytics: which generation of the log it builds its read models from. */
  generation: count.optional(),
  /** Of the gateway: queries that were answered from a cache, and those that were not. */
  cache: z.object({ hits: count, misses: count }).optional(),
  /** Of the gateway: the circuit breaker of each upstream. */
  breakers: z
    .array(z.object({ upstream: name, state: z.enum(['closed', 'open', 'half-open']) }))
    .max(16)
    .optional(),
  /** Events of the objectives that this replica sees; of the gateway and of analytics. */
  objectives: z.partialRecord(z.enum(objectiveIds), objectiveEvents).optional(),
  /** Of writers: how far the readers of their topic are behind, over all partitions; null where it is not known. */
  watched: z
    .array(z.object({ group: name, lag: count.nullable(), oldestSeconds: ageSeconds }))
    .max(16)
    .optional(),
  /** Of the relay and of analytics: their end of the ledger. Without it, it cannot be counted. */
  ledger: z.object({ postings: z.partialRecord(z.enum(ledgerStates), count), versions: count }).optional(),
});
export type ReplicaSnapshot = z.infer<typeof replicaSnapshot>;
