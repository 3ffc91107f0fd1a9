import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appError } from '@skillstream/errors';
import { prepareCache } from '../java/cache.ts';
import { startWatchdog } from '../java/watchdog.ts';
import type { Settings } from '../kafka-settings.ts';
import { readPartitions, type PartitionState } from '../probes/kafka-partitions.ts';
import type { Report } from '../types.ts';
import { createClusterId } from './cluster-id.ts';
import { createHolds, type Hold } from './holds.ts';
import { createKafkaBroker } from './kafka-broker.ts';
import { planNodes } from './kafka-nodes.ts';
import { startKafkaProxy, type KafkaProxy } from './kafka-proxy.ts';
import { moveLeaders } from './move-leaders.ts';

export type KafkaCluster = {
  /** Bootstrap addresses, host:port of each broker, or of its proxy. */
  brokers: string[];
  ids: number[];
  pid(id: number): number | undefined;
  /** SIGTERM: the broker hands over its leaderships, and exits. */
  stop(id: number): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(id: number): Promise<void>;
  /** SIGSTOP: it keeps its connections and does not respond. */
  pause(id: number): void;
  resume(id: number): void;
  /** Starts a broker that has exited, with the same ports and data; resolves when it responds. */
  start(id: number): Promise<void>;
  /** Moves the leader of each partition, of one topic or all, without a restart. @returns how many moved */
  moveLeaders(topic?: string): Promise<number>;
  /** Every partition, from the metadata of one running broker. */
  partitions(): Promise<PartitionState[]>;
  /** Whether every replica of every partition is in sync, as it should be before the next rolling restart. */
  inSync(): Promise<boolean>;
  /** The proxy of a broker. @throws `misconfigured` unless the cluster was started with `proxied` */
  proxy(id: number): KafkaProxy;
  /** Holds the next request of this API key that any client sends to any broker. Needs `proxied`. */
  hold(apiKey: number): Hold;
  /** Stops everything and removes the data. */
  close(): Promise<void>;
};

/**
 * Starts a Kafka cluster with the machine's Java, for tests: KRaft, each process broker and controller, replication
 * factor 3 with `min.insync.replicas` 2. Resolves when every broker responds.
 * @param options `proxied` puts a proxy in front of each broker, and advertises it to clients
 */
export async function startKafkaCluster(
  options: {
    brokers?: number;
    proxied?: boolean;
    env?: NodeJS.ProcessEnv;
    report?: Report;
    overrides?: Settings;
  } = {},
): Promise<KafkaCluster> {
  const {
    brokers: count = 3,
    proxied = false,
    env = process.env,
    report = () => {},
    overrides = {},
  } = options;
  const cacheFolder = await prepareCache(env, report);
  const folder = await mkdtemp(join(tmpdir(), 'skillstream-kafka-'));
  const watchdog = startWatchdog();
  watchdog.temporary(folder);
  const nodes = await planNodes({ brokers: count, proxied, folder, overrides });
  const clusterId = createClusterId();
  const shared = { cacheFolder, clusterId, env, watchdog, report };
  const brokers = new Map(nodes.map((node) => [node.id, createKafkaBroker(node, shared)]));
  const holds = createHolds();
  const proxies = new Map<number, KafkaProxy>();

  const close = async () => {
    // The data is not needed any more, and brokers that stop together cannot hand over leadership.
    await Promise.all([...brokers.values()].map((broker) => broker.kill()));
    await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
    watchdog.close();
    await rm(folder, { recursive: true, force: true });
  };
  const broker = (id: number) => brokers.get(id) ?? missing(`There is no broker ${id}.`);
  const serving = () => nodes.filter(({ id }) => broker(id).serves());
  const partitions = () => {
    const [node] = serving();
    return readPartitions({ host: '127.0.0.1', port: (node ?? missing('No broker serves.')).port });
  };
  try {
    if (proxied)
      for (const { id, advertisedPort, port } of nodes) {
        const target = { host: '127.0.0.1', port };
        proxies.set(id, await startKafkaProxy({ port: advertisedPort, target, holds }));
      }
    const starts = await Promise.allSettled([...brokers.values()].map((each) => each.start()));
    const failure = starts.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    brokers: nodes.map(({ advertisedPort }) => `127.0.0.1:${advertisedPort}`),
    ids: nodes.map(({ id }) => id),
    pid: (id) => broker(id).pid(),
    stop: (id) => broker(id).stop(),
    kill: (id) => broker(id).kill(),
    pause: (id) => broker(id).pause(),
    resume: (id) => broker(id).resume(),
    start: (id) => broker(id).start(),
    moveLeaders: (topic) => {
      // Over the inter-broker listener, which no proxy can stall.
      const bootstrap = serving().map(({ brokersPort }) => `127.0.0.1:${brokersPort}`);
      return moveLeaders({ cacheFolder, env, bootstrap, topic });
    },
    partitions,
    inSync: async () =>
      (await partitions()).every(({ replicas, inSync }) => inSync.length === replicas.length),
    proxy: (id) => proxies.get(id) ?? missing('The cluster was started without proxies.'),
    hold: (apiKey) => holds.add(apiKey),
    close,
  };
}

function missing(message: string): never {
  throw appError('misconfigured', message);
}
