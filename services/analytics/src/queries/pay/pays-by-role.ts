import type { Pays } from './pay-by-group.ts';
import { addTo, type Sketch } from '../../projections/views/sketch.ts';

/** Salaries by role, of all postings and of those that name each of some skills. */
export type PaysByRole = { all: Map<string, Sketch>; bySkill: Map<string, Map<string, Sketch>> };

/** Returns the salaries of one role, or of every role with each role as a group. */
export const paysOf = (byRole: Map<string, Sketch>, role?: string): Pays => {
  const groups = new Map([...byRole].filter(([name]) => role === undefined || name === role));
  const all: Sketch = new Map();
  for (const sketch of groups.values()) addTo(all, sketch);
  return { all, groups };
};
