import { randomUUID } from 'node:crypto';
import { backoffMs, runPeriodically } from '@skillstream/async';
import { receivedDeadLetters, taggedDeadLetters } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import {
  createPublisher,
  readRange,
  toTheEnd,
  type Kafka,
  type LogRecord,
  type TopicAdmin,
} from '@skillstream/messaging';
import type { Log } from '@skillstream/runtime';
import { createLease } from '../outbox/lease.ts';
import type { Documents } from '../store/documents.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import { createLeaseStore } from '../store/lease-store.ts';
import { createErasing } from './erasing.ts';
import { createLetters } from './letters.ts';
import { createRepeatLetters } from './repeat-letters.ts';
import { createReadersPassed, type LetterReader } from './readers.ts';

export type ErasureSettings = {
  /** The groups that write them, in the order in which a posting passes them. */
  letterReaders: readonly LetterReader[];
  leaseMs: number;
};

export type ErasureDeps = {
  settings: ErasureSettings;
  kafka: Kafka;
  admin: TopicAdmin;
  documents: Documents;
  store: ErasureStore;
  onStored: (count: number) => void;
  isCrowded: () => boolean;
  nowMs: () => number;
  log: Log;
};

const LEASE = 'erasure';
const REPEAT_LEASE = 'erased-letters';
const EVERY_MS = 500;
const REPEAT_EVERY_MS = 10_000;
const BACKOFF = { firstMs: 500, maxMs: 60_000 };

/**
 * Erases in the background what was asked for. One replica does it at a time, by a lease; where a step takes longer
 * than the lease, two may do the same, which does no harm.
 */
export const createErasure = (deps: ErasureDeps) => {
  const { settings, kafka, admin, documents, store, nowMs, log } = deps;
  const { letterReaders, leaseMs } = settings;
  const publisher = createPublisher(kafka);
  const leaseOn = (name: string) => createLease(createLeaseStore(documents, name), randomUUID(), leaseMs);
  const lease = leaseOn(LEASE);
  const letterLog = {
    topics: [receivedDeadLetters.name, taggedDeadLetters.name],
    read: (topic: string, onRecords: (records: LogRecord[]) => void) =>
      readRange(
        { kafka, admin },
        topic,
        toTheEnd((_, records) => onRecords(records)),
      ),
    publish: publisher.publish,
  };
  const erasing = createErasing({
    ...{ store, onStored: deps.onStored, isCrowded: deps.isCrowded },
    readersPassed: createReadersPassed(admin, letterReaders),
    ...createLetters({ ...letterLog, sourcesOf: store.sourcesOf }),
    onFailed: ({ source, failures }, reason) =>
      log.warn({ source, failures: failures + 1, reason }, 'an erasure failed, and is tried again'),
    newId: randomUUID,
    now: () => new Date(),
    pauseMs: (failures) => backoffMs(failures, BACKOFF, Math.random()),
  });

  const once = async (signal: AbortSignal) => {
    if ((await store.due(new Date())).length === 0 || !(await lease.acquire(nowMs()))) return;
    try {
      while (!signal.aborted && (await lease.renew(nowMs())) && (await erasing.step()));
    } finally {
      await lease.release();
    }
  };
  const worker = runPeriodically(once, {
    everyMs: EVERY_MS,
    onError: (error) => {
      log.debug({ reason: loggedError(error) }, 'cannot look for erasures');
      return BACKOFF.firstMs * 4;
    },
  });

  const repeat = createRepeatLetters({ ...letterLog, store, now: () => new Date() });
  const repeatLease = leaseOn(REPEAT_LEASE);
  const repeatOnce = async () => {
    if ((await store.lettersToRepeat(new Date())).length === 0 || !(await repeatLease.acquire(nowMs())))
      return;
    try {
      await repeat();
    } finally {
      await repeatLease.release();
    }
  };
  const repeater = runPeriodically(repeatOnce, {
    everyMs: REPEAT_EVERY_MS,
    onError: (error) => {
      log.warn({ reason: loggedError(error) }, 'tombstones of letters are not published again yet');
    },
  });
  return {
    start: () => {
      worker.start();
      repeater.start();
    },
    stops: [
      { name: 'erasure', stop: worker.stop },
      { name: 'erased letters', stop: repeater.stop },
      { name: 'erasure publisher', stop: publisher.close },
    ],
  };
};
