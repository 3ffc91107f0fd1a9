import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asProperties, policy, type Settings } from '../kafka-settings.ts';
import { freePort } from '../ports.ts';

/** One of the brokers: its ports, its advertised port, and its settings file. */
export type KafkaNode = {
  id: number;
  port: number;
  brokersPort: number;
  controllerPort: number;
  /** The port that is advertised to clients: its own, or that of its proxy. */
  advertisedPort: number;
  settingsFile: string;
  logFile: string;
};

/**
 * Settings that differ from a single broker: replication, and sessions long enough for a busy machine. Leadership
 * returns to the preferred replicas as in any cluster, but sooner than Kafka's five minutes.
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
 * Chooses ports for brokers 1 to `brokers` and writes the settings of each under `folder`. Brokers use a separate
 * listener among themselves, so that a proxy sees only clients.
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
