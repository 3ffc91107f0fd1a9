import { fold } from '../matching/fold.ts';
import { spellings } from '../taxonomy/spellings.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';

// What stands behind a name and is none of it.
const suffix =
  /[\s,]+(inc|incorporated|llc|ltd|limited|gmbh|ag|se|corp|corporation|co|company|labs?|technologies|software|hq|\.com|plc|s\.?a\.?|b\.?v\.?|ab|oy)\.?$/i;

/** A company's name without its legal form, in small letters. */
const bareName = (name: string): string => {
  const shorter = name.trim().replace(suffix, '');
  return shorter === name.trim() ? fold(shorter) : bareName(shorter);
};

/** Which skill has this name, where one has; built once a taxonomy. */
export const createNamesakes = (skills: readonly Skill[]): ((organization: string) => string | null) => {
  const ids = new Map<string, string>();
  for (const { id, forms } of skills)
    for (const { text } of forms) for (const spelling of spellings(text)) ids.set(fold(spelling), id);
  return (organization) => ids.get(bareName(organization)) ?? null;
};
