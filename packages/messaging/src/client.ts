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

/** A client with connections of its own, which can be given up without harm to another. */
export type Client = {
  producer: (config: ProducerConfig) => Producer;
  consumer: (config: ConsumerConfig) => Consumer;
  admin: () => Admin;
  /** Breaks its connections at once, and for good: whatever is under way rejects. */
  giveUp: () => void;
};

type Made = { kafka: Kafka; destroy: () => void };

const makers = new WeakMap<Kafka, () => Client>();

/** Says how clients like this one are made. */
export const knowClients = (
  kafka: Kafka,
  make: () => Made,
  noteTimeout: SilentBrokers['noteTimeout'],
): void => {
  const noted = ({ payload }: RequestTimeoutEvent) => noteTimeout(payload.broker, payload.apiName);
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

/** A client like this one. One that nobody made known stands for itself, and cannot be given up. */
export const clientOf = (kafka: Kafka): Client =>
  makers.get(kafka)?.() ?? {
    producer: (config) => kafka.producer(config),
    consumer: (config) => kafka.consumer(config),
    admin: () => kafka.admin(),
    giveUp: () => undefined,
  };
