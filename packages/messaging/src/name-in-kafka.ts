import type { Kafka } from 'kafkajs';

const prefixes = new WeakMap<Kafka, string>();

/** Registers what the names of a client begin with. */
export const knowPrefix = (kafka: Kafka, prefix: string): void => void prefixes.set(kafka, prefix);

/** What the names of a client begin with. */
export const prefixOf = (kafka: Kafka): string => prefixes.get(kafka) ?? '';

/**
 * How Kafka calls a topic, a group or a transactional id of this client. Only what speaks to Kafka asks: to everything
 * else, logs, metrics and dead letters among it, a topic has the name of the contracts.
 */
export const nameIn =
  (kafka: Kafka) =>
  (name: string): string =>
    `${prefixOf(kafka)}${name}`;
