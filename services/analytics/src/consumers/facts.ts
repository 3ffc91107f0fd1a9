import { groups } from '@skillstream/contracts';
import {
  createRunner,
  deadLetterOf,
  type Kafka,
  type Publisher,
  type TopicAdmin,
} from '@skillstream/messaging';
import { type FaultPoint, type Log, loggedError } from '@skillstream/runtime';
import type { Poison } from '../contribution/read-batch.ts';
import { createFactsProjection } from '../projections/facts/projection.ts';
import type { Stores } from '../stores/stores-of.ts';
import { ownerOfGeneration } from './owner-of-generation.ts';
import type { ProjectionContext } from './projection-context.ts';

type FactsConsumerDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  context: ProjectionContext<Stores>;
  topic: string;
  deadLetterTopic: string;
  publisher: Publisher;
  groupPrefix: string;
  log: Log;
  faultPoint: FaultPoint;
  sessionTimeoutMs: number;
  onBatch: (partition: number, records: number, seconds: number) => void;
  onDeadLetters: (count: number) => void;
};

/** Reads `postings.tagged` into the facts, and puts away what cannot be decoded. */
export const createFactsConsumer = (deps: FactsConsumerDeps) => {
  const { context, log, faultPoint, publisher, deadLetterTopic } = deps;
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
  return createRunner({
    ...deps,
    groupId: `${deps.groupPrefix}${groups.facts}`,
    commitForLag: true,
    own: async (partition) => {
      const held = await context.refresh();
      const { facts } = held.stores;
      await context.checkMarks(held, partition, await facts.marks(partition));
      const hooks = { afterWrite: () => faultPoint('after-facts') };
      const owner = await createFactsProjection({ store: facts, hooks, onPoison }).own(partition);
      return ownerOfGeneration(owner, () => context.current() !== held);
    },
  });
};
