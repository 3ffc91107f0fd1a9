import type { EngineLogins } from './types.ts';

/** Broker properties by name. */
export type Settings = Record<string, string | number | boolean>;

/** Settings of every broker that we start; all others are Kafka's defaults. */
export const policy: Settings = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'inter.broker.listener.name': 'PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'auto.create.topics.enable': false,
  'log.retention.ms': -1,
  'log.retention.bytes': -1,
  // One node: no replication; and few partitions, since each costs files and start-up time.
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 4,
  'group.initial.rebalance.delay.ms': 0,
  // After a kill the controller considers the old broker alive until its session expires: this is the wait.
  'broker.session.timeout.ms': 3_000,
  'broker.heartbeat.interval.ms': 500,
  // Kafka's 128 MB would be a quarter of the heap; 32 MB still cleans a million keys in one pass.
  'log.cleaner.dedupe.buffer.size': 32 << 20,
  'num.network.threads': 2,
  'num.io.threads': 4,
};

/**
 * Additional settings of a broker with logins (SASL PLAIN) and ACLs. The controller's listener is not reachable for
 * clients: there every principal is ANONYMOUS.
 * @param admin the user who creates the ACLs
 */
export const guard = (admin: string): Settings => ({
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'allow.everyone.if.no.acl.found': false,
  'super.users': `User:ANONYMOUS;User:${admin}`,
  'sasl.enabled.mechanisms': 'PLAIN',
});

// The broker connects to itself as the admin.
const guardedListener = ({ admin, kafka }: EngineLogins): Settings => {
  const passwords = { [admin.username]: admin.password, ...kafka };
  const credentials = Object.entries(passwords).map(([name, password]) => `user_${name}="${password}"`);
  const itself = `username="${admin.username}" password="${admin.password}"`;
  return {
    ...guard(admin.username),
    'inter.broker.listener.name': 'CLIENT',
    'listener.security.protocol.map': 'CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'listener.name.client.plain.sasl.jaas.config': `${plainLogin} ${[itself, ...credentials].join(' ')};`,
  };
};
const plainLogin = 'org.apache.kafka.common.security.plain.PlainLoginModule required';

/** Returns the server.properties of a single KRaft node that listens only on this machine. */
export function kafkaProperties(deps: {
  port: number;
  controllerPort: number;
  folder: string;
  logins?: EngineLogins | undefined;
}): string {
  const client = `${deps.logins ? 'CLIENT' : 'PLAINTEXT'}://127.0.0.1:${deps.port}`;
  const settings: Settings = {
    ...policy,
    ...(deps.logins && guardedListener(deps.logins)),
    'controller.quorum.voters': `1@127.0.0.1:${deps.controllerPort}`,
    listeners: `${client},CONTROLLER://127.0.0.1:${deps.controllerPort}`,
    'advertised.listeners': client,
    'log.dirs': deps.folder,
  };
  return asProperties(settings);
}

/** Returns settings as the text of a server.properties. */
export function asProperties(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** Returns the same settings as the environment of an `apache/kafka` container that advertises `advertised`. */
export function kafkaContainerEnv(advertised: string): Record<string, string> {
  const settings: Settings = {
    ...policy,
    'controller.quorum.voters': '1@localhost:9093',
    listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    'advertised.listeners': `PLAINTEXT://${advertised}`,
  };
  const name = (key: string) => `KAFKA_${key.toUpperCase().replaceAll('.', '_')}`;
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [name(key), String(value)]));
}
