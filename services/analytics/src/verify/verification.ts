import type { Difference, VerifyJob } from '@skillstream/contracts';
import type { LogRecord, RangeReader } from '@skillstream/messaging';
import type { Contribution } from '../contribution/contribution.ts';
import { readBatch } from '../contribution/read-batch.ts';
import { compareFacts, type LastEvent } from './compare-facts.ts';
import { compareViews } from './compare-views.ts';
import { recount } from './recount.ts';

export type VerificationDeps = {
  partitions: number;
  readLog: (reader: RangeReader) => Promise<void>;
  /** Views and position of a partition at one moment. */
  snapshot: (partition: number) => Promise<{ position: number; views: Map<string, Map<string, string>> }>;
  allFacts: () => Promise<Map<string, LastEvent>>;
  factsOf: (postingIds: string[]) => Promise<Map<string, LastEvent>>;
  wait: (ms: number) => Promise<void>;
  progress: (change: Partial<VerifyJob>) => void;
};

const ROUNDS = 20;
const ROUND_MS = 500;

/** Compares facts again and again, as long as it changes anything: they may lag behind the log that was read. */
const settleFacts = async (
  { allFacts, factsOf, wait }: VerificationDeps,
  log: Map<string, LastEvent>,
  readTo: Map<number, number>,
): Promise<Difference[]> => {
  let differences = compareFacts(log, await allFacts(), readTo);
  for (let round = 0; round < ROUNDS && differences.length > 0; round += 1) {
    await wait(ROUND_MS);
    const ids = differences.map(({ key }) => key);
    const expected = new Map(ids.flatMap((id) => (log.has(id) ? [[id, log.get(id)!] as const] : [])));
    const again = compareFacts(expected, await factsOf(ids), readTo);
    // A difference that stands still for as long as a projection may pause is one.
    differences = again;
  }
  return differences;
};

/**
 * Recounts the log and compares every number of the views, partition by partition at exactly the position that they
 * hold, and every fact by id and offset.
 */
export const verify = async (deps: VerificationDeps): Promise<void> => {
  const last = new Map<string, LastEvent>();
  const readTo = new Map<number, number>();
  const differences: Difference[] = [];
  let numbersCompared = 0;
  let partitionsDone = 0;
  let counted = new Map<string, Contribution>();
  let held: Awaited<ReturnType<VerificationDeps['snapshot']>> | null = null;

  const onRecords = (partition: number, records: LogRecord[]) => {
    for (const { postingId, offset, contribution } of readBatch(records).changes) {
      last.set(postingId, { partition, offset });
      if (offset <= held!.position) counted.set(postingId, contribution);
    }
  };
  await deps.readLog({
    until: async (partition, end) => {
      held = await deps.snapshot(partition);
      counted = new Map();
      const until = Math.max(end, held.position + 1);
      readTo.set(partition, until);
      return until;
    },
    onRecords,
    onDone: async (partition) => {
      const result = compareViews(partition, recount(counted.values()), held!.views);
      differences.push(...result.differences);
      numbersCompared += result.compared;
      partitionsDone += 1;
      deps.progress({ partitionsDone, numbersCompared, postings: last.size });
    },
  });
  differences.push(...(await settleFacts(deps, last, readTo)));
  numbersCompared += last.size;
  deps.progress({
    postings: last.size,
    numbersCompared,
    differences: differences.slice(0, 1000),
    differenceCount: differences.length,
  });
};
