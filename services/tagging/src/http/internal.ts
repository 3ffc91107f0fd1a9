import type { ConsumerStatus, LaggingLine } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';

type Consumer = { lag: () => Promise<number>; status: () => ConsumerStatus };

/** Handlers for the gateway and operators: the lag of tagging, and its positions. */
export const internalHandlers = (consumer: Consumer) =>
  ({
    getTaggingRow: async (_req, res) => {
      const line: LaggingLine = { lag: await consumer.lag() };
      res.json(line);
    },
    getTaggingConsumers: (_req, res) => {
      res.json([consumer.status()]);
    },
  }) satisfies Partial<Handlers<'tagging'>>;
