import type { ReplicaReport } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';

/** @param report how this replica is, and what it narrated last */
export const pipelineHandlers = (report: () => ReplicaReport) =>
  ({
    getIngestionPipeline: (_req, res) => {
      res.json(report());
    },
  }) satisfies Partial<Handlers<'ingestion'>>;
