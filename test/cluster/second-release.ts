type Options = { engines: string; prefix: string; small: object; open: object };

/**
 * Values of a release that has the engines of another one in its namespace.
 * @param engines name of the release that has them
 * @param prefix of its names in Kafka and Valkey
 */
export const secondRelease = ({ engines, prefix, small, open }: Options) => {
  const existingSecret = { name: `${engines}-engines` };
  return {
    ...small,
    engines: { enabled: false },
    ingestion: { replicas: 1, database: 'second_ingestion' },
    analytics: { database: 'second_analytics' },
    global: {
      ...open,
      kafka: {
        ...{ brokers: [`${engines}-kafka:9092`], prefix, existingSecret },
        sasl: { mechanism: 'plain', username: 'skillstream' },
      },
      mongodb: { url: `mongodb://${engines}-mongodb:27017`, username: 'skillstream', existingSecret },
      redis: { url: `redis://${engines}-valkey:6379`, existingSecret },
      auth: { demoKey: { existingSecret } },
    },
  };
};
