import type { IngestionLine } from '@skillstream/contracts';
import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';

type Row = { _id: string; accepted: number; pending: number; versions: number; retracted: number };

const isPending = { $gt: ['$pendingVersion', 0] };

/** Ingestion's line of the ledger: every posting it holds, retracted ones apart. Throws `unavailable`. */
export const createReadLedger = (documents: Documents) => (): Promise<IngestionLine> =>
  engineCall('Cannot count postings', async () => {
    const rows = await documents
      .postings()
      .aggregate<Row>([
        { $project: { source: 1, version: 1, pendingVersion: 1, retracted: 1 } },
        {
          $group: {
            _id: '$source',
            accepted: { $sum: 1 },
            pending: { $sum: { $cond: [isPending, 1, 0] } },
            versions: { $sum: { $cond: ['$retracted', 0, '$version'] } },
            // One that waits is pending and nothing else, or it would be in two places.
            retracted: { $sum: { $cond: [{ $and: ['$retracted', { $not: [isPending] }] }, 1, 0] } },
          },
        },
      ])
      .toArray();
    return { sources: Object.fromEntries(rows.map(({ _id, ...counts }) => [_id, counts])) };
  });
