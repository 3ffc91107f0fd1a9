import { createPublisher, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { createKafkaClient } from '../platform/kafka-client.ts';
import { print } from '../terminal/command.ts';
import { counted } from '../terminal/numbers.ts';
import { createProgressView } from '../terminal/progress.ts';
import { migrateLetters } from './migrate-letters.ts';

/** Migrates topics of dead letters, one after the other, and shows how far it is; one that does not exist has none. */
export const migrateAll = async (brokers: string[], topics: string[]): Promise<void> => {
  const log = silentLog();
  const kafka = createKafkaClient(brokers);
  const admin = createTopicAdmin(kafka, log);
  const publisher = createPublisher(kafka);
  const view = createProgressView(process.stderr, () => performance.now());
  try {
    for (const topic of topics) {
      if ((await admin.ends(topic)).length === 0) continue;
      const moved = await migrateLetters(topic, {
        read: (name, onRecords) =>
          readRange(
            { kafka, admin },
            name,
            toTheEnd((_, records) => onRecords(records)),
          ),
        publish: publisher.publish,
        compact: admin.compactLetters,
        onProgress: (done, total) => view.show({ label: topic, done, total, items: done }),
      });
      view.end();
      print(`${topic}: ${counted(moved, 'letter')} moved to a key of its own; the topic is compacted`);
    }
  } finally {
    view.end();
    await publisher.close();
    await admin.close();
  }
};
