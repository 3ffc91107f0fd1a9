import { fault } from '@skillstream/runtime';
import type { LeaseNews } from './lease.ts';

const RETRY_AFTER_SECONDS = 2;

/**
 * How much waits to be published, kept in memory: what the relay has in hand, the hints, and what this replica
 * stored without a hint since the last sweep. An estimate: a posting that is swept and hinted counts twice.
 * @param limit above it nothing more is taken in
 */
export const createBacklog = (limit: number) => {
  let relay: LeaseNews = { queue: 0, sweptAtMs: 0 };
  let hints = 0;
  let unhinted: { atMs: number; count: number }[] = [];
  const size = () => relay.queue + hints + unhinted.reduce((sum, { count }) => sum + count, 0);
  return {
    size,
    /** Hints were left, or counted: so many wait. */
    hinted: (waiting: number) => {
      hints = waiting;
    },
    /** Postings were stored without a hint. */
    missed: (count: number, atMs: number) => {
      unhinted.push({ atMs, count });
    },
    /** News of the relay; what was stored before its last sweep began has been found by it. */
    heard: (news: LeaseNews) => {
      relay = news;
      unhinted = unhinted.filter(({ atMs }) => atMs >= news.sweptAtMs);
    },
    /** @throws SkillstreamError `overloaded` when too much waits */
    admit: () => {
      const waiting = size();
      if (waiting <= limit) return;
      throw fault('overloaded', `${waiting} postings wait to be published, ${limit} may`, {
        context: { retryAfterSeconds: RETRY_AFTER_SECONDS },
      });
    },
  };
};

export type Backlog = ReturnType<typeof createBacklog>;
