import { pingMongo } from '@skillstream/mongo';
import { pingRedis, type Log, type Redis } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import type { Connection } from 'mongoose';
import { createDeadLetterStore } from './mongo/dead-letter-store.ts';
import { createFactGenerations } from './mongo/fact-generations.ts';
import { createLogGeneration } from './mongo/log-generation.ts';
import { createReplicaRegister } from './mongo/replica-register.ts';
import { createVerificationStore } from './mongo/verification-store.ts';
import { createEvictionGate } from './redis/eviction-gate.ts';
import { createLiveStream } from './redis/live-stream.ts';
import { createViewVersions } from './redis/view-versions.ts';
import { storesOf } from './stores-of.ts';

type AllStoresDeps = {
  redis: Redis;
  mongo: Connection;
  namespace: string;
  /** The topic whose log generations are tracked. */
  topic: string;
  replicaId: string;
  /** The name of the current reports. */
  reports: string;
  log: Log;
  tracer: Tracer;
  now: () => number;
};

/** Creates all stores of the service in Redis and MongoDB; nothing is sent before first use. */
export const createAllStores = (deps: AllStoresDeps) => {
  const { redis, mongo, namespace, log } = deps;
  const date = () => new Date(deps.now());
  return {
    /** Views and facts of a generation of the log. */
    ofGeneration: storesOf(deps),
    generations: createLogGeneration(mongo, deps.topic, date),
    viewVersions: createViewVersions(redis, namespace),
    factGenerations: createFactGenerations(mongo),
    replicas: createReplicaRegister(mongo, deps.replicaId),
    deadLetters: createDeadLetterStore(mongo),
    verifications: createVerificationStore(mongo, date),
    liveStream: createLiveStream(redis, namespace),
    eviction: createEvictionGate(redis, log),
    /** Pings of each engine. */
    pings: { mongo: pingMongo(mongo), redis: pingRedis(redis) },
  };
};
