import type { Owner } from '@skillstream/messaging';

/**
 * How far each partition's state was known to be, whoever owned it meanwhile: a position only grows, so a state that
 * is behind that has lost something.
 */
export const createFurthestPositions = () => {
  const furthest = new Map<string, number>();
  return {
    /** @returns whether the state has gone back since it was last looked at */
    hasGoneBack: (key: string, position: number): boolean => {
      const isBehind = position < (furthest.get(key) ?? -1);
      furthest.set(key, position);
      return isBehind;
    },
    /** Remembers how far an owner gets. */
    follow: (key: string, owner: Owner): Owner => ({
      ...owner,
      take: async (records, upTo) => {
        const next = await owner.take(records, upTo);
        furthest.set(key, Math.max(furthest.get(key) ?? -1, next - 1));
        return next;
      },
    }),
  };
};
