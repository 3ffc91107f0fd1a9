import { groups } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { createRunner, deadLetterOf, type LogRecord, type Publisher } from '@skillstream/messaging';
import { processName } from '@skillstream/runtime';
import type { Poison } from '../contribution/read-batch.ts';
import { factTrailOf } from '../projections/facts/fact-trail.ts';
import { createFactsProjection } from '../projections/facts/projection.ts';
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
  const { context, log, faultInjection, publisher, deadLetterTopic } = deps;
  const onPoison = async (poison: Poison[]) => {
    for (const { record, error } of poison) {
      const { topic, partition, offset } = record;
      log.warn({ topic, partition, offset, error: loggedError(error) }, 'dead letter');
    }
    await publisher.publish(
      deadLetterTopic,
      poison.map(({ record, error }) => deadLetterOf(record, error, 1, new Date())),
    );
    deps.onDeadLetters(poison.length);
  };
  const replica = processName();
  const trailOf = (record: LogRecord) => factTrailOf(record, deps.now(), replica);
  return createRunner({
    ...deps,
    groupId: `${deps.groupPrefix}${groups.facts}`,
    commitForLag: true,
    acquire: async (partition) => {
      const current = await context.refresh();
      const { facts } = current.stores;
      await context.checkMarks(current, partition, await facts.marks(partition));
      const hooks = { afterWrite: () => faultInjection('after-facts') };
      const owner = await createFactsProjection({ store: facts, hooks, onPoison, trailOf }).acquire(
        partition,
      );
      return ownerOfGeneration(owner, () => context.current() !== current);
    },
  });
};
