import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asProperties, policy, type Settings } from '../kafka-settings.ts';
import { freePort } from '../ports.ts';

/** One of the brokers: where it listens, where clients reach it, and the file that tells it so. */
export type KafkaNode = {
  id: number;
  port: number;
  brokersPort: number;
  controllerPort: number;
  /** What clients are told: the port itself, or that of the proxy before it. */
  advertisedPort: number;
  settingsFile: string;
  logFile: string;
};

/**
 * What differs from a single broker: copies, and sessions long enough for a busy machine. Leaders go back to the
 * preferred replicas as in any cluster, only sooner than Kafka's five minutes.
 */
const clusterPolicy = (brokers: number): Settings => {
  const copies = Math.min(3, brokers);
  const inSync = Math.max(1, copies - 1);
  return {
    ...policy,
    'inter.broker.listener.name': 'BROKERS',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,BROKERS:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'controlled.shutdown.enable': true,
    'leader.imbalance.check.interval.seconds': 20,
    'broker.session.timeout.ms': 6_000,
    'broker.heartbeat.interval.ms': 1_000,
    'log.cleaner.dedupe.buffer.size': 16 << 20,
  };
};

/**
 * Chooses ports for brokers 1 to `brokers` and writes each one's settings under `folder`. Brokers speak among
 * themselves by a listener of their own, so that a proxy sees clients alone.
 */
export async function planNodes(deps: {
  brokers: number;
  proxied: boolean;
  folder: string;
  overrides: Settings;
}): Promise<KafkaNode[]> {
  const { brokers, proxied, folder, overrides } = deps;
  const taken = new Set<number>();
  const pick = async () => {
    const port = await freePort(undefined, taken);
    taken.add(port);
    return port;
  };
  const nodes: KafkaNode[] = [];
  for (let id = 1; id <= brokers; id += 1) {
    const port = await pick();
    nodes.push({
      id,
      port,
      brokersPort: await pick(),
      controllerPort: await pick(),
      advertisedPort: proxied ? await pick() : port,
      settingsFile: join(folder, `kafka-${id}.properties`),
      logFile: join(folder, `kafka-${id}.log`),
    });
  }
  const voters = nodes.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(',');
  for (const node of nodes) {
    const data = join(folder, `kafka-${node.id}`);
    await mkdir(data, { recursive: true });
    const between = `BROKERS://127.0.0.1:${node.brokersPort}`;
    const settings: Settings = {
      ...clusterPolicy(brokers),
      'node.id': node.id,
      'controller.quorum.voters': voters,
      listeners: `PLAINTEXT://127.0.0.1:${node.port},${between},CONTROLLER://127.0.0.1:${node.controllerPort}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${node.advertisedPort},${between}`,
      'log.dirs': data,
      ...overrides,
    };
    await writeFile(node.settingsFile, asProperties(settings));
  }
  return nodes;
}
