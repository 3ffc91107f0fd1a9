import { createQueries } from '../src/queries/create-queries.ts';
import { createFactLimits } from '../src/queries/fact-limits.ts';
import type { Contribution } from '../src/contribution/contribution.ts';
import { incrementsOf } from '../src/projections/views/view-increments.ts';
import type { Report } from '../src/queries/report/schema.ts';
import type { Fixture } from './fixture.ts';

/** What is asked is the answer, not how soon it comes: a busy machine takes seconds. */
const PATIENT = { timeMs: 600_000, patienceMs: 600_000 };

type Event = { postingId: string; contribution: Contribution };

/**
 * Builds both read models of the same events, a list for each partition, with the real projections, and queries them.
 */
export const queriesAbout = async (fixture: Fixture, logs: Event[][], reports: readonly Report[] = []) => {
  const stores = fixture.fresh();
  for (const [partition, log] of logs.entries()) {
    const events = log.map((event) => ({ ...event, postingId: `${partition}-${event.postingId}` }));
    const end = events.length;
    await stores.views.write(partition, -1, { position: end - 1, ...incrementsOf(events, new Map()) });
    await stores.views.touch(partition, end - 1, end, true);
    await stores.facts.position(partition);
    await stores.facts.write(events.map((event, offset) => ({ ...event, partition, offset })));
    await stores.facts.move(partition, -1, end - 1);
    await stores.facts.touch(partition, end - 1, end, true);
  }
  const partitions = async () => logs.length;
  const context = { current: () => ({ stores }), stores: async () => stores, partitions };
  return createQueries({
    context,
    reports,
    maxAgeMs: 1000,
    now: Date.now,
    limits: createFactLimits(PATIENT),
  });
};
