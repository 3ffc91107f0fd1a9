import { z } from 'zod';
import { rowLimit } from './whole-number.ts';

/** A skill of the taxonomy: its id, its label, and the skills that include it. */
export const skill = z.object({
  skillId: z.string(),
  label: z.string(),
  category: z.string(),
  broader: z.array(z.string()),
});
export type SkillEntry = z.infer<typeof skill>;

export const skillsQuery = z.strictObject({
  category: z.string().optional().describe('Only skills of this category, e.g. databases'),
  text: z.string().min(1).max(100).optional().describe('Only skills whose id or label contains this text'),
  limit: rowLimit('The maximum page size; 100 by default'),
  cursor: z.string().optional().describe('The `next` of the previous page'),
});
export type SkillsQuery = z.infer<typeof skillsQuery>;

/** Skills by id, a page at a time; `next` is the cursor of the page after it, null on the last. */
export const skillsResult = z.object({
  taxonomyVersion: z.string(),
  total: z.int().nonnegative(),
  skills: z.array(skill),
  next: z.string().nullable(),
});
export type SkillsResult = z.infer<typeof skillsResult>;

export const skillResult = skill.extend({ taxonomyVersion: z.string(), names: z.array(z.string()) });
export type SkillResult = z.infer<typeof skillResult>;
