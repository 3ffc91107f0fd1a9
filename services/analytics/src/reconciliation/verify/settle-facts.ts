import { appError } from '@skillstream/errors';
import {
  remainingDifferences,
  type FactDifference,
  type CurrentFact,
  type LastRecords,
  type ReadPart,
} from './compare-facts.ts';

export type SettleFactsDeps = {
  factsById: (postingIds: string[]) => Promise<CurrentFact[]>;
  /** The offset (exclusive) up to which the facts have a partition. */
  factsReach: (partition: number) => Promise<number>;
  wait: (ms: number) => Promise<void>;
};

const ROUND_MS = 500;
const PAGE = 1000;

/** How often a whole verification may wait for facts: ten seconds, as long as a projection may pause. */
export const createPatience = (rounds = 20) => ({
  /** Takes one round if any is left, and says whether it did. */
  take: (): boolean => rounds-- > 0,
});
type Patience = ReturnType<typeof createPatience>;

/**
 * Reads facts that differ again until they have caught up with what was read of the log, which they may lag behind.
 * What still differs then is a difference.
 * @throws SkillstreamError `conflict` when no rounds are left before that: the result is then unknown
 */
export const settleFacts = async (
  part: ReadPart,
  last: LastRecords,
  first: FactDifference[],
  { factsById, factsReach, wait }: SettleFactsDeps,
  patience: Patience,
): Promise<FactDifference[]> => {
  const again = async (differences: FactDifference[]) => {
    const standing: FactDifference[] = [];
    for (let from = 0; from < differences.length; from += PAGE) {
      const page = differences.slice(from, from + PAGE);
      const facts = await factsById(page.map(({ postingId }) => postingId));
      standing.push(...remainingDifferences(part, last, page, facts));
    }
    return standing;
  };
  let differences = first;
  while (differences.length > 0) {
    const reach = await factsReach(part.partition);
    differences = await again(differences);
    if (reach >= part.readTo) break;
    if (differences.length > 0 && !patience.take())
      throw appError(
        'conflict',
        `The facts of partition ${part.partition} have taken ${reach} of ${part.readTo}: ask later`,
      );
    await wait(ROUND_MS);
  }
  return differences;
};
