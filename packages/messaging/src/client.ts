import type {
  Admin,
  Consumer,
  ConsumerConfig,
  Kafka,
  Producer,
  ProducerConfig,
  RequestTimeoutEvent,
} from 'kafkajs';
import type { SilentBrokers } from './silent-brokers.ts';

/** A client with connections of its own, which can be destroyed without affecting others. */
export type Client = {
  producer: (config: ProducerConfig) => Producer;
  consumer: (config: ConsumerConfig) => Consumer;
  admin: () => Admin;
  /** Destroys its connections immediately and permanently: everything in flight rejects. */
  giveUp: () => void;
};

type Made = { kafka: Kafka; destroy: () => void };

const makers = new WeakMap<Kafka, () => Client>();

/** Registers how to create clients with the same settings as this one. */
export const knowClients = (
  kafka: Kafka,
  make: () => Made,
  noteTimeout: SilentBrokers['noteTimeout'],
): void => {
  const noted = ({ payload }: RequestTimeoutEvent) => noteTimeout(payload.broker);
  makers.set(kafka, () => {
    const made = make();
    return {
      producer: (config) => {
        const producer = made.kafka.producer(config);
        producer.on(producer.events.REQUEST_TIMEOUT, noted);
        return producer;
      },
      consumer: (config) => {
        const consumer = made.kafka.consumer(config);
        consumer.on(consumer.events.REQUEST_TIMEOUT, noted);
        return consumer;
      },
      admin: () => {
        const admin = made.kafka.admin();
        admin.on(admin.events.REQUEST_TIMEOUT, noted);
        return admin;
      },
      giveUp: made.destroy,
    };
  });
};

/**
 * Creates a client with the same settings. A client that was not registered is returned itself, and cannot be
 * destroyed.
 */
export const clientOf = (kafka: Kafka): Client =>
  makers.get(kafka)?.() ?? {
    producer: (config) => kafka.producer(config),
    consumer: (config) => kafka.consumer(config),
    admin: () => kafka.admin(),
    giveUp: () => undefined,
  };
