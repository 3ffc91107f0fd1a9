import type { Owner } from '@skillstream/messaging';
import type { Narrate } from '@skillstream/runtime';

type NarrateRebuildDeps = {
  partition: number;
  narrate: Narrate;
  /** Partitions that were said to be rebuilt by an earlier owner, too: it is said once. */
  rebuilding: Set<number>;
  /** Called once, when they have caught up or had nothing to catch up with. */
  onCaughtUp: () => void;
};

/**
 * Wraps an owner of views that are not live, so that it says when they are being rebuilt, and when they have caught
 * up. Views that have nothing to catch up with say neither.
 */
export const narrateRebuild = (
  owner: Owner,
  { partition, narrate, rebuilding, onCaughtUp }: NarrateRebuildDeps,
): Owner => {
  let isOver = false;
  const follow = (fetched: number, end: number) => {
    if (end < 0 || isOver) return;
    isOver = fetched >= end;
    if (!isOver && !rebuilding.has(partition)) {
      rebuilding.add(partition);
      narrate({ type: 'views.rebuilding', partition, position: owner.next });
    }
    if (!isOver) return;
    if (rebuilding.delete(partition)) narrate({ type: 'views.caught-up', partition, position: fetched });
    onCaughtUp();
  };
  return {
    ...owner,
    check: async (fetched, end) => {
      const next = await owner.check!(fetched, end);
      if (next === null) follow(fetched, end);
      return next;
    },
  };
};
