import { baseConfig, completeAccess, kafkaConfig, readConfig } from '@skillstream/runtime';
import { z } from 'zod';

const { KAFKA_BROKERS, TOPIC_PARTITIONS: _, REPLICATION_FACTOR: __, ...access } = kafkaConfig.shape;
const schema = z
  .object({ LOG_LEVEL: baseConfig.shape.LOG_LEVEL, KAFKA_BROKERS, ...access })
  .superRefine(completeAccess);

/** Where Kafka is, and a user that may change ACLs, from the environment. */
export const config = readConfig(schema, process.env);
