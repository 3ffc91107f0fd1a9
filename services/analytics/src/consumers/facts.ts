import { groups } from '@skillstream/contracts';
import { errorCode, loggedError } from '@skillstream/errors';
import {
  createRunner,
  deadLetterOf,
  markDead,
  sightDeath,
  sightRecord,
  type LogRecord,
  type Publisher,
} from '@skillstream/messaging';
import { replicaName } from '@skillstream/runtime';
import type { Change, Poison } from '../contribution/read-batch.ts';
import { factTrailOf } from '../projections/facts/fact-trail.ts';
import { createFactsProjection } from '../projections/facts/projection.ts';
import { narrateRefused } from './narrate-refused.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionDeps } from './projection-deps.ts';

type FactsConsumerDeps = ProjectionDeps & {
  deadLetterTopic: string;
  publisher: Publisher;
  onDeadLetters: (count: number) => void;
  now: () => number;
};

/** Projects `postings.tagged` into the facts, and dead-letters what cannot be decoded. */
export const createFactsConsumer = (deps: FactsConsumerDeps) => {
  const { context, faultInjection, publisher, deadLetterTopic, narrate, sight } = deps;
  const groupId = `${deps.groupPrefix}${groups.facts}`;
  const onRefused = narrateRefused({ narrate, group: groupId, topic: deps.topic });
  const onWritten = (changes: readonly Change[]) => {
    for (const { record } of changes) sightRecord(sight, 'counted-in-facts', record);
  };
  const onPoison = async (poison: Poison[]) => {
    for (const { record, error } of poison) {
      const { topic, partition, offset } = record;
      const [code, reason] = [errorCode(error), loggedError(error)];
      narrate({ type: 'dead-lettered', topic, partition, offset, code, reason });
      markDead(record, code);
    }
    await publisher.publish(
      deadLetterTopic,
      poison.map(({ record, error }) => deadLetterOf(record, error, 1, new Date())),
    );
    for (const { record } of poison) sightDeath(sight, 'tagged', record);
    deps.onDeadLetters(poison.length);
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
      await context.checkMarks(current, partition, await facts.marks(partition));
      const hooks = { afterWrite: () => faultInjection('after-facts') };
      const projection = createFactsProjection({
        store: facts,
        hooks,
        onPoison,
        trailOf,
        onWritten,
        onRefused,
      });
      const owner = await projection.acquire(partition);
      return ownerOfGeneration(owner, () => context.current() !== current);
    },
  });
};
