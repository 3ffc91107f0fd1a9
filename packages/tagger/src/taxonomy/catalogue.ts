import type { ListedSkill, SkillResult, SkillEntry, SkillsResult, SkillsQuery } from '@skillstream/contracts';
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

/** A name as it is written, and as it is compared. */
type Name = { text: string; folded: string };
const namesOf = ({ id, label, forms }: Skill): { own: string[]; other: Name[] } => ({
  own: [id, fold(label)],
  other: forms.map(({ text }) => ({ text, folded: fold(text) })),
});

/** The skill, if a name of it holds the text; with that name, unless it is its id or its label. */
const matchOf = (
  wanted: string,
  entry: SkillEntry,
  { own, other }: ReturnType<typeof namesOf>,
): ListedSkill[] => {
  if (own.some((name) => name.includes(wanted))) return [entry];
  const matched = other.find(({ folded }) => folded.includes(wanted))?.text;
  return matched === undefined ? [] : [{ ...entry, matched }];
};

/** Looks up skills of a taxonomy: lists them in the order of their ids, a page at a time. */
export const createCatalogue = ({ version, skills }: Taxonomy) => {
  const sorted = [...skills].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((skill) => [skill.id, skill]));
  const entries = sorted.map((skill) => ({ entry: entryOf(skill), names: namesOf(skill) }));
  return {
    /**
     * The cursor is the last id of the previous page, so that pages stay correct when the taxonomy changes in between.
     */
    list: ({ category, text, ids, limit = PAGE, cursor }: SkillsQuery): SkillsResult => {
      const wanted = text === undefined ? undefined : fold(text);
      const named = ids === undefined ? undefined : new Set(ids.split(','));
      const found = entries
        .filter(({ entry }) => named?.has(entry.skillId) ?? true)
        .filter(({ entry }) => category === undefined || entry.category === category)
        .flatMap(({ entry, names }) => (wanted === undefined ? [entry] : matchOf(wanted, entry, names)));
      const rest = cursor === undefined ? found : found.filter(({ skillId }) => skillId > cursor);
      const page = rest.slice(0, limit);
      return {
        taxonomyVersion: version,
        total: found.length,
        skills: page,
        next: rest.length > limit ? page.at(-1)!.skillId : null,
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
