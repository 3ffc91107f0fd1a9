import type { MeasuredClaim } from '@skillstream/contracts';
import { meets, type ReportedPosting } from './condition.ts';
import { createPayCounts } from './pay-counts.ts';
import type { Claim, Report } from './schema.ts';
import { createShareCounts, type Counts } from './share-counts.ts';

const countsOf = ({ share, pay, expect, parts }: Claim, regions: Report['regions']): Counts =>
  share ? createShareCounts(share, expect, parts) : createPayCounts(pay ?? [], expect, regions);

/** Measures all claims of a report in one pass over its postings; stores counts and salaries, never postings. */
export const createReportCounts = ({ claims, regions }: Pick<Report, 'claims' | 'regions'>) => {
  const tallies = claims.map((claim) => ({ claim, counter: countsOf(claim, regions) }));
  let population = 0;
  return {
    add: (posting: ReportedPosting): void => {
      population += 1;
      for (const { claim, counter } of tallies)
        if (!claim.among || meets(posting, claim.among)) counter.add(posting);
    },
    result: (): { population: number; claims: MeasuredClaim[] } => ({
      population,
      claims: tallies.map(({ claim: { id, says, because, expect }, counter }) => ({
        ...{ id, says, because, expect },
        ...counter.result(),
      })),
    }),
  };
};
