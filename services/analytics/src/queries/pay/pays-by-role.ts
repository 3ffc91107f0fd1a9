import { addSketches, noSketches, type BothSketches } from './both-sketches.ts';
import type { Pays } from './pay-by-group.ts';

/** Salaries by role, of all postings and of those that name each of some skills. */
export type PaysByRole = {
  all: Map<string, BothSketches>;
  bySkill: Map<string, Map<string, BothSketches>>;
};

/** Returns the salaries of one role, or of every role with each role as a group. */
export const paysOf = (byRole: Map<string, BothSketches>, role?: string): Pays => {
  const groups = new Map([...byRole].filter(([name]) => role === undefined || name === role));
  const all = noSketches();
  for (const sketches of groups.values()) addSketches(all, sketches);
  return { all, groups };
};
