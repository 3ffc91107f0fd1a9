import { appError } from '@skillstream/errors';

/** The capacity in total and for one caller, in units: streams, or bytes of bodies. */
export type CapacityLimits = { most: number; mostOfOne: number };

/**
 * A capacity that callers share and none can exhaust alone. A request that exceeds it is rejected at once: waiting
 * would also occupy a connection of the gateway.
 * @param what names the unit in error messages
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
     * @returns `take` acquires more of it, `giveBack` releases all at the end
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

/** Bytes of request bodies that a process buffers at a time; one caller leaves a quarter of them to others. */
const bodyLimits = { most: 32 * 1024 * 1024, mostOfOne: 24 * 1024 * 1024 };

/** The capacity that buffered bodies share, each from its first byte until the response. */
export const createBodyCapacity = () => createCapacity('bytes of bodies', bodyLimits);
