import { z } from 'zod';
import { mostRows } from './most-rows.ts';

/** A skill of the taxonomy: its id, its label, and the skills that include it. */
export const skill = z.object({
  skillId: z.string(),
  label: z.string(),
  category: z.string(),
  broader: z.array(z.string()),
});
export type SkillEntry = z.infer<typeof skill>;

export const skillsQuery = z.strictObject({
  category: z.string().optional().describe('Skills of this category alone, like databases'),
  text: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Skills whose id, label or other name holds this text'),
  ids: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe(
      'These skills alone, by their ids with commas between them; ids that nobody has are passed over',
    ),
  limit: mostRows('How many at the most; 100 when left out'),
  cursor: z.string().optional().describe('Goes on where an answer ended: its `next`'),
});
export type SkillsQuery = z.infer<typeof skillsQuery>;

/** A skill in a list. `matched`, since 0.2.0: the name that holds the text, where id and label do not. */
export const listedSkill = skill.extend({ matched: z.string().optional() });
export type ListedSkill = z.infer<typeof listedSkill>;

/** Skills by id, a page at a time; `next` is the cursor of the page after it, null on the last. */
export const skillsResult = z.object({
  taxonomyVersion: z.string(),
  total: z.int().nonnegative(),
  skills: z.array(listedSkill),
  next: z.string().nullable(),
});
export type SkillsResult = z.infer<typeof skillsResult>;

export const skillResult = skill.extend({ taxonomyVersion: z.string(), names: z.array(z.string()) });
export type SkillResult = z.infer<typeof skillResult>;
