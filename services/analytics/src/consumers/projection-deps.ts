import type { Kafka, TopicAdmin } from '@skillstream/messaging';
import type { FaultInjection, Log } from '@skillstream/runtime';
import type { Stores } from '../stores/stores-of.ts';
import type { ProjectionContext } from './projection-context.ts';

/** What the consumers of both projections are given. */
export type ProjectionDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  context: ProjectionContext<Stores>;
  /** Of the tagged postings. */
  topic: string;
  /** Stands before the names of groups; empty in production. */
  groupPrefix: string;
  log: Log;
  faultInjection: FaultInjection;
  sessionTimeoutMs: number;
  onBatch: (partition: number, records: number, seconds: number) => void;
};
