import { createTurns, sleep } from '@skillstream/async';
import type { VerifyJob } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { readRange, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import { callEngine } from '../../stores/call-engine.ts';
import type { FactDocument } from '../../stores/mongo/fact-document.ts';
import type { Stores } from '../../stores/stores-of.ts';
import { compareWithLog } from './compare-with-log.ts';
import type { CurrentFact } from './compare-facts.ts';

const BATCH = 2000;
const projection = { partition: 1, offset: 1, retracted: 1, primary: 1 } as const;

type Held = Pick<FactDocument, '_id' | 'partition' | 'offset' | 'retracted' | 'primary'>;
const currentFact = ({ _id, partition, offset, retracted, primary }: Held): CurrentFact => ({
  ...{ postingId: _id, partition, offset, retracted, primary },
});

/** Runs one verification over the log, Redis and MongoDB. */
export const runVerification = async (
  { kafka, admin, topic, stores }: { kafka: Kafka; admin: TopicAdmin; topic: string; stores: Stores },
  progress: (change: Partial<VerifyJob>) => void,
): Promise<void> => {
  const { views, facts } = stores;
  const partitions = (await admin.ends(topic)).length;
  // Recounting an empty log would look like a result without differences.
  if (partitions === 0) throw appError('unavailable', `${topic} has no partitions that can be read`);
  progress({ partitions });
  await compareWithLog({
    progress,
    wait: sleep,
    pause: createTurns().pause,
    readLog: (reader) => readRange({ kafka, admin }, topic, reader),
    snapshot: async (partition) => {
      const current = await callEngine('Redis', () => views.snapshot(partition));
      const end = (await admin.ends(topic)).find((one) => one.partition === partition)?.high ?? 0;
      // Reading up to there would wait for ever: the log was recreated, and the projections have not noticed yet.
      if (current.position >= end)
        throw appError(
          'conflict',
          `The views of ${partition} stand at ${current.position}, the log ends at ${end}`,
        );
      return current;
    },
    factsIn: async function* (partition) {
      const cursor = facts.facts().find({ partition }, { projection, batchSize: BATCH });
      try {
        while (await callEngine('MongoDB', () => cursor.hasNext()))
          yield cursor.readBufferedDocuments().map(currentFact);
      } finally {
        await cursor.close();
      }
    },
    factsById: async (ids) =>
      (
        await callEngine('MongoDB', () =>
          facts
            .facts()
            .find({ _id: { $in: ids } }, { projection, batchSize: ids.length })
            .toArray(),
        )
      ).map(currentFact),
    factsReach: async (partition) => {
      const checkpoint = await callEngine('MongoDB', () => facts.checkpoint(partition));
      return checkpoint ? Math.max(checkpoint.fetched, checkpoint.position + 1) : 0;
    },
  });
};
