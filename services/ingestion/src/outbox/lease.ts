/** The state in the lease's document. */
export type LeaseState = { owner: string | null; expiresAtMs: number };

export type LeaseStore = {
  read: () => Promise<LeaseState | null>;
  /** false when another replica was faster. */
  create: (state: LeaseState) => Promise<boolean>;
  /** false when the document is no longer the expected one. */
  swap: (expected: LeaseState, next: LeaseState) => Promise<boolean>;
};

/**
 * A lease: at most one owner by the clocks of the replicas, which may differ. It keeps two relays from working against
 * each other; safety comes from the fencing (the transactional producer).
 * @param owner a name that is unique to this start of this replica
 * @param leaseMs how long a lease is valid without renewal, in milliseconds
 */
export const createLease = (store: LeaseStore, owner: string, leaseMs: number) => {
  let mine: LeaseState | null = null;
  let seen: { state: LeaseState; sinceMs: number } | null = null;
  /** Whether nobody has renewed it for longer than a lease is valid, whatever its owner's clock says. */
  const standsStill = (state: LeaseState, nowMs: number): boolean => {
    const same = seen?.state.owner === state.owner && seen.state.expiresAtMs === state.expiresAtMs;
    if (!seen || !same) seen = { state, sinceMs: nowMs };
    return nowMs - seen.sinceMs > leaseMs;
  };
  const swap = async (expected: LeaseState, next: LeaseState): Promise<boolean> => {
    const swapped = await store.swap(expected, next);
    mine = swapped && next.owner === owner ? next : null;
    return swapped;
  };
  return {
    /**
     * Takes the lease if it is free, expired, left over from an earlier leadership of this owner, or was observed
     * unchanged for longer than a lease is valid: its owner may be gone, and its clock may have been far ahead.
     */
    acquire: async (nowMs: number): Promise<boolean> => {
      const present = await store.read();
      const next = { owner, expiresAtMs: nowMs + leaseMs };
      if (!present) {
        const created = await store.create(next);
        mine = created ? next : null;
        return created;
      }
      const isHeld = present.owner !== null && present.owner !== owner && present.expiresAtMs > nowMs;
      if (isHeld && !standsStill(present, nowMs)) return false;
      return swap(present, next);
    },
    /** Renews the lease; false means that it is lost. */
    renew: async (nowMs: number): Promise<boolean> =>
      mine !== null && (await swap(mine, { owner, expiresAtMs: nowMs + leaseMs })),
    held: (nowMs: number): boolean => mine !== null && nowMs < mine.expiresAtMs,
    /** Releases the lease, so that another replica can take it at once. */
    release: async (): Promise<void> => {
      if (mine) await swap(mine, { owner: null, expiresAtMs: 0 });
    },
  };
};

export type Lease = ReturnType<typeof createLease>;
