import { z } from 'zod';
import { ledgerRow, linkingState } from './ledger-api.ts';
import { objectivesState } from './objectives-api.ts';
import { serviceNames } from './operation.ts';
import { unknownPipelineEvent } from './pipeline-events.ts';
import { ownedPartition, pipelineRates, replicaSnapshot } from './pipeline-snapshot.ts';
import { unavailableService } from './status-api.ts';

const count = z.int().nonnegative();
const seconds = z.number().nonnegative();

/**
 * A replica as it was last seen, `ageSeconds` ago. One that is gone published nothing for longer than a snapshot
 * lives: its figures are old, and null where the gateway has never read any.
 */
export const pipelineReplica = z.object({
  replica: z.string(),
  gone: z.boolean(),
  ageSeconds: seconds,
  snapshot: replicaSnapshot.nullable(),
});
export type PipelineReplica = z.infer<typeof pipelineReplica>;

/**
 * A service: the sum of the rates of its replicas that are there, null where none is; and each replica.
 * `unreachable` says why nothing is known of it now.
 */
export const pipelineService = z.object({
  service: z.enum(serviceNames),
  rates: pipelineRates.nullable(),
  replicas: z.array(pipelineReplica),
  unreachable: z.string().optional(),
});
export type PipelineService = z.infer<typeof pipelineService>;

/** A partition and the replica that reads it; `owner` is null where nobody does. The figures are `ageSeconds` old. */
export const pipelinePartition = ownedPartition.extend({
  owner: z.string().nullable(),
  ageSeconds: seconds,
});
export type PipelinePartition = z.infer<typeof pipelinePartition>;

/** A consumer group of a topic: its lag in records, and by the age of the oldest record; null where it is unknown. */
export const pipelineConsumer = z.object({
  group: z.string(),
  service: z.enum(serviceNames),
  recordsPerSecond: seconds,
  lag: count,
  oldestSeconds: seconds.nullable(),
  partitions: z.array(pipelinePartition),
});
export type PipelineConsumer = z.infer<typeof pipelineConsumer>;

export const pipelineTopic = z.object({ topic: z.string(), consumers: z.array(pipelineConsumer) });
export type PipelineTopic = z.infer<typeof pipelineTopic>;

/**
 * `GET /v1/pipeline`, and the event `snapshot` of the live stream: all replicas at one moment. `via` is `http` while
 * Redis is unavailable: then each service shows one replica, whichever its address leads to. `ledger` is null where it
 * cannot be read.
 */
export const pipelineState = z.object({
  at: z.iso.datetime(),
  via: z.enum(['redis', 'http']),
  services: z.array(pipelineService),
  topics: z.array(pipelineTopic),
  ledger: z
    .object({
      total: ledgerRow,
      idle: z.boolean(),
      balanced: z.boolean(),
      away: z.array(unavailableService).optional(),
      linking: linkingState.optional(),
    })
    .nullable(),
  /** Since 0.2.0. */
  objectives: objectivesState.optional(),
});
export type PipelineState = z.infer<typeof pipelineState>;

/** The most events that a replica reports over HTTP. */
export const MOST_REPORTED_EVENTS = 100;

/** What one replica reports over HTTP, for when Redis is unavailable: its snapshot now, and its newest events. */
export const replicaReport = z.object({
  snapshot: replicaSnapshot,
  events: z.array(unknownPipelineEvent).max(MOST_REPORTED_EVENTS),
});
export type ReplicaReport = z.infer<typeof replicaReport>;
