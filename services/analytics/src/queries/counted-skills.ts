import { CATEGORIES_KEY } from '../projections/views/names.ts';
import type { FactAnswers } from './fact-answers.ts';
import { byName } from './merge-views.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

const skillIn = (field: string): string => field.slice(field.indexOf(':') + 1);

/**
 * Tells whether any counted posting asks for a skill: from the view of categories, which lists every skill, or from
 * the facts while the views are being built.
 */
export const createCountedSkills =
  ({ read }: Pick<ViewSnapshots, 'read'>, { of }: Pick<FactAnswers, 'of'>) =>
  async (skillId: string): Promise<boolean> => {
    const result = await read(
      byName(() => [CATEGORIES_KEY]),
      (views) =>
        new Set(
          [...(views.get(CATEGORIES_KEY) ?? [])].filter(([, n]) => n > 0).map(([field]) => skillIn(field)),
        ),
      'counted-skills',
    );
    if (result) return result.found.has(skillId);
    const { found } = await of(`counted ${JSON.stringify(skillId)}`, async (facts, { maxTimeMS }) => {
      const one = { retracted: false, skills: skillId };
      return (await facts.facts().findOne(one, { projection: { _id: 1 }, maxTimeMS })) !== null;
    });
    return found;
  };
