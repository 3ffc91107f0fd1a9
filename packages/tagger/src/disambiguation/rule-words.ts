import type { rules } from './rules.ts';

const listed = 'in a list of skills, or beside a word such as “developer” or “experience with”';

/** What each rule asks for, so that a reason can say it; a candidate of it is written “${name}” in the taxonomy. */
export const ruleWords: Record<keyof typeof rules, (name: string) => string> = {
  listed: (name) => `written “${name}”, ${listed}`,
  item: (name) => `written “${name}”, between separators of a list with an unambiguous skill`,
  'listed-any-case': () => 'in a list with an unambiguous skill',
  named: (name) => `written “${name}”, ${listed}, or near an unambiguous skill`,
  letter: (name) => `“${name}” in a list of skills or before “language”, and not as in “Series ${name}”`,
  go: (name) =>
    `“${name}” in a list or near an unambiguous skill, and not as in “go to”, “go live” or “let’s go”`,
  react: (name) => `written “${name}” or in a list, and not as in “react quickly” or “react to”`,
  spring: (name) => `written “${name}” near an unambiguous skill, and not the season`,
  express: (name) =>
    `written “${name}” in a list with an unambiguous skill, and not as in “express interest”`,
  node: (name) => `written “${name}” near an unambiguous skill, or in a list with one`,
  rest: (name) =>
    `“${name}” in capitals near an unambiguous skill or before “API”, or in a list; not as in “the rest of”`,
  less: () => 'in a list right beside an unambiguous skill, and not as in “less than”',
  lambda: (name) => `written “${name}”, ${listed}, and not a company such as “Lambda Labs”`,
  phoenix: (name) => `written “${name}” in a list with an unambiguous skill, and not the city`,
  oracle: (name) => `written “${name}”, ${listed}, and not another product of that company`,
  containers: () =>
    'near an unambiguous skill, or beside a word such as “experience with”, and no boxes that are shipped',
  agile: () => '“Agile” within a sentence, or before or after a term such as “development” or “Scrum”',
  statistics: () => 'a field that one knows or has studied, as in “degree in statistics”',
  algorithms: () => 'a field, as in “knowledge of algorithms” or “data structures and algorithms”',
  'near-ai': () => 'near an unambiguous skill of artificial intelligence',
  'soft-word': () => 'asked for, as in “strong communication skills”, and not a product or a department',
};
