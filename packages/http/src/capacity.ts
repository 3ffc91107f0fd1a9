import { appError } from '@skillstream/errors';

/** How much there is, in all and for one caller: of streams their number, of bodies their bytes. */
export type CapacityLimits = { most: number; mostOfOne: number };

/**
 * What many share and nobody may have alone. Whoever comes too late is refused at once: to wait would hold a
 * connection of the gateway, too.
 * @param what is shared, as callers are told
 */
export const createCapacity = (what: string, { most, mostOfOne }: CapacityLimits) => {
  const taken = new Map<string, number>();
  let inAll = 0;
  const give = (caller: string, amount: number) => {
    inAll -= amount;
    const left = taken.get(caller)! - amount;
    if (left > 0) taken.set(caller, left);
    else taken.delete(caller);
  };
  return {
    inAll: () => inAll,
    /**
     * Opens an account for a request.
     * @returns `take` more of it, and `giveBack` all at its end
     */
    open: (caller: string) => {
      let own = 0;
      return {
        /** @throws SkillstreamError `overloaded` */
        take: (amount: number) => {
          const ofOne = (taken.get(caller) ?? 0) + amount;
          if (ofOne > mostOfOne)
            throw appError('overloaded', `This caller has ${mostOfOne} ${what} under way`);
          if (inAll + amount > most) throw appError('overloaded', `There are ${most} ${what} under way`);
          inAll += amount;
          own += amount;
          taken.set(caller, ofOne);
        },
        giveBack: () => {
          if (own > 0) give(caller, own);
          own = 0;
        },
      };
    },
  };
};

export type Capacity = ReturnType<typeof createCapacity>;
