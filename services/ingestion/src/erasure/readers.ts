import type { TopicAdmin } from '@skillstream/messaging';

/** A consumer group that writes a dead letter of what it cannot process. */
export type LetterReader = { group: string; topic: string };

type Admin = Pick<TopicAdmin, 'ends' | 'committedAll'>;
type Goals = Map<number, number>;

/** A group stands before the marker that closes the last transaction, so a distance of one is none. */
const MARKER = 1;

/** Whether a group has passed the ends that a topic had. @param goals by partition, without empty ones */
const hasPassed = (goals: Goals, committed: ReadonlyMap<number, number>): boolean =>
  [...goals].every(([partition, high]) => (committed.get(partition) ?? 0) >= high - MARKER);

/** Whether a topic ends before where it ended once: it was deleted and made anew. */
const isNewer = (highs: Goals, goals: Goals): boolean =>
  [...goals].some(([partition, high]) => (highs.get(partition) ?? 0) < high);

/**
 * Whether each of the readers, one after the other along the pipeline, has passed what was in its topic when it was
 * its turn: from then on no dead letter of an earlier record can appear.
 */
export const createReadersPassed = (admin: Admin, readers: readonly LetterReader[]) => {
  // In memory: after a crash the ends are taken anew, which are later ones.
  const passed = new Map<string, { turn: number; goals: Goals | null }>();
  const endsOf = async (topic: string) => {
    const ends = await admin.ends(topic);
    const highs = (of: typeof ends): Goals => new Map(of.map(({ partition, high }) => [partition, high]));
    return { all: highs(ends), goals: highs(ends.filter(({ low, high }) => high > low)) };
  };
  return async (runId: string): Promise<boolean> => {
    const at = passed.get(runId) ?? { turn: 0, goals: null };
    passed.set(runId, at);
    for (; at.turn < readers.length; at.turn += 1) {
      const { group, topic } = readers[at.turn]!;
      at.goals ??= (await endsOf(topic)).goals;
      if (at.goals.size > 0 && !hasPassed(at.goals, await admin.committedAll(group, topic))) {
        // Of a topic that was made anew the old ends are never reached, and its old records are gone.
        if (isNewer((await endsOf(topic)).all, at.goals)) at.goals = null;
        return false;
      }
      at.goals = null;
    }
    passed.delete(runId);
    return true;
  };
};
