import type { Handlers } from '@skillstream/http';
import type { ConsumerStatus, LaggingLine } from '@skillstream/contracts';

type Consumer = { lag: () => Promise<number>; status: () => ConsumerStatus };

/** What the gateway and operators ask: what tagging has not taken yet, and how far it reads. */
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
