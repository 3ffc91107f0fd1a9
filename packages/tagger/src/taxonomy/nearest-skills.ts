import { distance } from 'fastest-levenshtein';
import { fold } from '../matching/fold.ts';
import type { Taxonomy } from './taxonomy.ts';

const MOST_NEAREST = 5;
/** Longer words have no nearest skills: no name of a skill is nearly as long. */
const MOST_UNITS = 64;
// Three letters in ten may differ: in a word of three letters, one.
const toleranceOf = (units: number): number => Math.max(1, Math.floor(units * 0.3));

/**
 * Creates a search for the skills whose id, label or other name is nearest to a word: equal except for case, then by
 * edit distance. Compares each name once, unless its length rules it out.
 */
export const createNearestSkills = ({ skills }: Pick<Taxonomy, 'skills'>) => {
  const names = skills.flatMap(({ id, label, forms }) =>
    [...new Set([id, label, ...forms.map(({ text }) => text)].map(fold))].map((name) => ({ id, name })),
  );
  /** @returns ids, the nearest first; ties by id */
  return (word: string): string[] => {
    const wanted = fold(word.slice(0, MOST_UNITS + 1).trim());
    if (wanted === '' || wanted.length > MOST_UNITS) return [];
    const tolerance = toleranceOf(wanted.length);
    const nearest = new Map<string, number>();
    for (const { id, name } of names) {
      if (Math.abs(name.length - wanted.length) > tolerance) continue;
      const away = distance(name, wanted);
      if (away <= tolerance && away < (nearest.get(id) ?? Infinity)) nearest.set(id, away);
    }
    return [...nearest]
      .sort(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
      .slice(0, MOST_NEAREST)
      .map(([id]) => id);
  };
};
