import type { MeasuredClaim } from '@skillstream/contracts';
import { meets, type ReportedPosting } from './condition.ts';
import { createPayTally } from './pay-counts.ts';
import type { Claim, Report } from './schema.ts';
import { createShareTally, type Tally } from './share-counts.ts';

const tallyOf = ({ share, pay, expect, parts }: Claim, regions: Report['regions']): Tally =>
  share ? createShareTally(share, expect, parts) : createPayTally(pay ?? [], expect, regions);

/** Measures all claims of a report while its postings pass by once; it keeps counts and pays, never a posting. */
export const createReportTally = ({ claims, regions }: Pick<Report, 'claims' | 'regions'>) => {
  const tallies = claims.map((claim) => ({ claim, tally: tallyOf(claim, regions) }));
  let population = 0;
  return {
    add: (posting: ReportedPosting): void => {
      population += 1;
      for (const { claim, tally } of tallies)
        if (!claim.among || meets(posting, claim.among)) tally.add(posting);
    },
    result: (): { population: number; claims: MeasuredClaim[] } => ({
      population,
      claims: tallies.map(({ claim: { id, says, because, expect }, tally }) => ({
        ...{ id, says, because, expect },
        ...tally.result(),
      })),
    }),
  };
};
