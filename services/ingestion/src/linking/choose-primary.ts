/** A posting of a job, as it is published. */
export type Member = {
  id: string;
  state: 'live' | 'closed' | 'expired';
  datePosted: string;
  /** As it counts now; null: as a job of its own, since it was published without one. */
  primary: boolean | null;
};

const rank = { live: 0, closed: 1, expired: 2 } as const;

/**
 * Which posting of a job is counted where jobs are: the one that is open, then the one posted first, then the least
 * id. So it depends on what the members are, and not on the order in which they came. Of an expired posting no version
 * can be published any more: one that counts goes on to count, and one that does not is never chosen.
 * @returns its id; null where only expired postings are left, and none of them counts
 */
export const choosePrimary = (members: readonly Member[]): string | null => {
  const counting = ({ state, primary }: Member) => state === 'expired' && primary !== false;
  const expired = members.filter(counting);
  const open = expired.length > 0 ? expired : members.filter(({ state }) => state !== 'expired');
  const [first] = open.toSorted((a, b) => {
    // An expired one that is named already, before one that only counts since it was never said not to.
    if (a.state === 'expired' && a.primary !== b.primary) return a.primary ? -1 : 1;
    if (a.state !== b.state) return rank[a.state] - rank[b.state];
    if (a.datePosted !== b.datePosted) return a.datePosted < b.datePosted ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  return first?.id ?? null;
};
