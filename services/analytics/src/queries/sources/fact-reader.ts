import type { FactAnswers } from '../fact-answers.ts';
import { bothOf } from '../both-counts.ts';
import type { Found } from '../found.ts';
import type { SourceCounts } from './view-reader.ts';

type Row = { _id: string; n: number };

// Every source is above the empty text: the condition lets MongoDB count from the index alone. Duplicates have an
// index of their own, which no other posting is in.
const live = { source: { $gt: '' }, retracted: false };
const duplicates = { primary: false, source: { $gt: '' } };

/** Counts the live postings and jobs of each source in the facts. */
export const createSourceFactReader =
  ({ of }: Pick<FactAnswers, 'of'>) =>
  (): Promise<Found<SourceCounts>> =>
    of('sources', async (facts, { maxTimeMS }) => {
      const bySource = async (match: object) => {
        const pipeline = [{ $match: match }, { $group: { _id: '$source', n: { $sum: 1 } } }];
        const rows = await facts.facts().aggregate<Row>(pipeline, { maxTimeMS }).toArray();
        return new Map(rows.map(({ _id, n }) => [_id, n]));
      };
      const [postings, besides] = await Promise.all([bySource(live), bySource(duplicates)]);
      return new Map(
        [...postings].map(([source, n]) => [source, bothOf(n, Math.min(n, besides.get(source) ?? 0))]),
      );
    });
