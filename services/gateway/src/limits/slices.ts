import type { RateClass } from '@skillstream/contracts';

/** What a client got of its quota: units, what is left over all replicas, and when the window ends. */
export type QuotaGrant = { granted: number; remaining: number; endsInMs: number };
export type Verdict = { allowed: boolean; remaining: number; endsInMs: number };

export type SlicesDeps = {
  /** Requests of one client in a window. */
  quota: number;
  windowMs: number;
  /** Takes units of the shared quota. Where that fails this process counts by itself for a window. */
  take: (client: string, units: number) => Promise<QuotaGrant>;
  now: () => number;
  /** Clients that are tracked; the oldest are dropped. */
  mostClients: number;
};

type Grant = { left: number; elsewhere: number; endsAtMs: number };

/**
 * Counts the requests of each client against a quota that all replicas share, in slices: a hundredth of the quota is
 * taken at once and then spent here, so a hundred requests cost one call to the store, and a client that has used up
 * its quota none. Never more than the quota is granted; a replica may hold a slice that is never spent.
 */
export const createSlices = ({ quota, windowMs, take, now, mostClients }: SlicesDeps) => {
  const slice = Math.max(1, Math.floor(quota / 100));
  const grants = new Map<string, Grant>();
  const taking = new Map<string, Promise<void>>();

  const keep = (client: string, { granted, remaining, endsInMs }: QuotaGrant) => {
    grants.delete(client);
    for (const [oldest] of grants) {
      if (grants.size < mostClients) break;
      grants.delete(oldest);
    }
    grants.set(client, { left: granted, elsewhere: remaining, endsAtMs: now() + Math.max(1, endsInMs) });
  };
  const takeMore = async (client: string) => {
    const alone = { granted: quota, remaining: 0, endsInMs: windowMs };
    keep(client, await take(client, slice).catch(() => alone));
  };

  return async (client: string): Promise<Verdict> => {
    for (;;) {
      const mine = grants.get(client);
      const endsInMs = mine ? mine.endsAtMs - now() : 0;
      if (mine && endsInMs > 0) {
        const { left, elsewhere } = mine;
        if (left > 0) mine.left -= 1;
        if (left + elsewhere === 0) return { allowed: false, remaining: 0, endsInMs };
        if (left > 0) return { allowed: true, remaining: left - 1 + elsewhere, endsInMs };
      }
      // Concurrent requests wait for the same slice.
      let more = taking.get(client);
      if (!more) {
        more = takeMore(client).finally(() => taking.delete(client));
        taking.set(client, more);
      }
      await more;
    }
  };
};

type Spend = ReturnType<typeof createSlices>;

/** The limit of a class of requests: so many per client in a window. */
type Limit = { quota: number; windowSeconds: number; spend: Spend };
/** A class without a limit is not counted. */
export type Limits = Partial<Record<RateClass, Limit>>;
