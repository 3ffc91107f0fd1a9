import type { BurnRate } from './objectives-api.ts';

/**
 * Of each window how fast a budget was spent; undefined where no more of it is known than of the shorter one before,
 * so that it would say the same again under another name. A window with a gap in it is known well enough to be shown.
 */
export const ownTimes = (burn: readonly BurnRate[]): (number | null | undefined)[] =>
  burn.map(({ knownSeconds, times }, index) => {
    const before = burn[index - 1];
    return before && knownSeconds <= before.knownSeconds ? undefined : times;
  });

const LONGEST = { window: '6h', seconds: 6 * 3600 };

/** For how many seconds the longest of the windows is known; null where that is all of it. */
export const knownOfLongest = (burn: readonly BurnRate[]): number | null => {
  const known = Math.max(0, ...burn.map(({ knownSeconds }) => knownSeconds));
  return burn.at(-1)?.window === LONGEST.window && known >= LONGEST.seconds ? null : known;
};

/** Where `alerts` is null: neither that something fires is known, nor that nothing does. */
export const ALERTS_UNKNOWN =
  'which alerts fire is not known: Redis, in which the replicas show themselves, was not read';
