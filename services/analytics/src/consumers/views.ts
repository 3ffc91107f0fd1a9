import { groups } from '@skillstream/contracts';
import { createRunner, traceOfRecord, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import type { FaultPoint, Log } from '@skillstream/runtime';
import type { Change } from '../contribution/read-batch.ts';
import type { Stores } from '../stores/stores-of.ts';
import type { Increments } from '../projections/views/increments.ts';
import { createOwnViews } from './own-views.ts';
import type { ProjectionContext } from './projection-context.ts';

type ViewsConsumerDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  context: ProjectionContext<Stores>;
  topic: string;
  groupPrefix: string;
  log: Log;
  faultPoint: FaultPoint;
  sessionTimeoutMs: number;
  onBatch: (partition: number, records: number, seconds: number) => void;
  onCounted: (increments: Increments) => void;
  now: () => number;
};

/** Reads `postings.tagged` into the views. */
export const createViewsConsumer = (deps: ViewsConsumerDeps) => {
  const { context, log, faultPoint } = deps;
  const onCounted = (changes: Change[], increments: Increments) => {
    deps.onCounted(increments);
    for (const { record, postingId } of changes) {
      const trace = traceOfRecord(record);
      if (trace?.sampled)
        log.info({ traceId: trace.traceId, postingId, offset: record.offset }, 'posting counted');
    }
  };
  return createRunner({
    ...deps,
    groupId: `${deps.groupPrefix}${groups.views}`,
    commitForLag: true,
    own: createOwnViews({ context, faultPoint, onCounted, now: deps.now }),
  });
};
