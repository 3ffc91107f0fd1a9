import { groups } from '@skillstream/contracts';
import { createRunner, traceOfRecord, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import type { FaultPoint, Log } from '@skillstream/runtime';
import type { Change } from '../contribution/read-batch.ts';
import type { Stores } from '../stores.ts';
import type { Increments } from '../views/increments.ts';
import { createViewsProjection } from '../views/projection.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionContext } from './projection-context.ts';

export type ViewsConsumerDeps = {
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
    own: async (partition) => {
      const held = await context.refresh();
      const { views, former } = held.stores;
      await context.checkMarks(partition, await views.marks(partition));
      // From here on this release counts the partition; who counts in the form before may do so no longer.
      await former.hush(partition);
      const hooks = {
        afterRead: () => faultPoint('before-script'),
        afterWrite: () => faultPoint('after-script'),
      };
      const projection = createViewsProjection({ store: views, hooks, onCounted, onCaughtUp: former.drop });
      const owner = await projection.own(partition);
      return ownerOfGeneration(owner, () => context.current() !== held);
    },
  });
};
