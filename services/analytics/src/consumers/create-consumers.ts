import {
  COUNTED_WITHIN_SECONDS,
  receivedDeadLetters,
  taggedDeadLetters,
  type ObjectiveEvents,
} from '@skillstream/contracts';
import { instrumentConsumer, createPublisher } from '@skillstream/messaging';
import type { Metrics } from '@skillstream/runtime';
import type { ViewIncrements } from '../projections/views/view-increments.ts';
import type { DeadLetterStore } from '../stores/mongo/dead-letter-store.ts';
import { createDeadLettersConsumer } from './dead-letters.ts';
import { createFactsConsumer } from './facts.ts';
import type { ProjectionDeps } from './projection-deps.ts';
import { createViewsConsumer } from './views.ts';

type ConsumersDeps = Omit<ProjectionDeps, 'onBatch'> & {
  deadLetterStore: DeadLetterStore;
  topicPartitions: number;
  metrics: Metrics;
  onCounted: (increments: ViewIncrements) => void;
  /** Called after records were counted in the views. */
  onRecordsCounted: (count: number) => void;
  now: () => number;
  /** Aborts the wait for topics. */
  signal: AbortSignal;
};

/** Creates all consumers: the tagged postings twice, into views and into facts, and the dead letters. */
export const createConsumers = (deps: ConsumersDeps) => {
  const { kafka, admin, metrics } = deps;
  const makeTopic = () => admin.ensureTopics([taggedDeadLetters], deps.topicPartitions, deps.signal);
  const publisher = createPublisher(kafka, { makeTopic });
  const { onBatch, onDeadLetters } = instrumentConsumer(metrics);
  const freshness = metrics.histogram('posting_counted_seconds');
  const counted: ObjectiveEvents = { events: 0, errors: 0 };
  const onFreshness = (seconds: number) => {
    freshness.observe(seconds);
    counted.events += 1;
    if (seconds > COUNTED_WITHIN_SECONDS) counted.errors += 1;
  };
  const views = createViewsConsumer({ ...deps, onFreshness, onBatch: onBatch('views') });
  const facts = createFactsConsumer({
    ...{ ...deps, publisher, deadLetterTopic: taggedDeadLetters.name, onDeadLetters },
    onBatch: onBatch('facts'),
  });
  const deadLetters = createDeadLettersConsumer({
    ...deps,
    topics: [receivedDeadLetters.name, taggedDeadLetters.name],
    store: deps.deadLetterStore,
  });
  const all = [views, facts, deadLetters];
  return {
    views,
    facts,
    /** Postings that were counted since the start, and those of them that were late. */
    counted: (): ObjectiveEvents => ({ ...counted }),
    /** Counts of the dead letters that have been read. */
    deadLetterCounts: deadLetters.deadLetterCounts,
    /** Position and lag of both projections, by partition. */
    statuses: () => [views.status(), facts.status()],
    /** Lag in records, summed over all consumers, partitions and replicas. */
    lag: async (): Promise<number> => {
      const lags = await Promise.all(all.map((consumer) => consumer.lag()));
      return lags.reduce((sum, one) => sum + one, 0);
    },
    /** Whether both projections have acquired their partitions. */
    ready: (): boolean => [views, facts].every((runner) => runner.ready()),
    /** Creates the dead-letter topic, and waits for the topic of tagged postings. */
    waitForTopics: async (): Promise<void> => {
      await makeTopic();
      await admin.waitForTopic(deps.topic, deps.signal);
    },
    start: (): void => all.forEach((consumer) => consumer.start()),
    stops: [
      { name: 'views', stop: views.stop },
      { name: 'facts', stop: facts.stop },
      { name: 'dead letters', stop: deadLetters.stop },
      { name: 'publisher', stop: publisher.close },
    ],
  };
};
