import type { Owner } from '@skillstream/messaging';
import type { FaultPoint } from '@skillstream/runtime';
import type { FormerViews } from '../store/former-views.ts';
import type { RedisViewStore } from '../store/redis-view-store.ts';
import { createViewsProjection, type ViewsProjectionDeps } from '../views/projection.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionContext } from './projection-context.ts';

type ViewStores = { views: RedisViewStore; former: FormerViews };
export type OwnViewsDeps = {
  context: Pick<ProjectionContext<ViewStores>, 'refresh' | 'checkMarks' | 'current'>;
  faultPoint: FaultPoint;
  onCounted: ViewsProjectionDeps['onCounted'];
};

/** Acquires the views of a partition, in the present form; the form before is let go once this one has caught up. */
export const createOwnViews =
  ({ context, faultPoint, onCounted }: OwnViewsDeps) =>
  async (partition: number): Promise<Owner> => {
    const held = await context.refresh();
    const { views, former } = held.stores;
    await context.checkMarks(held, partition, await views.marks(partition));
    // From here on this release counts the partition; who counts in the form before may do so no longer.
    await former.hush(partition);
    const hooks = {
      afterRead: () => faultPoint('before-script'),
      afterWrite: () => faultPoint('after-script'),
    };
    const projection = createViewsProjection({ store: views, hooks, onCounted, onCaughtUp: former.drop });
    const owner = await projection.own(partition);
    return ownerOfGeneration(owner, () => context.current() !== held);
  };
