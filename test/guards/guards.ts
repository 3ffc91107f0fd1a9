/** A guard of the three guarantees: what it is, how it is removed, and the test that then fails. */
export type Guard = {
  name: string;
  file: string;
  /** Occurs exactly once in the file. */
  text: string;
  without: string;
  /** The tests that must fail: a project of jest, a part of the path, and a part of the test's name. */
  caughtBy: { project: 'unit' | 'int' | 'failover'; path: string; test: string };
};

/** The removal of each of these makes a test fail; `node test/guards/take-out.ts` shows it. */
export const guards: readonly Guard[] = [
  {
    name: 'one partition a send, with our own partitioner',
    file: 'packages/messaging/src/partitioned-send.ts',
    text: 'const sends = [...divide(topic, count, records)].map(([partition, list]) =>',
    without:
      'const sends = [[0, [...divide(topic, count, records).values()].flat()] as const].map(([partition, list]) =>',
    caughtBy: {
      project: 'unit',
      path: 'messaging/src/partitioned-send',
      test: 'every send has one partition',
    },
  },
  {
    name: 'a new publisher fences the previous one when it is created',
    file: 'packages/messaging/src/transactional-publisher.ts',
    text: 'await (await producer.transaction()).abort();',
    without: '',
    caughtBy: {
      project: 'int',
      path: 'ingestion/test/relay',
      test: 'cannot put an old version behind a newer one',
    },
  },
  {
    name: 'a transaction ends at the coordinator where it began',
    file: 'packages/messaging/src/transactional-publisher.ts',
    text: 'coordinator.check();',
    without: '',
    caughtBy: {
      project: 'unit',
      path: 'messaging/src/transactional-publisher',
      test: 'by another broker has an unknown outcome',
    },
  },
  {
    name: 'a committed offset is read twice',
    file: 'packages/messaging/src/consumer/transform.ts',
    text: 'await settledOffset(() => admin.committed(groupId, topic, partition));',
    without: 'await admin.committed(groupId, topic, partition);',
    caughtBy: {
      project: 'int',
      path: 'messaging/src/consumer/transform',
      test: 'returns an old offset causes no second transformation',
    },
  },
  {
    name: 'a new version is written by compare-and-set',
    file: 'services/ingestion/src/store/accept.ts',
    text: 'filter: { _id: document._id, version: from }',
    without: 'filter: { _id: document._id }',
    caughtBy: {
      project: 'int',
      path: 'ingestion/test/posting-versions',
      test: 'writers of one posting at the same time',
    },
  },
  {
    name: 'a pending publication is cleared by its mark',
    file: 'services/ingestion/src/store/pending.ts',
    text: 'filter: { _id, pendingVersion, pendingMark: pendingMark ?? null }',
    without: 'filter: { _id, pendingVersion }',
    caughtBy: { project: 'int', path: 'ingestion/src/store/pending', test: 'a clear that comes late' },
  },
  {
    name: 'the lease is renewed only while the relay makes progress',
    file: 'services/ingestion/src/outbox/keep-lease.ts',
    text: 'if (progress.idleMs() > patienceMs)',
    without: 'if (false as boolean)',
    caughtBy: { project: 'int', path: 'ingestion/test/relay', test: 'a relay whose Kafka client hangs' },
  },
  {
    name: 'views are written only at the expected position',
    file: 'services/analytics/src/stores/redis/view-scripts.ts',
    text: 'if position ~= ARGV[1] then return {0, position} end',
    without: '',
    caughtBy: {
      project: 'int',
      path: 'analytics/test/exactly-once',
      test: 'views and facts equal a recount',
    },
  },
  {
    name: 'a fact is replaced only by a later one',
    file: 'services/analytics/src/stores/mongo/mongo-fact-store.ts',
    text: 'filter: { _id: document._id, offset: { $lt: document.offset } }',
    without: 'filter: { _id: document._id }',
    caughtBy: {
      project: 'int',
      path: 'analytics/src/stores/mongo/mongo-fact-store',
      test: 'which an older event cannot',
    },
  },
  {
    name: 'an answer from the facts is kept for their version alone',
    file: 'services/analytics/src/queries/fact-answers.ts',
    text: 'viewVersion !== null && answeredFrom.viewVersion === viewVersion;',
    without: 'viewVersion !== null || answeredFrom.viewVersion === viewVersion;',
    caughtBy: {
      project: 'unit',
      path: 'analytics/src/queries/fact-answers',
      test: 'facts that moved are read again',
    },
  },
  {
    name: 'a partition begins transactions before it reads its offset',
    file: 'packages/messaging/src/consumer/transform.ts',
    text: 'const publisher = await createTransactionalPublisher(kafka, `${groupId}-${topic}-${partition}`);',
    without:
      'const publisher = await createTransactionalPublisher(kafka, `${groupId}-${topic}-${partition}-${Math.random()}`);',
    caughtBy: {
      project: 'int',
      path: 'messaging/src/consumer/transform',
      test: 'a zombie inside a transaction',
    },
  },
  {
    name: 'a batch of markers fetched before a seek is fetched again',
    file: 'packages/messaging/src/consumer/runner.ts',
    text: 'if (first === state.fetchPosition || first === state.doubted) {',
    without: 'if (first >= 0) {',
    caughtBy: {
      project: 'unit',
      path: 'messaging/src/consumer/runner',
      test: 'an empty batch that was fetched before a seek',
    },
  },
  {
    name: 'a consumer that its group has lost is created again',
    file: 'packages/messaging/src/consumer/watch-heartbeats.ts',
    text: 'if (silentMs >= patienceMs) onSilence();',
    without: '',
    caughtBy: {
      project: 'int',
      path: 'messaging/src/consumer/lost-member',
      test: 'that its group has forgotten',
    },
  },
  {
    name: 'a consumer that commits to a broker other than its coordinator is created again',
    file: 'packages/messaging/src/consumer/supervised-consumer.ts',
    text: 'if (wrongCoordinator >= WRONG_COORDINATOR_COMMITS) endConsumer();',
    without: '',
    caughtBy: {
      project: 'unit',
      path: 'messaging/src/consumer/supervised-consumer',
      test: 'a consumer whose commits go to a former coordinator',
    },
  },
  {
    name: 'the names of views are read with their position',
    file: 'services/analytics/src/queries/read-snapshot.ts',
    text: 'return { position: found.position, series: seriesOf(found.names) };',
    without: 'return { position: position ?? found.position, series: seriesOf(found.names) };',
    caughtBy: {
      project: 'int',
      path: 'analytics/src/queries/demand/view-reader',
      test: 'flushed between reading the checkpoints and the names',
    },
  },
  {
    name: 'stale views serve no queries before they have caught up',
    file: 'services/analytics/src/consumers/acquire-views.ts',
    text: 'else if (stoodStill) await views.markStale(partition);',
    without: '',
    caughtBy: {
      project: 'int',
      path: 'analytics/src/consumers/acquire-views',
      test: 'stale views answer no queries',
    },
  },
  {
    name: 'views that Redis loses under a running replica are acquired anew',
    file: 'services/analytics/src/consumers/acquire-again.ts',
    text: 'if (found < next) {',
    without: 'if (found < -1) {',
    caughtBy: {
      project: 'int',
      path: 'analytics/src/consumers/acquire-views',
      test: 'views that Redis loses while they are read',
    },
  },
  {
    name: 'a posting carries its trace through the outbox',
    file: 'services/ingestion/src/outbox/outbox-spans.ts',
    text: 'const context = extractContext(pending);',
    without: 'const context = extractContext({});',
    caughtBy: {
      project: 'unit',
      path: 'ingestion/src/outbox/outbox-spans',
      test: 'the outbox adds spans to its trace',
    },
  },
  {
    name: 'tagging does not forward the tombstone of an expired text',
    file: 'services/tagging/src/consumers/received.ts',
    text: 'if (isExpired(record)) return null;',
    without: '',
    caughtBy: {
      project: 'int',
      path: 'tagging/test/app',
      test: 'expired posting is not forwarded',
    },
  },
  {
    name: 'text goes only after tagging has read it',
    file: 'services/ingestion/src/expiry/decide-expiry.ts',
    text: "return next !== null && next > published.offset ? 'expire' : 'wait';",
    without: "return 'expire';",
    caughtBy: {
      project: 'int',
      path: 'ingestion/test/expiry',
      test: 'text goes once tagging has read it',
    },
  },
  {
    name: 'what is written for a job is marked by the same write',
    file: 'services/ingestion/src/store/link-versions.ts',
    text: '...{ version, job, primary, linkMark, traceparent: null },',
    without: '...{ version, job, primary, traceparent: null },',
    caughtBy: {
      project: 'int',
      path: 'ingestion/src/linking/dying-linker',
      test: 'between two writes of a job leaves it to be published again',
    },
  },
  {
    name: 'text is removed by compare-and-set',
    file: 'services/ingestion/src/store/expiry-store.ts',
    text: 'filter: { _id, version, ...settled, retracted: false, expiredAt: null },',
    without: 'filter: { _id },',
    caughtBy: {
      project: 'int',
      path: 'ingestion/src/store/expiry-store',
      test: 'between reading and removing stays as it is',
    },
  },
  {
    name: 'names in Kafka begin with the prefix of the release',
    file: 'packages/messaging/src/name-in-kafka.ts',
    text: '`${prefixOf(kafka)}${name}`',
    without: 'name',
    caughtBy: { project: 'int', path: 'messaging/src/prefix', test: 'neither sees or fences the other' },
  },
  {
    name: 'a database is refused to another prefix than its own',
    file: 'packages/mongo/src/prefix-record.ts',
    text: 'isRefused = found !== prefix;',
    without: 'isRefused = false;',
    caughtBy: { project: 'int', path: 'mongo/src/prefix-record', test: 'no other is let in' },
  },
  {
    name: 'ingestion takes nothing into the database of another prefix',
    file: 'services/ingestion/src/http/own-database.ts',
    text: 'isRefused() && !reading.includes(method)',
    without: 'false',
    caughtBy: { project: 'int', path: 'ingestion/test/prefix', test: 'published, changed or erased' },
  },
];
