export { endTxn } from './frames.ts';
export { startKafkaCluster, type KafkaCluster } from './kafka-cluster.ts';
export type { Hold } from './holds.ts';
export type { KafkaProxy } from './kafka-proxy.ts';
