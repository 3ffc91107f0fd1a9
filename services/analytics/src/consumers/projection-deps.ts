import type { Kafka, TopicAdmin } from '@skillstream/messaging';
import type { Channel, FaultInjection, Log } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import type { Stores } from '../stores/stores-of.ts';
import type { ProjectionContext } from './projection-context.ts';

/** Dependencies of the consumers of both projections. */
export type ProjectionDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  context: ProjectionContext<Stores>;
  /** Of the tagged postings. */
  topic: string;
  log: Log;
  tracer: Tracer;
  narrate: Channel['narrate'];
  sight: Channel['sight'];
  faultInjection: FaultInjection;
  sessionTimeoutMs: number;
  onBatch: (partition: number, records: number, seconds: number) => void;
};
