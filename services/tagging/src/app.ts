import { createTurns } from '@skillstream/async';
import { groups, postingsTagged } from '@skillstream/contracts';
import { createBodyCapacity, createShell, operationRouter } from '@skillstream/http';
import { instrumentConsumer, createLagWatch } from '@skillstream/messaging';
import { createChannel, createRate, createReadiness, createSnapshots } from '@skillstream/runtime';
import { compileTagger, createCatalogue, shareMemory, taggerOf } from '@skillstream/tagger';
import { idleTelemetry } from '@skillstream/telemetry';
import type { AppDeps } from './app-deps.ts';
import { createReceivedConsumer } from './consumers/received.ts';
import { createTopics } from './consumers/topics.ts';
import { internalHandlers } from './http/internal.ts';
import { skillHandlers } from './http/skills.ts';
import { tagsHandlers } from './http/tags.ts';
import { createTagThread } from './threads/create-tag-thread.ts';

/** Creates the service from its connections; nothing runs before `start`. */
export const createApp = (deps: AppDeps) => {
  const { admin, log, metrics, telemetry = idleTelemetry() } = deps;
  const stopped = new AbortController();
  const compiled = shareMemory(compileTagger(deps.taxonomy, deps.model));
  const tagger = taggerOf(compiled);
  const thread = createTagThread(compiled, log);
  const topics = createTopics({ admin, partitions: deps.topicPartitions, signal: stopped.signal });
  const channel = createChannel({ service: 'tagging', log, metrics, ...deps.channel });
  const tagged = createRate();
  const measured = instrumentConsumer(metrics);
  const consumer = createReceivedConsumer({
    ...deps,
    tagger,
    makeTopics: topics.ensure,
    tracer: telemetry.tracer,
    ...{ narrate: channel.narrate, sight: channel.sight, onTagged: tagged.add },
    onBatch: measured.onBatch('tagging'),
    onDeadLetter: () => measured.onDeadLetters(1),
  });
  const lagWatch = createLagWatch({
    ...{ admin, metrics, nowMs: () => Date.now() },
    readers: [groups.views, groups.facts].map((group) => ({ group, topic: postingsTagged.name })),
  });
  const readiness = createReadiness({ kafka: admin.ping, consumer: () => consumer.ready() });
  const snapshots = createSnapshots(
    channel,
    () => {
      const snapshot = consumer.snapshot();
      const rates = { inPerSecond: snapshot.recordsPerSecond, outPerSecond: tagged.perSecond() };
      return { rates, consumers: [snapshot], watched: [...lagWatch.last()] };
    },
    readiness,
  );
  const handlers = {
    ...internalHandlers(consumer, snapshots.report),
    ...tagsHandlers(thread.ask, createBodyCapacity()),
    ...skillHandlers(createCatalogue(deps.taxonomy), createTurns()),
  };
  const routes = [operationRouter('tagging', handlers)];
  const { authorize } = deps;
  const shell = createShell({ log, metrics, readiness, telemetry, authorize, routes });

  const start = async () => {
    snapshots.start();
    thread.start();
    await topics.ensure();
    await topics.waitForReceived();
    consumer.start();
    lagWatch.start();
  };

  return {
    shell,
    readiness,
    metrics,
    consumer,
    /** Waits for Kafka and the topic, without a time limit. */
    start: () => start().catch((error: unknown) => stopped.signal.aborted || Promise.reject(error)),
    stops: [
      { name: 'start', stop: async () => stopped.abort() },
      { name: 'thread', stop: thread.stop },
      { name: 'consumer', stop: consumer.stop },
      { name: 'lag watch', stop: lagWatch.stop },
      { name: 'snapshots', stop: snapshots.stop },
    ],
  };
};
