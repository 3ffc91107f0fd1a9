import type { ListedSkill, SkillResult, SkillEntry, SkillsResult, SkillsQuery } from '@skillstream/contracts';
import { fold } from '../matching/fold.ts';
import { NO_RANK, nameRank } from './name-rank.ts';
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

/** A skill in a list, and how well the text names it; all are alike where there is no text. */
type Ranked = { rank: number; skill: ListedSkill };

/** The skill, if a name of it holds the text; with that name, unless it is its id or its label. */
const matchOf = (wanted: string, entry: SkillEntry, { own, other }: ReturnType<typeof namesOf>): Ranked[] => {
  const rank = nameRank(wanted, { own, other: other.map(({ folded }) => folded) });
  if (rank === NO_RANK) return [];
  if (own.some((name) => name.includes(wanted))) return [{ rank, skill: entry }];
  const rankOf = ({ folded }: Name) => nameRank(wanted, { own: [], other: [folded] });
  const matched = other.reduce((best, one) => (rankOf(one) < rankOf(best) ? one : best));
  return [{ rank, skill: { ...entry, matched: matched.text } }];
};

// An id has no colon. A cursor without a rank is of a release before 0.2.0, which went by ids alone.
const cursorOf = ({ rank, skill }: Ranked, text: string | undefined): string =>
  text === undefined ? skill.skillId : `${rank}:${skill.skillId}`;
const isAfter = (cursor: string, { rank, skill }: Ranked): boolean => {
  const [, before = '0', id = ''] = /^(?:(\d):)?(.*)$/s.exec(cursor) ?? [];
  return rank === Number(before) ? skill.skillId > id : rank > Number(before);
};

/** Looks up skills of a taxonomy: lists them in the order of their ids or of how well a text names them, in pages. */
export const createCatalogue = ({ version, skills }: Taxonomy) => {
  const sorted = [...skills].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((skill) => [skill.id, skill]));
  const entries = sorted.map((skill) => ({ entry: entryOf(skill), names: namesOf(skill) }));
  return {
    /**
     * Those that a text names best come first. The cursor is where the previous page ended, its rank and id, so that
     * pages stay correct when the taxonomy changes in between.
     */
    list: ({ category, text, ids, limit = PAGE, cursor }: SkillsQuery): SkillsResult => {
      const wanted = text === undefined ? undefined : fold(text);
      const named = ids === undefined ? undefined : new Set(ids.split(','));
      const found = entries
        .filter(({ entry }) => named?.has(entry.skillId) ?? true)
        .filter(({ entry }) => category === undefined || entry.category === category)
        .flatMap(({ entry, names }) =>
          wanted === undefined ? [{ rank: 0, skill: entry }] : matchOf(wanted, entry, names),
        )
        // The order of the ids stays among those of one rank: sort is stable.
        .sort((a, b) => a.rank - b.rank);
      const rest = cursor === undefined ? found : found.filter((one) => isAfter(cursor, one));
      const page = rest.slice(0, limit);
      return {
        taxonomyVersion: version,
        total: found.length,
        skills: page.map(({ skill }) => skill),
        next: rest.length > limit ? cursorOf(page.at(-1)!, text) : null,
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
