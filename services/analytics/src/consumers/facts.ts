import { groups } from '@skillstream/contracts';
import { createRunner, sightRecord, type LogRecord } from '@skillstream/messaging';
import { replicaName } from '@skillstream/runtime';
import type { Change } from '../contribution/read-batch.ts';
import { factTrailOf } from '../projections/facts/fact-trail.ts';
import { createFactsProjection } from '../projections/facts/projection.ts';
import { narrateRefused } from './narrate-refused.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionDeps } from './projection-deps.ts';
import { putAway, type PutAwayDeps } from './put-away.ts';

type FactsConsumerDeps = ProjectionDeps & PutAwayDeps & { now: () => number };

/** Projects `postings.tagged` into the facts, and dead-letters what cannot be decoded. */
export const createFactsConsumer = (deps: FactsConsumerDeps) => {
  const { context, faultInjection, narrate, sight } = deps;
  const groupId = groups.facts;
  const onRefused = narrateRefused({ narrate, group: groupId, topic: deps.topic });
  const onWritten = (changes: readonly Change[]) => {
    for (const { record } of changes) sightRecord(sight, 'counted-in-facts', record);
  };
  const replica = replicaName();
  const trailOf = (record: LogRecord) => factTrailOf(record, deps.now(), replica);
  return createRunner({
    ...deps,
    groupId,
    commitForLag: true,
    acquire: async (partition) => {
      const current = await context.refresh();
      const { facts } = current.stores;
      await context.checkCheckpoint(current, partition, await facts.checkpoint(partition));
      const hooks = { afterWrite: () => faultInjection('after-facts') };
      const projection = createFactsProjection({
        store: facts,
        hooks,
        onPoison: putAway(deps),
        trailOf,
        onWritten,
        onRefused,
      });
      const owner = await projection.acquire(partition);
      return ownerOfGeneration(owner, () => context.current() !== current);
    },
  });
};
