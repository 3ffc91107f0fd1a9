export type ListRead = {
  /** Ids of the postings that its board listed until now. */
  known: readonly string[];
  /** Ids of those that it lists, also of jobs that are no posting now: their text may be away for a while. */
  listed: ReadonlySet<string>;
  /** Every page was read and what was read is stored, with no fewer jobs than the board says there are. */
  isComplete: boolean;
  /** The list is one answer. */
  onePage: boolean;
  /** Those of the known ones that the last whole list of several pages lacked. */
  missed: readonly string[];
  /** Jobs that are listed without an id: each may be any of the known ones. */
  nameless: number;
  /** The list has the newest jobs alone. */
  newestOnly: boolean;
  /** A part of it was read by another run, so the list may have moved between the two. */
  isResumed: boolean;
  /** Somebody has looked at the board, and says that most of its jobs may well be gone. */
  acceptsDrop: boolean;
};
export type Gone = {
  /** To be closed. */
  gone: string[];
  /** Known ones that are closed where the next whole list lacks them as well. */
  missed: string[];
  /** Whether the list is all that is known of the board from now on. */
  isWhole: boolean;
  /** Why nothing is closed; null where that is as it should be, or the list was not read to its end. */
  reason: string | null;
  /** Whether that is since most of them are gone at once, which can be accepted. */
  isDrop: boolean;
};

/** A list that is shorter than this may well lose most of its jobs at once. */
const LEAST_FOR_SHARE = 10;
const MOST_SHARE = 0.5;

/**
 * Decides which postings are gone from their board. It fails closed: in doubt none is. Where one job is taken down
 * while pages are read, another one moves to a page that was read before, so of several pages it takes two lists.
 */
export const goneFrom = (read: ListRead): Gone => {
  const stillMissed = read.missed.filter((id) => !read.listed.has(id));
  const nothing = (reason: string | null): Gone => ({
    gone: [],
    missed: stillMissed,
    isWhole: false,
    reason,
    isDrop: false,
  });
  if (!read.isComplete) return nothing(null);
  if (read.isResumed)
    return nothing('it went on where another run was broken off: what is gone is closed by a later one');
  if (read.newestOnly) return { gone: [], missed: [], isWhole: true, reason: null, isDrop: false };
  if (read.nameless > 0)
    return nothing(
      `${read.nameless} of the jobs have no id, so each may be any of before: nothing is closed`,
    );
  const absent = read.known.filter((id) => !read.listed.has(id));
  const missedBefore = new Set(read.missed);
  const gone = read.onePage ? absent : absent.filter((id) => missedBefore.has(id));
  const missed = read.onePage ? [] : absent.filter((id) => !missedBefore.has(id));
  const isDrop = read.known.length >= LEAST_FOR_SHARE && absent.length > read.known.length * MOST_SHARE;
  if (isDrop && !read.acceptsDrop) {
    const reason = `${absent.length} of ${read.known.length} jobs are gone at once, which is not believed`;
    return { ...nothing(`${reason}: nothing is closed`), missed: read.onePage ? [] : absent, isDrop };
  }
  return { gone, missed, isWhole: true, reason: null, isDrop: false };
};
