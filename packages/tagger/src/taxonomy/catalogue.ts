import type { SkillResult, SkillEntry, SkillsResult, SkillsQuery } from '@skillstream/contracts';
import { fold } from '../matching/fold.ts';
import { createNearestSkills } from './nearest-skills.ts';
import type { Skill, Taxonomy } from './taxonomy.ts';

const PAGE = 100;

const entryOf = ({ id, label, category, broader }: Skill): SkillEntry => ({
  skillId: id,
  label,
  category,
  broader,
});

/** Looks up skills of a taxonomy: lists them in the order of their ids, a page at a time. */
export const createCatalogue = ({ version, skills }: Taxonomy) => {
  const sorted = [...skills].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((skill) => [skill.id, skill]));
  const holds = (text: string) => {
    const wanted = fold(text);
    return ({ id, label }: Skill) => id.includes(wanted) || fold(label).includes(wanted);
  };
  return {
    /**
     * The cursor is the last id of the previous page, so that pages stay correct when the taxonomy changes in between.
     */
    list: ({ category, text, limit = PAGE, cursor }: SkillsQuery): SkillsResult => {
      const found = sorted
        .filter((skill) => category === undefined || skill.category === category)
        .filter(text === undefined ? () => true : holds(text));
      const rest = cursor === undefined ? found : found.filter(({ id }) => id > cursor);
      const page = rest.slice(0, limit);
      return {
        taxonomyVersion: version,
        total: found.length,
        skills: page.map(entryOf),
        next: rest.length > limit ? page.at(-1)!.id : null,
      };
    },
    /** The ids nearest to an unknown id, by any of their names. */
    nearest: createNearestSkills({ skills }),
    /** @returns null when the taxonomy has no such skill */
    find: (skillId: string): SkillResult | null => {
      const skill = byId.get(skillId);
      if (!skill) return null;
      return { ...entryOf(skill), taxonomyVersion: version, names: skill.forms.map(({ text }) => text) };
    },
  };
};

/** Creates the catalogue of a taxonomy. */
export type Catalogue = ReturnType<typeof createCatalogue>;
