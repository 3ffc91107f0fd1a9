import type { DemandFilter } from '@skillstream/contracts';
import { atMost, bothOf } from '../both-counts.ts';
import { emptyCounts, type Counts } from './counts.ts';
import type { MonthlyCounts } from './queries.ts';
import { answeredFromOf, countBoth, isCounted, matchOf } from '../fact-filter.ts';
import type { FactLimits } from '../fact-limits.ts';
import type { Stores } from '../../stores/stores-of.ts';

export type FactReaderDeps = {
  stores: () => Promise<Pick<Stores, 'version' | 'facts'>>;
  partitions: () => Promise<number>;
  limits: Pick<FactLimits, 'within'>;
};

type Row = { _id: { month: string | null; name?: string }; n: number; duplicates: number };
type Counted = Row & { _id: { month: string } };
const counted = (row: Row): row is Counted => isCounted(row._id.month);

/** Counts directly from the facts: slower, and for any filter. */
export const createFactReader = ({ stores, partitions, limits }: FactReaderDeps) => ({
  read: async (filter: DemandFilter): Promise<MonthlyCounts> => {
    const held = await stores();
    const answeredFrom = await answeredFromOf(held, await partitions());
    const match = { $match: matchOf(filter) };
    const each = (list: string) => [
      match,
      { $unwind: `$${list}` },
      { $group: { _id: { month: '$month', name: `$${list}` }, ...countBoth } },
    ];
    const [populations, skills, categories] = await limits.within(({ maxTimeMS }) => {
      const ask = async (pipeline: object[]) => {
        const rows = held.facts.facts().aggregate<Row>(pipeline, { allowDiskUse: true, maxTimeMS });
        return (await rows.toArray()).filter(counted);
      };
      return Promise.all([
        ask([match, { $group: { _id: { month: '$month' }, ...countBoth } }]),
        ask(each('skills')),
        ask(each('categories')),
      ]);
    });
    const months = new Map<string, Counts>();
    const of = (month: string) => {
      let counts = months.get(month);
      if (!counts) months.set(month, (counts = emptyCounts()));
      return counts;
    };
    for (const { _id, n, duplicates } of populations) of(_id.month).population = bothOf(n, duplicates);
    const add = (list: 'skills' | 'categories', { _id, n, duplicates }: Counted) => {
      const counts = of(_id.month);
      counts[list].set(_id.name!, atMost(bothOf(n, duplicates), counts.population));
    };
    for (const row of skills) add('skills', row);
    for (const row of categories) add('categories', row);
    return { months, answeredFrom };
  },
});
