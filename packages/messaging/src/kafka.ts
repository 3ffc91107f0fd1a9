import type { KafkaAccess, Log } from '@skillstream/runtime';
import { Kafka, logLevel, type KafkaConfig, type LogEntry, type SASLOptions } from 'kafkajs';
import { knowClients } from './client.ts';
import { hideColons } from './ipv6-host.ts';
import { knowPrefix } from './name-in-kafka.ts';
import { quietRequestQueues } from './quiet-request-queue.ts';
import { createSilentBrokers } from './silent-brokers.ts';

quietRequestQueues();

const levels: Record<number, 'error' | 'warn' | 'debug'> = {
  [logLevel.ERROR]: 'error',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'debug',
  [logLevel.DEBUG]: 'debug',
};

// Logged by kafkajs for brokers that are starting, rebalancing, or still ending the previous transaction: kafkajs
// retries, and a reader of the log can do nothing about it. Retries are limited on purpose: after an error our
// producers are closed and recreated.
const passing =
  /coordinator is (loading|not available)|no leader|does not host this topic-partition|rebalanc|Limiting retries|concurrent operation on the same transaction/i;

// The rest is the message of one of our errors, which may quote a record.
const ofHandlers = /^(Crash: \w+|Error when calling each\w+)/;

const probes = new WeakMap<Kafka, Kafka>();

/**
 * Creates a second client of the same cluster for readiness checks: it tries once and fails fast, where the first one
 * retries for many seconds. It logs nothing, since the first does.
 */
export const probeOf = (kafka: Kafka): Kafka => probes.get(kafka) ?? kafka;

/** Timeout of one request, in milliseconds; a cluster has fenced a hanging broker by then. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Creates a kafkajs client that logs through our logger. Nothing connects yet.
 * @param brokers host:port of one or more brokers, an IPv6 address in brackets
 * @param access beside TLS and log-in the prefix of every name: topics, groups, transactional ids, and of the client
 */
export const createKafka = (
  brokers: string[],
  clientId: string,
  log: Log,
  { tls, sasl, prefix = '' }: KafkaAccess = {},
): Kafka => {
  const silent = createSilentBrokers();
  const seeds = brokers.map(hideColons);
  const make = (settings: Partial<KafkaConfig>) => {
    const { socketFactory, destroy } = silent.socketsOfClient();
    const kafka = new Kafka({
      brokers: () => silent.seeds(seeds),
      clientId: `${prefix}${clientId}`,
      ...(tls && { ssl: tls }),
      ...(sasl && { sasl: sasl as SASLOptions }),
      socketFactory,
      ...settings,
    });
    return { kafka, destroy };
  };
  const patient: Partial<KafkaConfig> = {
    connectionTimeout: 3000,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry: LogEntry) => {
      const { message, error, groupId, topic } = entry.log as Record<string, unknown> & { message: string };
      const text = `${message} ${String(error ?? '')}`;
      const quotes = ofHandlers.exec(message);
      const level = passing.test(text) ? 'debug' : (levels[entry.level] ?? 'debug');
      log[level === 'error' ? 'warn' : level](
        { kafka: entry.namespace, groupId, topic, ...(!quotes && { error }) },
        quotes ? quotes[0] : message,
      );
    },
  };
  const once: Partial<KafkaConfig> = {
    connectionTimeout: 1000,
    requestTimeout: 1000,
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  };
  const { kafka } = make(patient);
  const probe = make(once).kafka;
  probes.set(kafka, probe);
  knowPrefix(kafka, prefix);
  knowClients(kafka, () => make(patient), silent.noteTimeout);
  // One second, the timeout of a probe, is too short to call a broker hanging.
  knowClients(
    probe,
    () => make(once),
    () => undefined,
  );
  return kafka;
};

export type { Kafka } from 'kafkajs';
