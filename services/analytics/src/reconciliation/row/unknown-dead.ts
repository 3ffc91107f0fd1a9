import { MOST_DEAD_NAMED, postingVersion } from '@skillstream/contracts';
import type { CurrentVersion } from './analytics-row.ts';
import type { DeadPosting } from './dead-letter-counts.ts';

// A record of another producer may have any key; ingestion has never accepted such a posting.
const isId = (key: string): boolean => postingVersion.shape.postingId.safeParse(key).success;

/**
 * Returns dead letters of postings that are not in the facts. Their current state cannot be known here: the log drops
 * a later retraction after a while, and facts that are rebuilt from it lack it. Ingestion knows it.
 * @returns a bounded number; the others count as dead letters as they are
 */
export const unknownDeadLetters = (
  dead: DeadPosting[],
  current: ReadonlyMap<string, CurrentVersion>,
): DeadPosting[] =>
  dead.filter(({ postingId }) => !current.has(postingId) && isId(postingId)).slice(0, MOST_DEAD_NAMED);
