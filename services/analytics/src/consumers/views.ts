import { groups } from '@skillstream/contracts';
import { createRunner, traceOfRecord } from '@skillstream/messaging';
import type { Change } from '../contribution/read-batch.ts';
import type { Increments } from '../projections/views/increments.ts';
import { createAcquireViews } from './acquire-views.ts';
import type { ProjectionDeps } from './projection-deps.ts';

type ViewsConsumerDeps = ProjectionDeps & {
  onCounted: (increments: Increments) => void;
  now: () => number;
};

/** Projects `postings.tagged` into the views. */
export const createViewsConsumer = (deps: ViewsConsumerDeps) => {
  const { context, log, faultInjection } = deps;
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
    acquire: createAcquireViews({ context, faultInjection, onCounted, now: deps.now }),
  });
};
