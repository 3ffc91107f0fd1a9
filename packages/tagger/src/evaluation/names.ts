import { fold } from '../matching/fold.ts';
import { spellings } from '../taxonomy/spellings.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

const bare = (name: string): string =>
  fold(name)
    .replace(/[\s-]+/g, ' ')
    .trim();

/**
 * One name for all the names of a skill, so that labels and the answers of any tagger can be compared: the id of the
 * taxonomy where it knows the name, else the name in small letters. A plural is the singular.
 */
export const createNames = (taxonomy: Taxonomy) => {
  const ids = new Map<string, string>();
  const claim = (name: string, id: string) => ids.has(bare(name)) || ids.set(bare(name), id);
  for (const { id, label } of taxonomy.skills) claim(label, id);
  for (const { id, forms } of taxonomy.skills)
    for (const { text } of forms) for (const spelling of spellings(text)) claim(spelling, id);
  return (name: string): string => {
    const key = bare(name);
    return ids.get(key) ?? ids.get(key.replace(/s$/, '')) ?? ids.get(`${key}s`) ?? key;
  };
};

/** Gives the one name of a skill for any of its names. */
export type Names = ReturnType<typeof createNames>;
