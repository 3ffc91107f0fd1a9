import type { Owner } from '@skillstream/messaging';
import type { FaultInjection, Narrate } from '@skillstream/runtime';
import type { RedisViewStore } from '../stores/redis/redis-view-store.ts';
import type { Change } from '../contribution/read-batch.ts';
import type { ViewIncrements } from '../projections/views/view-increments.ts';
import { createViewsProjection, type ViewsProjectionDeps } from '../projections/views/projection.ts';
import { narrateRebuild } from './narrate-rebuild.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionContext } from './projection-context.ts';

type AcquireViewsDeps = {
  context: Pick<ProjectionContext<{ views: RedisViewStore }>, 'refresh' | 'checkCheckpoint' | 'current'>;
  faultInjection: FaultInjection;
  /** @param isFirstBuild whether the views are being built from the start of the log: what they count is old then */
  onCounted: (changes: Change[], increments: ViewIncrements, isFirstBuild: boolean) => void;
  onRefused: ViewsProjectionDeps['onRefused'];
  narrate: Narrate;
  now: () => number;
};

/** Longer than a replica takes to acquire the partitions of one that has died, in milliseconds. */
const STOOD_STILL_MS = 30_000;

/**
 * Acquires the views of a partition. Views that no replica has updated for a while are stale (after a rollback a
 * release finds its views as it left them): queries read the facts until the views have caught up.
 */
export const createAcquireViews =
  ({ context, faultInjection, onCounted, onRefused, narrate, now }: AcquireViewsDeps) =>
  async (partition: number): Promise<Owner> => {
    const current = await context.refresh();
    const { views } = current.stores;
    const checkpoint = await views.checkpoint(partition);
    await context.checkCheckpoint(current, partition, checkpoint);
    if (checkpoint && now() - checkpoint.seenMs > STOOD_STILL_MS) await views.markStale(partition);
    const hooks = {
      afterRead: () => faultInjection('before-script'),
      afterWrite: () => faultInjection('after-script'),
    };
    let isFirstBuild = checkpoint === null;
    const projection = createViewsProjection({
      ...{ store: views, hooks, onRefused },
      onCounted: (changes, increments) => onCounted(changes, increments, isFirstBuild),
    });
    const owner = await projection.acquire(partition);
    const isLive = checkpoint?.live === true && now() - checkpoint.seenMs <= STOOD_STILL_MS;
    const said = isLive ? owner : narrateRebuild(owner, partition, narrate, () => (isFirstBuild = false));
    return ownerOfGeneration(said, () => context.current() !== current);
  };
