import { fillers, folded, isPerson, levels } from './vocabulary.ts';

const MOST_ROLES = 40;

/**
 * The roles that a text names, each with the word before it ("backend engineer"), sorted: a posting of several jobs
 * has them in its text alone.
 * @param words of a text; 40 roles at most are kept, the first ones
 */
export const rolesOf = (words: readonly string[]): string[] => {
  const roles = new Set<string>();
  let before = '';
  for (const word of words) {
    const fold = folded(word);
    if (isPerson(fold) && before !== '' && !fillers.has(before) && !levels.has(before))
      roles.add(`${before} ${fold}`);
    if (roles.size === MOST_ROLES) break;
    before = fold;
  }
  return [...roles].sort();
};
