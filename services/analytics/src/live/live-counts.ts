import type { ViewIncrements } from '../projections/views/view-increments.ts';
import { POPULATION } from '../projections/views/names.ts';

/** What changed in the slice of all postings, the sample's and others. */
export type Changes = { postings: number; skills: { skillId: string; change: number }[] };

const MOST_SKILLS = 100;
const ALL = /^demand:[^:]+:\w+:all$/;
const SKILL = 's:';

const byChange = ([a, n]: [string, number], [b, m]: [string, number]) =>
  Math.abs(m) - Math.abs(n) || (a < b ? -1 : 1);

/** Accumulates changes of the counts until they are taken. */
export const createChangeCounts = () => {
  let postings = 0;
  let skills = new Map<string, number>();
  return {
    add: (increments: ViewIncrements): void => {
      for (const [key, fields] of increments) {
        if (!ALL.test(key)) continue;
        for (const [field, n] of fields) {
          if (field === POPULATION) postings += n;
          else if (field.startsWith(SKILL)) {
            const skillId = field.slice(SKILL.length);
            skills.set(skillId, (skills.get(skillId) ?? 0) + n);
          }
        }
      }
    },
    /** Returns the changes since the last call, and resets them; null when there are none. */
    take: (): Changes | null => {
      const changed = [...skills].filter(([, n]) => n !== 0).sort(byChange);
      if (postings === 0 && changed.length === 0) return null;
      const taken = {
        postings,
        skills: changed.slice(0, MOST_SKILLS).map(([skillId, change]) => ({ skillId, change })),
      };
      postings = 0;
      skills = new Map();
      return taken;
    },
  };
};
