import { fold } from '../matching/fold.ts';
import { spellings } from '../taxonomy/spellings.ts';
import type { Form, Skill, Taxonomy } from '../taxonomy/taxonomy.ts';

const countBy = (values: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};
const listed = (counts: [string, number][]): string[] =>
  counts.map(([name, count]) => `${String(count).padStart(6)}  ${name}`);

/** Returns statistics of a taxonomy, as lines. */
export const statsOf = ({ version, skills }: Taxonomy): string[] => {
  const forms = skills.flatMap((skill) => skill.forms);
  return [
    `version ${version}: ${skills.length} skills, ${forms.length} forms, ${new Set(forms.flatMap(({ text }) => spellings(text))).size} spellings`,
    'skills by category',
    ...listed(countBy(skills.map(({ category }) => category))),
    'forms by what decides',
    ...listed(countBy(forms.map(({ ambiguous }) => ambiguous ?? 'sure'))),
    'names taken from',
    ...listed(countBy(skills.map(({ from }) => from))),
  ];
};

const formText = ({ text, ambiguous, caseSensitive }: Form): string =>
  [text, ambiguous && `(${ambiguous})`, caseSensitive && '(this case only)'].filter(Boolean).join(' ');

const describe = ({ id, label, category, forms, broader, from }: Skill): string[] => [
  `${id}: ${label}, ${category}`,
  `  forms: ${forms.map(formText).join(', ')}`,
  ...(broader.length > 0 ? [`  part of: ${broader.join(', ')}`] : []),
  ...(from !== 'hand' ? [`  names from: ${from}`] : []),
];

/** Describes the skills that a word names, by id or any spelling; if there are none, those whose names contain it. */
export const findSkills = ({ skills }: Taxonomy, word: string): string[] => {
  const wanted = fold(word.trim());
  const names = (skill: Skill) => [skill.id, ...skill.forms.flatMap(({ text }) => spellings(text).map(fold))];
  const exact = skills.filter((skill) => names(skill).includes(wanted));
  const found =
    exact.length > 0 ? exact : skills.filter((skill) => names(skill).some((name) => name.includes(wanted)));
  return found.flatMap(describe);
};
