/** What stands in the lease's document; `queue` and `sweptAtMs` are the owner's news for the other replicas. */
export type LeaseState = { owner: string | null; expiresAtMs: number; queue: number; sweptAtMs: number };

export type LeaseStore = {
  read: () => Promise<LeaseState | null>;
  /** false when somebody was faster. */
  create: (state: LeaseState) => Promise<boolean>;
  /** false when the document is no longer the expected one. */
  swap: (expected: Pick<LeaseState, 'owner' | 'expiresAtMs'>, next: LeaseState) => Promise<boolean>;
};

export type LeaseNews = Pick<LeaseState, 'queue' | 'sweptAtMs'>;

/**
 * A lease: at most one owner by the clocks of the replicas, which may differ. It keeps two relays from working
 * against each other; that they cannot do harm is the fence's work (the transactional producer).
 * @param owner this replica, by a name that no other start of it has
 * @param leaseMs how long a lease is good without renewal
 */
export const createLease = (store: LeaseStore, owner: string, leaseMs: number) => {
  let mine: LeaseState | null = null;
  const swap = async (expected: LeaseState, next: LeaseState): Promise<boolean> => {
    const swapped = await store.swap(expected, next);
    mine = swapped && next.owner === owner ? next : null;
    return swapped;
  };
  return {
    /** Takes the lease if it is free, expired, or left over from an earlier term of this owner. */
    acquire: async (nowMs: number): Promise<boolean> => {
      const present = await store.read();
      const next = {
        owner,
        expiresAtMs: nowMs + leaseMs,
        queue: present?.queue ?? 0,
        sweptAtMs: present?.sweptAtMs ?? 0,
      };
      if (!present) {
        const created = await store.create(next);
        mine = created ? next : null;
        return created;
      }
      if (present.owner !== null && present.owner !== owner && present.expiresAtMs > nowMs) return false;
      return swap(present, next);
    },
    /** Prolongs the lease; false means that it is lost. */
    renew: async (nowMs: number, news: LeaseNews): Promise<boolean> =>
      mine !== null && (await swap(mine, { ...mine, ...news, expiresAtMs: nowMs + leaseMs })),
    held: (nowMs: number): boolean => mine !== null && nowMs < mine.expiresAtMs,
    /** Gives the lease back, so that another takes it at once. */
    release: async (): Promise<void> => {
      if (mine) await swap(mine, { ...mine, owner: null, expiresAtMs: 0 });
    },
    /** What the document says now, whoever owns it. */
    news: async (): Promise<LeaseNews> => (await store.read()) ?? { queue: 0, sweptAtMs: 0 },
  };
};

export type Lease = ReturnType<typeof createLease>;
