import type { FactReaderDeps } from '../demand/fact-reader.ts';
import { answeredFromOf } from '../fact-filter.ts';
import type { Found } from '../found.ts';
import type { SourceCounts } from './view-reader.ts';

type Row = { _id: string; n: number };

// Every source is above the empty text: the condition lets MongoDB count from the index alone.
const live = { source: { $gt: '' }, retracted: false };

/** Counts the live postings of each source in the facts. */
export const createSourceFactReader =
  ({ stores, partitions, limits }: FactReaderDeps) =>
  async (): Promise<Found<SourceCounts>> => {
    const held = await stores();
    const answeredFrom = await answeredFromOf(held, await partitions());
    const rows = await limits.within(({ maxTimeMS }) =>
      held.facts
        .facts()
        .aggregate<Row>([{ $match: live }, { $group: { _id: '$source', n: { $sum: 1 } } }], { maxTimeMS })
        .toArray(),
    );
    return { found: new Map(rows.map(({ _id, n }) => [_id, n])), answeredFrom };
  };
