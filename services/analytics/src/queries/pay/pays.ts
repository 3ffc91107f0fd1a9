import type { DemandFilter, SalariesQuery } from '@skillstream/contracts';
import { createPayByGroup, type Pays } from './pay-by-group.ts';
import { paysOf, type PaysByRole } from './pays-by-role.ts';
import type { BothSketches } from './both-sketches.ts';
import type { Found } from '../found.ts';
import type { CountPostings } from '../postings/count-postings.ts';

/** Salaries by group, and those of the postings that name each of some skills. */
type FoundPays = { pays: Pays; bySkill: Map<string, BothSketches> };

/** Reads the salaries of one role or of all from the views. */
export const paysFromViews = async (
  reading: Promise<Found<PaysByRole> | null>,
  role: string | undefined,
): Promise<Found<FoundPays> | null> => {
  const result = await reading;
  if (!result) return null;
  const { all, bySkill } = result.found;
  const named = [...bySkill].map(([skillId, byRole]) => [skillId, paysOf(byRole, role).all] as const);
  return { found: { pays: paysOf(all, role), bySkill: new Map(named) }, answeredFrom: result.answeredFrom };
};

/** Collects the salaries of the postings that match a filter, in one pass over the facts. */
export const paysFromFacts = (
  countPostings: CountPostings,
  filter: DemandFilter,
  by: NonNullable<SalariesQuery['by']>,
  skillIds: readonly string[],
): Promise<Found<FoundPays>> =>
  countPostings(`pay ${JSON.stringify([by, ...skillIds])}`, filter, () => {
    const [groups, named] = [createPayByGroup(), createPayByGroup()];
    return {
      add: (posting) => {
        groups.add(posting[by], posting);
        for (const skillId of skillIds) if (posting.skills.includes(skillId)) named.add(skillId, posting);
      },
      counted: () => ({ pays: groups.pays, bySkill: named.pays.groups }),
    };
  });
