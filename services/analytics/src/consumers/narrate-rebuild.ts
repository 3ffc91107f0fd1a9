import type { Owner } from '@skillstream/messaging';
import type { Narrate } from '@skillstream/runtime';

/**
 * Wraps an owner of views that are not live, so that it says when they are being rebuilt, and when they have caught
 * up. Views that have nothing to catch up with say neither.
 * @param onCaughtUp called once, when they have caught up or had nothing to catch up with
 */
export const narrateRebuild = (
  owner: Owner,
  partition: number,
  narrate: Narrate,
  onCaughtUp: () => void,
): Owner => {
  let state: 'unknown' | 'behind' | 'live' = 'unknown';
  const follow = (fetched: number, end: number) => {
    if (end < 0 || state === 'live') return;
    const caughtUp = fetched >= end;
    if (state === 'unknown' && !caughtUp)
      narrate({ type: 'views.rebuilding', partition, position: owner.next });
    if (state === 'behind' && caughtUp) narrate({ type: 'views.caught-up', partition, position: fetched });
    state = caughtUp ? 'live' : 'behind';
    if (caughtUp) onCaughtUp();
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
