import { originOf, SAMPLE_SOURCE } from '@skillstream/contracts';
import type { FactAnswers } from '../fact-answers.ts';
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
  ({ of }: Pick<FactAnswers, 'of'>) =>
  (): Promise<Found<boolean>> =>
    of('own', async (facts, { maxTimeMS }) => {
      const own = { source: { $ne: SAMPLE_SOURCE }, retracted: false };
      return (await facts.facts().findOne(own, { projection: { _id: 1 }, maxTimeMS })) !== null;
    });
