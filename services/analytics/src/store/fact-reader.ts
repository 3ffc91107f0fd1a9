import type { DemandFilter } from '@skillstream/contracts';
import { emptyCounts, type Counts } from '../demand/counts.ts';
import type { MonthlyCounts } from '../demand/question.ts';
import { freshnessOf, matchOf } from './fact-filter.ts';
import type { Stores } from '../stores.ts';

export type FactReaderDeps = {
  stores: () => Promise<Pick<Stores, 'version' | 'facts'>>;
  partitions: () => Promise<number>;
};

type Row = { _id: { month: string; name?: string }; n: number };

/** Counts straight from the facts: any question, slower. */
export const createFactReader = ({ stores, partitions }: FactReaderDeps) => ({
  read: async (filter: DemandFilter): Promise<MonthlyCounts> => {
    const held = await stores();
    const answeredFrom = await freshnessOf(held, await partitions());
    const match = { $match: matchOf(filter) };
    const each = (list: string) => [
      match,
      { $unwind: `$${list}` },
      { $group: { _id: { month: '$month', name: `$${list}` }, n: { $sum: 1 } } },
    ];
    const ask = (pipeline: object[]) =>
      held.facts.facts().aggregate<Row>(pipeline, { allowDiskUse: true }).toArray();
    const [populations, skills, categories] = await Promise.all([
      ask([match, { $group: { _id: { month: '$month' }, n: { $sum: 1 } } }]),
      ask(each('skills')),
      ask(each('categories')),
    ]);
    const months = new Map<string, Counts>();
    const of = (month: string) => {
      let counts = months.get(month);
      if (!counts) months.set(month, (counts = emptyCounts()));
      return counts;
    };
    for (const { _id, n } of populations) of(_id.month).population = n;
    for (const { _id, n } of skills) of(_id.month).skills.set(_id.name!, n);
    for (const { _id, n } of categories) of(_id.month).categories.set(_id.name!, n);
    return { months, answeredFrom };
  },
});

export type FactReader = ReturnType<typeof createFactReader>;
