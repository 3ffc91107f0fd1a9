import type { ConsumerStatus, LaggingLine, ReplicaReport } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';

type Consumer = { lag: () => Promise<number>; status: () => ConsumerStatus };

/** Handlers for the gateway and operators: the lag of tagging, its positions, and how this replica is. */
export const internalHandlers = (consumer: Consumer, report: () => ReplicaReport) =>
  ({
    getTaggingRow: async (_req, res) => {
      const line: LaggingLine = { lag: await consumer.lag() };
      res.json(line);
    },
    getTaggingConsumers: (_req, res) => {
      res.json([consumer.status()]);
    },
    getTaggingPipeline: (_req, res) => {
      res.json(report());
    },
  }) satisfies Partial<Handlers<'tagging'>>;
