import { parse } from 'yaml';
import type { z } from 'zod';
import { fold } from '../matching/fold.ts';
import { broaderIssues } from './broader.ts';
import { categoryFile, indexFile, type Entry } from './schema.ts';
import { spellings } from './spellings.ts';
import { TaxonomyError, type Form, type Skill, type Taxonomy } from './taxonomy.ts';

/** Name of the file that lists the others. */
const indexFileName = 'taxonomy.yaml';

/**
 * Parses and validates a taxonomy.
 * @param files text of each YAML file by its name; `taxonomy.yaml` is the entry
 * @param ruleIds the disambiguation rules that an entry may name
 * @throws TaxonomyError listing every issue with file, entry and field
 */
export function parseTaxonomy(files: Readonly<Record<string, string>>, ruleIds: readonly string[]): Taxonomy {
  const problems: string[] = [];
  const index = readYaml(files, indexFileName, indexFile, problems);
  if (index === null) throw new TaxonomyError(problems);

  const skills: Skill[] = [];
  const placeOfId = new Map<string, string>();
  const placeOfSpelling = new Map<string, string>();
  for (const category of index.categories) {
    const content = readYaml(files, category.file, categoryFile, problems);
    for (const [index, entry] of (content?.skills ?? []).entries()) {
      const place = `${category.file} skills[${index}] (${entry.id})`;
      const report = (problem: string) => problems.push(`${place}: ${problem}`);
      const earlier = placeOfId.get(entry.id);
      if (earlier !== undefined) report(`the id is already used by ${earlier}`);
      placeOfId.set(entry.id, place);
      const forms = formsOf(entry, category.id);
      claimSpellings(forms, place, placeOfSpelling, report);
      for (const { text, ambiguous } of forms)
        if (ambiguous !== undefined && !ruleIds.includes(ambiguous))
          report(`"${text}" names the unknown rule "${ambiguous}"`);
      const { id, label, broader, from } = entry;
      skills.push({ id, label, category: category.id, forms, broader, from });
    }
  }
  problems.push(...broaderIssues(skills, placeOfId));
  if (problems.length > 0) throw new TaxonomyError(problems);
  return {
    version: index.version,
    categories: index.categories.map(({ id, label }) => ({ id, label })),
    skills,
  };
}

// Several words without a capital are not a name but a technical term, which may also describe a posting's product.
// Soft skills are such phrases, too, but never products.
const isPhrase = (text: string, category: string): boolean =>
  category !== 'soft-skills' && /^[^\p{Lu}]+ [^\p{Lu}]+$/u.test(text);

function formsOf({ label, ambiguous, caseSensitive, aliases }: Entry, category: string): Form[] {
  const others = aliases.map((alias) => (typeof alias === 'string' ? { text: alias } : alias));
  const forms: Form[] = [{ text: label, ambiguous, caseSensitive }, ...others];
  return forms.map((form) =>
    form.ambiguous === undefined && isPhrase(form.text, category) ? { ...form, ambiguous: 'topic' } : form,
  );
}

/** Two skills must not share a spelling; within a skill an earlier form must not hide a condition. */
function claimSpellings(
  forms: Form[],
  place: string,
  taken: Map<string, string>,
  report: (problem: string) => void,
) {
  for (const form of forms) {
    for (const spelling of spellings(form.text)) {
      const key = form.caseSensitive ? `=${spelling}` : fold(spelling);
      const owner = taken.get(key);
      if (owner !== undefined && owner !== place) report(`"${form.text}" is already claimed by ${owner}`);
      taken.set(key, place);
    }
  }
}

function readYaml<S extends z.ZodType>(
  files: Readonly<Record<string, string>>,
  name: string,
  schema: S,
  problems: string[],
): z.infer<S> | null {
  const text = files[name];
  if (text === undefined) {
    problems.push(`${name}: the file is missing`);
    return null;
  }
  try {
    const result = schema.safeParse(parse(text));
    if (result.success) return result.data;
    problems.push(...result.error.issues.map((issue) => `${name} ${dotted(issue.path)}: ${issue.message}`));
  } catch (error) {
    problems.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
  }
  return null;
}

function dotted(path: PropertyKey[]): string {
  return (
    path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .slice(1) || 'file'
  );
}
