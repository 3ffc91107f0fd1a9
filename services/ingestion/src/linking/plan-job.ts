import { choosePrimary, type Member } from './choose-primary.ts';

/** A member, and the job that it is published with. */
export type PlannedMember = Member & { job: string | null };
/** What of a posting is to be published anew. */
export type LinkChange = { id: string; job: string | null; primary: boolean | null };

export type JobPlan = {
  /** Null where there is none. */
  primary: string | null;
  losers: LinkChange[];
  winner: LinkChange[];
  /** Those that cannot be of the job: expired, they count for good, and another one does. */
  apart: string[];
};

/**
 * What has to be published so that exactly one posting of a job counts. A posting that is alone counts without being
 * told so; one that is left of a job keeps it, since others may come again.
 * @param members without retracted ones
 */
export const planJob = (job: string, members: readonly PlannedMember[]): JobPlan => {
  const [only] = members;
  if (members.length === 1 && only && only.job !== job) {
    // Of an expired one nothing can be published.
    const isToChange = (only.job !== null || only.primary !== null) && only.state !== 'expired';
    const change = { id: only.id, job: null, primary: null };
    return { primary: only.id, losers: [], winner: isToChange ? [change] : [], apart: [] };
  }
  const primary = choosePrimary(members);
  const isApart = ({ id, state, primary: counts }: PlannedMember): boolean =>
    state === 'expired' && id !== primary && counts !== false;
  const wanted = (member: PlannedMember): LinkChange =>
    isApart(member)
      ? { id: member.id, job: null, primary: null }
      : { id: member.id, job, primary: member.id === primary };
  const changes = members.flatMap((member) => {
    const change = wanted(member);
    return change.job === member.job && change.primary === member.primary ? [] : [change];
  });
  return {
    primary,
    losers: changes.filter(({ id }) => id !== primary),
    winner: changes.filter(({ id }) => id === primary),
    apart: members.filter(isApart).map(({ id }) => id),
  };
};
