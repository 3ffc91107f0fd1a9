/** The server.properties of a single KRaft node on this machine; what is not named is Kafka's default. */
export function kafkaSettings(deps: { port: number; controllerPort: number; folder: string }): string {
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${deps.controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${deps.port},CONTROLLER://127.0.0.1:${deps.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${deps.port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': deps.folder,
    'auto.create.topics.enable': false,
    'log.retention.ms': -1,
    'log.retention.bytes': -1,
    // One node: no copies; and few partitions, since each costs files and start-up time.
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'group.initial.rebalance.delay.ms': 0,
    // After a kill the controller takes the old broker for alive until its session ends: this is the wait.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'log.cleaner.dedupe.buffer.size': 32 << 20,
    'num.network.threads': 2,
    'num.io.threads': 4,
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
