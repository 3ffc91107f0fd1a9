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
  text: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Only skills whose id, label or other name contains this text, those that it names best first'),
  ids: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('Only these skills, by their ids, separated by commas; unknown ids are ignored'),
  limit: rowLimit('The maximum page size; 100 by default'),
  cursor: z.string().optional().describe('The `next` of the previous page'),
});
export type SkillsQuery = z.infer<typeof skillsQuery>;

/** A skill in a list. `matched`, since 0.2.0: the name that holds the text, where id and label do not. */
export const listedSkill = skill.extend({ matched: z.string().optional() });
export type ListedSkill = z.infer<typeof listedSkill>;

/**
 * Skills by id, or with a text those that it names best first, a page at a time; `next` is the cursor of the page
 * after it, null on the last.
 */
export const skillsResult = z.object({
  taxonomyVersion: z.string(),
  total: z.int().nonnegative(),
  skills: z.array(listedSkill),
  next: z.string().nullable(),
});
export type SkillsResult = z.infer<typeof skillsResult>;

export const skillResult = skill.extend({ taxonomyVersion: z.string(), names: z.array(z.string()) });
export type SkillResult = z.infer<typeof skillResult>;
