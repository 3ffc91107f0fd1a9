import type { Kafka, TopicAdmin } from '@skillstream/messaging';
import type { ChannelSettings, FaultInjection, Log, Metrics } from '@skillstream/runtime';
import type { Model, Taxonomy } from '@skillstream/tagger';
import type { Telemetry } from '@skillstream/telemetry';
import type { RequestHandler } from 'express';

/** What tagging is built from: its connections, which the caller closes, and its settings. */
export type AppDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  taxonomy: Taxonomy;
  model: Model;
  log: Log;
  authorize: RequestHandler;
  metrics: Metrics;
  telemetry?: Telemetry;
  faultInjection: FaultInjection;
  topicPartitions: number;
  sessionTimeoutMs: number;
  channel?: ChannelSettings;
};
