import { appError } from '@skillstream/errors';

/** The skills of a category. */
export type SkillsOf = (category: string) => Promise<ReadonlySet<string>>;

/** Whether a result shows a skill. */
export type IsShown = (skillId: string) => boolean;

/** Returns which skills a result shows: those of the category, or all. */
export const shownSkills = async (skillsOf: SkillsOf, category: string | undefined): Promise<IsShown> => {
  if (category === undefined) return () => true;
  const skills = await skillsOf(category);
  return (skillId) => skills.has(skillId);
};

/**
 * Refuses a query for one skill that is not in the requested category.
 * @throws SkillstreamError `unprocessable`, naming the field
 */
export const checkShown = async (
  skillsOf: SkillsOf,
  skillId: string,
  category: string | undefined,
): Promise<void> => {
  if ((await shownSkills(skillsOf, category))(skillId)) return;
  throw appError('unprocessable', 'The skill is of another category', {
    context: {
      faults: [{ path: 'category', message: `no counted posting has ${skillId} under ${category}` }],
    },
  });
};
