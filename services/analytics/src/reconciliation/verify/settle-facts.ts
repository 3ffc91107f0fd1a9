import { appError } from '@skillstream/errors';
import { stillDiffering, type FactDifference, type CurrentFact, type ReadPart } from './compare-facts.ts';

export type SettleFactsDeps = {
  factsById: (postingIds: string[]) => Promise<CurrentFact[]>;
  /** The offset up to which (exclusive) the facts hold a partition. */
  factsReach: (partition: number) => Promise<number>;
  wait: (ms: number) => Promise<void>;
};

const ROUND_MS = 500;
const PAGE = 1000;

/** How often all of a verification may wait for facts: ten seconds, as long as a projection may pause. */
export const createPatience = (rounds = 20) => ({
  /** Whether there is another round; takes it. */
  take: (): boolean => rounds-- > 0,
});
type Patience = ReturnType<typeof createPatience>;

/**
 * Reads facts that differ again until they have taken what was read of the log: they may lag behind it. What differs
 * after they have is a difference.
 * @throws SkillstreamError `conflict` when patience ends before: nothing can be said then
 */
export const settleFacts = async (
  part: ReadPart,
  first: FactDifference[],
  { factsById, factsReach, wait }: SettleFactsDeps,
  patience: Patience,
): Promise<FactDifference[]> => {
  const again = async (differences: FactDifference[]) => {
    const standing: FactDifference[] = [];
    for (let from = 0; from < differences.length; from += PAGE) {
      const page = differences.slice(from, from + PAGE);
      const facts = await factsById(page.map(({ postingId }) => postingId));
      standing.push(...stillDiffering(part, page, facts));
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
