import { appError } from '@skillstream/errors';

/** The skills of a category. */
export type SkillsOf = (category: string) => Promise<ReadonlySet<string>>;

/** Whether an answer shows a skill. */
export type IsShown = (skillId: string) => boolean;

/** Which skills the answer to a question with this category shows: those of the category, or all. */
export const shownSkills = async (skillsOf: SkillsOf, category: string | undefined): Promise<IsShown> => {
  if (category === undefined) return () => true;
  const skills = await skillsOf(category);
  return (skillId) => skills.has(skillId);
};

/**
 * Refuses a question about one skill that is not of the category that it asks for.
 * @throws SkillstreamError `unprocessable` by the field
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
