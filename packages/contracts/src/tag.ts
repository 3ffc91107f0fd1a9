import { z } from 'zod';

/** One skill found in a text; `start` and `end` are UTF-16 offsets, so `text === source.slice(start, end)`. */
export const tag = z.object({
  skillId: z.string().min(1),
  label: z.string().min(1),
  category: z.string().min(1),
  text: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type Tag = z.infer<typeof tag>;

/** What a list of tags leaves out: it is limited in the number of skills, and of places of each. */
export const tagsLeftOut = z.object({
  skills: z.int().nonnegative().describe('Skills without a listed occurrence'),
  tags: z.int().positive().describe('Occurrences of skills that are not listed'),
});
export type TagsLeftOut = z.infer<typeof tagsLeftOut>;

/** Beside tags: how much of a long text was left out. */
export const charactersLeftOut = z
  .int()
  .positive()
  .optional()
  .describe('Characters at the end of the text that were not analysed; absent if all of it was');

/**
 * The most skills that count for one posting, by their order in its text: a longer list names everything and says
 * nothing. Real postings name ninety at most.
 */
export const MOST_SKILLS_COUNTED = 200;
