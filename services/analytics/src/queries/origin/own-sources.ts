import { originOf, SAMPLE_SOURCE } from '@skillstream/contracts';
import type { FactReaderDeps } from '../demand/fact-reader.ts';
import { answeredFromOf } from '../fact-filter.ts';
import type { Found } from '../found.ts';
import type { SourceCounts } from '../sources/view-reader.ts';

/** Whether any live posting is not of the sample, by the views; null while they are being built. */
export const hasOwnInViews =
  (sources: () => Promise<Found<SourceCounts> | null>) => async (): Promise<Found<boolean> | null> => {
    const read = await sources();
    return read && { ...read, found: [...read.found.keys()].some((one) => originOf(one) === 'own') };
  };

/** The same by the facts: the index of sources leads to the first one. */
export const hasOwnInFacts =
  ({ stores, partitions, limits }: FactReaderDeps) =>
  async (): Promise<Found<boolean>> => {
    const held = await stores();
    const answeredFrom = await answeredFromOf(held, await partitions());
    const own = { source: { $ne: SAMPLE_SOURCE }, retracted: false };
    const fact = await limits.within(({ maxTimeMS }) =>
      held.facts.facts().findOne(own, { projection: { _id: 1 }, maxTimeMS }),
    );
    return { found: fact !== null, answeredFrom };
  };
