import { MOST_DEAD_NAMED, postingVersion } from '@skillstream/contracts';
import type { CurrentVersion } from './analytics-row.ts';
import type { DeadPosting } from './dead-letter-counts.ts';

// A record that somebody else wrote may have anything for a key; such a one ingestion never accepted.
const isId = (key: string): boolean => postingVersion.shape.postingId.safeParse(key).success;

/**
 * Dead letters of postings that the facts do not hold. What became of such a posting since cannot be known here: a
 * later retraction is forgotten by the log after a while, and by facts that are built from it anew. Ingestion
 * knows.
 * @returns so many at the most; the rest count as dead letters as they are
 */
export const unheldDead = (dead: DeadPosting[], held: ReadonlyMap<string, CurrentVersion>): DeadPosting[] =>
  dead.filter(({ postingId }) => !held.has(postingId) && isId(postingId)).slice(0, MOST_DEAD_NAMED);
