export { endTxn } from './frames.ts';
export { startKafkaCluster, type KafkaCluster } from './kafka-cluster.ts';
