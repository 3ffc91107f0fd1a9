import { groups } from '@skillstream/contracts';
import { createRunner, sightRecord, spanOfRecord } from '@skillstream/messaging';
import { runIn } from '@skillstream/telemetry';
import type { Change } from '../contribution/read-batch.ts';
import type { ViewIncrements } from '../projections/views/view-increments.ts';
import { createAcquireViews } from './acquire-views.ts';
import { tellFreshness } from './freshness.ts';
import { narrateRefused } from './narrate-refused.ts';
import type { ProjectionDeps } from './projection-deps.ts';

type ViewsConsumerDeps = ProjectionDeps & {
  onCounted: (increments: ViewIncrements) => void;
  /** Called after records were counted. */
  onRecordsCounted: (count: number) => void;
  /** Called with the time from accepting a version to counting it, in seconds. */
  onFreshness: (seconds: number) => void;
  now: () => number;
};

/** Projects `postings.tagged` into the views. */
export const createViewsConsumer = (deps: ViewsConsumerDeps) => {
  const { context, log, faultInjection, narrate, topic } = deps;
  const groupId = groups.views;
  const onCounted = (changes: Change[], increments: ViewIncrements, isRebuild: boolean) => {
    if (!isRebuild) tellFreshness(changes, deps.now(), deps.onFreshness);
    deps.onCounted(increments);
    deps.onRecordsCounted(changes.length);
    for (const { record, postingId } of changes) {
      sightRecord(deps.sight, 'counted-in-views', record);
      const trace = spanOfRecord(record)?.context;
      if (trace?.sampled)
        runIn(trace, () => log.info({ postingId, offset: record.offset }, 'posting counted'));
    }
  };
  return createRunner({
    ...deps,
    groupId,
    commitForLag: true,
    acquire: createAcquireViews({
      ...{ context, faultInjection, onCounted, narrate, now: deps.now },
      onRefused: narrateRefused({ narrate, group: groupId, topic }),
    }),
  });
};
