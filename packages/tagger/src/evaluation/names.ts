import { fold } from '../matching/fold.ts';
import { spellings } from '../taxonomy/spellings.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

const bare = (name: string): string =>
  fold(name)
    .replace(/[\s-]+/g, ' ')
    .trim();

/**
 * Creates a function that normalizes names of skills, so that labels and the output of any tagger can be compared: to
 * the id of the taxonomy when it has the name, else to the name in lower case. Plurals become singular.
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

/** Returns the normalized name for any name of a skill. */
export type Names = ReturnType<typeof createNames>;
