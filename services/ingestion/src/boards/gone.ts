export type ListRead = {
  /** Ids of the postings that its board listed until now. */
  known: readonly string[];
  /** Ids of those that it lists, also of jobs that are no posting now: their text may be away for a while. */
  listed: ReadonlySet<string>;
  /** Every page was read and what was read is stored, with no fewer jobs than the board says there are. */
  isComplete: boolean;
  /** The list is one answer. */
  onePage: boolean;
  /** Those of the known ones that the last list of several pages lacked that was believed. */
  missed: readonly string[];
  /** Others that a list lacked since which was not believed, as most were gone. */
  refused: readonly string[];
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
  /** Known ones that are closed where the next list that is believed lacks them as well. */
  missed: string[];
  /** Others that are closed where the next list lacks them as well, and somebody accepts that. */
  refused: string[];
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
  const lackedOf = (ids: readonly string[]) => ids.filter((id) => !read.listed.has(id));
  const nothing = (reason: string | null): Gone => ({
    ...{ gone: [], missed: lackedOf(read.missed), refused: lackedOf(read.refused) },
    ...{ isWhole: false, reason, isDrop: false },
  });
  const whole = (gone: string[], missed: string[]): Gone => ({
    ...{ gone, missed, refused: [], isWhole: true, reason: null, isDrop: false },
  });
  if (!read.isComplete) return nothing(null);
  if (read.isResumed)
    return nothing('it went on where another run was broken off: what is gone is closed by a later one');
  if (read.newestOnly) return whole([], []);
  if (read.nameless > 0)
    return nothing(
      `${read.nameless} of the jobs have no id, so each may be any of before: nothing is closed`,
    );
  const absent = lackedOf(read.known);
  const missedBefore = new Set(read.missed);
  // The others were judged when they were missed: were they counted again, they would never be closed.
  const fresh = absent.filter((id) => !missedBefore.has(id));
  const left = read.known.length - (absent.length - fresh.length);
  const isDrop = left >= LEAST_FOR_SHARE && fresh.length > left * MOST_SHARE;
  if (isDrop && !read.acceptsDrop) {
    const reason = `${fresh.length} of ${left} jobs are gone at once, which is not believed: nothing is closed`;
    return { ...nothing(reason), refused: read.onePage ? [] : fresh, isDrop };
  }
  if (read.onePage) return whole(absent, []);
  const lackedTwice = new Set([...read.missed, ...(read.acceptsDrop ? read.refused : [])]);
  return whole(
    absent.filter((id) => lackedTwice.has(id)),
    absent.filter((id) => !lackedTwice.has(id)),
  );
};
