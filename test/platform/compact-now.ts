import { createKafka } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';

// ConfigResourceTypes.TOPIC of kafkajs.
const TOPIC = 2;

/**
 * Makes Kafka compact a topic as soon as it can, where its own settings would have it done within two days: segments
 * are closed at the next record, and the cleaner has to come at once. The records that close them are tombstones of
 * keys that are none of ours.
 * @param partitions how many the topic has
 */
export const compactNow = async (brokers: string[], topic: string, partitions: number): Promise<void> => {
  const kafka = createKafka(brokers, 'compact-now', silentLog());
  const admin = kafka.admin();
  await admin.connect();
  const settings = { 'cleanup.policy': 'compact', 'segment.ms': '100', 'min.compaction.lag.ms': '0' };
  const configEntries = Object.entries({ ...settings, 'max.compaction.lag.ms': '1' }).map(
    ([name, value]) => ({
      name,
      value,
    }),
  );
  await admin.alterConfigs({ validateOnly: false, resources: [{ type: TOPIC, name: topic, configEntries }] });
  const producer = kafka.producer();
  await producer.connect();
  for (let partition = 0; partition < partitions; partition += 1)
    await producer.send({ topic, messages: [{ partition, key: `close-${partition}`, value: null }] });
  await producer.disconnect();
  await admin.disconnect();
};
