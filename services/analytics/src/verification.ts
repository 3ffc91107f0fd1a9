import { readRange, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import { fault, sleep } from '@skillstream/runtime';
import type { FactDocument } from './store/fact-document.ts';
import type { Stores } from './stores.ts';
import { verify } from './verify/verification.ts';
import type { LastEvent } from './verify/compare-facts.ts';
import type { VerifyJob } from '@skillstream/contracts';

const PAGE = 1000;
const lastEvents = (documents: Pick<FactDocument, '_id' | 'partition' | 'offset'>[]): [string, LastEvent][] =>
  documents.map(({ _id, partition, offset }) => [_id, { partition, offset }]);

/** One verification over the real log, Redis and MongoDB. */
export const runVerification = async (
  { kafka, admin, topic, stores }: { kafka: Kafka; admin: TopicAdmin; topic: string; stores: Stores },
  progress: (change: Partial<VerifyJob>) => void,
): Promise<void> => {
  const partitions = (await admin.ends(topic)).length;
  const projection = { _id: 1, partition: 1, offset: 1 };
  progress({ partitions });
  await verify({
    partitions,
    progress,
    wait: sleep,
    readLog: (reader) => readRange({ kafka, admin }, topic, reader),
    snapshot: async (partition) => {
      const held = await stores.views.snapshot(partition);
      const end = (await admin.ends(topic)).find((one) => one.partition === partition)?.high ?? 0;
      // Reading up to there would wait for ever: the log was made anew, and the projections have yet to notice.
      if (held.position >= end)
        throw fault(
          'conflict',
          `The views of ${partition} stand at ${held.position}, the log ends at ${end}`,
        );
      return held;
    },
    allFacts: async () => {
      const found = new Map<string, LastEvent>();
      for await (const document of stores.facts.facts().find({}, { projection })) {
        found.set(document._id, { partition: document.partition, offset: document.offset });
      }
      return found;
    },
    factsOf: async (ids) => {
      const found = new Map<string, LastEvent>();
      for (let from = 0; from < ids.length; from += PAGE) {
        const filter = { _id: { $in: ids.slice(from, from + PAGE) } };
        for (const [id, at] of lastEvents(
          await stores.facts.facts().find(filter, { projection }).toArray(),
        )) {
          found.set(id, at);
        }
      }
      return found;
    },
  });
};
