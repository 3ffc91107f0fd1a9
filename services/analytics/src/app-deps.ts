import type { Kafka, TopicAdmin } from '@skillstream/messaging';
import type { FaultInjection, Log, Metrics, Redis } from '@skillstream/runtime';
import type { Telemetry } from '@skillstream/telemetry';
import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';
import type { Report } from './queries/report/schema.ts';

/** What analytics is built from: its connections, which the caller closes, and its settings. */
export type AppDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  mongo: Connection;
  redis: Redis;
  log: Log;
  authorize: RequestHandler;
  metrics: Metrics;
  telemetry?: Telemetry;
  faultInjection: FaultInjection;
  topicPartitions: number;
  sessionTimeoutMs: number;
  viewMaxAgeMs: number;
  /** How long a version of the read models is retained after its last use, in milliseconds. */
  supersededGraceMs: number;
  reports: readonly Report[];
  /** What keys and channels begin with in Redis. */
  namespace: string;
  /** The name of this start of this replica. */
  replica?: string;
};
