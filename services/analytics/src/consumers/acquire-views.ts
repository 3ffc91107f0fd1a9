import type { Owner } from '@skillstream/messaging';
import type { FaultInjection, Narrate } from '@skillstream/runtime';
import type { RedisViewStore } from '../stores/redis/redis-view-store.ts';
import type { Change } from '../contribution/read-batch.ts';
import type { ViewIncrements } from '../projections/views/view-increments.ts';
import { createViewsProjection, type ViewsProjectionDeps } from '../projections/views/projection.ts';
import { acquireAgain } from './acquire-again.ts';
import { createFurthestPositions } from './furthest-positions.ts';
import { narrateRebuild } from './narrate-rebuild.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionContext } from './projection-context.ts';

type AcquireViewsDeps = {
  context: Pick<ProjectionContext<{ views: RedisViewStore }>, 'refresh' | 'checkCheckpoint' | 'current'>;
  faultInjection: FaultInjection;
  /** @param isRebuild whether the views are built from records that had been counted before, or could have been */
  onCounted: (changes: Change[], increments: ViewIncrements, isRebuild: boolean) => void;
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
export const createAcquireViews = ({
  context,
  faultInjection,
  onCounted,
  onRefused,
  narrate,
  now,
}: AcquireViewsDeps) => {
  const hooks = {
    afterRead: () => faultInjection('before-script'),
    afterWrite: () => faultInjection('after-script'),
  };
  const positions = createFurthestPositions();
  /** Partitions that were said to be rebuilt, by whichever owner, and not yet to have caught up. */
  const rebuilding = new Set<number>();
  const acquire = async (partition: number): Promise<Owner> => {
    const current = await context.refresh();
    const { views } = current.stores;
    const checkpoint = await views.checkpoint(partition);
    await context.checkCheckpoint(current, partition, checkpoint);
    const position = checkpoint?.position ?? -1;
    const key = `${current.generation.generation}/${partition}`;
    const hasGoneBack = positions.hasGoneBack(key, position);
    const stoodStill = checkpoint !== null && now() - checkpoint.seenMs > STOOD_STILL_MS;
    const isLive = checkpoint?.live === true && !stoodStill;
    let isRebuild = !checkpoint?.isBuilt || (hasGoneBack && !isLive);
    if (isRebuild) await views.markUnbuilt(partition);
    else if (stoodStill) await views.markStale(partition);
    const projection = createViewsProjection({
      ...{ store: views, hooks, onRefused },
      onCounted: (changes, increments) => onCounted(changes, increments, isRebuild),
    });
    const owner = positions.follow(key, await projection.acquire(partition, position));
    if (isLive && rebuilding.delete(partition))
      narrate({ type: 'views.caught-up', partition, position: owner.next });
    const onCaughtUp = () => (isRebuild = false);
    const said = isLive ? owner : narrateRebuild(owner, { partition, narrate, rebuilding, onCaughtUp });
    return ownerOfGeneration(said, () => context.current() !== current);
  };
  return (partition: number): Promise<Owner> => acquireAgain(() => acquire(partition));
};
