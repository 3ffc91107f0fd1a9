import type { Turns } from '@skillstream/async';
import type { Difference, VerifyJob } from '@skillstream/contracts';
import type { RangeReader } from '@skillstream/messaging';
import {
  createFactComparison,
  reportedDifference,
  type CurrentFact,
  type LastRecords,
} from './compare-facts.ts';
import { comparedViews } from './compare-views.ts';
import { createPartitionFold, type PartitionFold } from './partition-fold.ts';
import { createRecount } from './recount.ts';
import { createPatience, settleFacts, type SettleFactsDeps } from './settle-facts.ts';

type Snapshot = { position: number; views: Map<string, Map<string, string>> };

export type VerificationDeps = SettleFactsDeps & {
  readLog: (reader: RangeReader) => Promise<void>;
  /** Views and position of a partition, read atomically. */
  snapshot: (partition: number) => Promise<Snapshot>;
  /** All facts of a partition, batch by batch. */
  factsIn: (partition: number) => AsyncIterable<CurrentFact[]>;
  progress: (change: Partial<VerifyJob>) => void;
  /** Awaited before each unit of work, to yield to the event loop. */
  pause: Turns['pause'];
};

const MOST_TOLD = 1000;

/**
 * Recounts the log and compares every number of the views, partition by partition at exactly their position, and every
 * fact by id, offset and whether it is a job. Only sums and differences are retained from one partition to the next.
 */
export const compareWithLog = async (deps: VerificationDeps): Promise<void> => {
  const differences: Difference[] = [];
  const patience = createPatience();
  const sums = {
    partitionsDone: 0,
    postings: 0,
    numbersCompared: 0,
    differenceCount: 0,
    cleanedRetractions: 0,
  };
  let open: { current: Snapshot; readTo: number; fold: PartitionFold } | null = null;

  const tell = (found: Difference[]) => {
    sums.differenceCount += found.length;
    differences.push(...found.slice(0, MOST_TOLD - differences.length));
  };

  const compareAllViews = async (partition: number, fold: PartitionFold, current: Snapshot) => {
    const counting = createRecount();
    for (const contribution of fold.contributions()) {
      counting.add(contribution);
      await deps.pause();
    }
    for (const { differences: found, compared } of comparedViews(partition, counting.views, current.views)) {
      tell(found);
      sums.numbersCompared += compared;
      await deps.pause();
    }
  };

  const compareAllFacts = async (partition: number, readTo: number, last: LastRecords) => {
    const part = { partition, readTo };
    const comparison = createFactComparison(part, last);
    for await (const facts of deps.factsIn(partition)) comparison.take(facts);
    const found = comparison.end();
    sums.cleanedRetractions += found.cleaned;
    const standing = await settleFacts(part, last, found.differences, deps, patience);
    tell(standing.map((one) => reportedDifference(part, one)));
  };

  await deps.readLog({
    until: async (partition, end) => {
      const current = await deps.snapshot(partition);
      const readTo = Math.max(end, current.position + 1);
      open = { current, readTo, fold: createPartitionFold(current.position) };
      return readTo;
    },
    onRecords: (_partition, records) => open!.fold.take(records),
    onDone: async (partition) => {
      const { current, readTo, fold } = open!;
      open = null;
      await compareAllViews(partition, fold, current);
      sums.postings += fold.last.offsets.size;
      sums.numbersCompared += fold.last.offsets.size;
      await compareAllFacts(partition, readTo, fold.last);
      sums.partitionsDone += 1;
      deps.progress({ ...sums });
    },
  });
  deps.progress({ ...sums, differences });
};
