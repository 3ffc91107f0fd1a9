type Say = (value: string) => string | null;

const quoted = (words: string): string => `“${words}”`;

const cases: Record<string, string> = {
  own: 'upper and lower case as in the skill’s name',
  small: 'small letters',
  capitals: 'capital letters',
  other: 'upper and lower case unlike the skill’s name',
};
const lines: Record<string, string> = {
  top: 'its place in the first line',
  bullet: 'its place in an item of a list',
  line: 'its place in a running text',
};
const sections: Record<string, string> = {
  about: 'a heading above it on the company',
  role: 'a heading above it on the work',
  requirements: 'a heading above it on what is required',
  extra: 'a heading above it on what is nice to have',
  stack: 'a heading above it on technologies',
  benefits: 'a heading above it on what is offered',
  none: 'no heading above it that the model knows',
};
const signs: Record<string, string> = {
  ...{ line: 'the end of a line', word: 'a word', joined: 'a letter or sign that touches it' },
  ...{ bracket: 'a bracket', bullet: 'a bullet', dash: 'a dash', stop: 'a full stop', quote: 'a quote' },
  colon: 'a colon',
};
const counts = [
  'no unambiguous skill',
  'an unambiguous skill',
  'two unambiguous skills',
  'three unambiguous skills',
  'many unambiguous skills',
];

const signWords = (sign: string): string => signs[sign] ?? quoted(sign);
const lastOf = (value: string): string => value.slice(value.lastIndexOf(' ') + 1);
const between: Say = (value) => {
  const [left = '', right = ''] = value.split(' ');
  return `its place between ${signWords(left)} and ${signWords(right)}`;
};
const near: Say = (value) => {
  const [number, kin] = value.split(' ');
  return `${counts[Number(number)]} near it${kin === 'yes' ? ' (one of the same category)' : ''}`;
};

const says: Record<string, Say> = {
  skill: () => 'how often this word is the skill at all',
  part: (value) => `the word ${quoted(value)} itself`,
  form: (value) => `the word ${quoted(value)} itself`,
  case: (value) => cases[value] ?? null,
  'skill and case': (value) => cases[lastOf(value)] ?? null,
  signs: between,
  section: (value) => sections[value] ?? null,
  'skill and section': (value) => sections[lastOf(value)] ?? null,
  'category and section': (value) => sections[lastOf(value)] ?? null,
  line: (value) => lines[value] ?? null,
  'skill and line': (value) => lines[lastOf(value)] ?? null,
  'line begins': (value) => `${quoted(value)} at the beginning of the line`,
  before: (value) => `${quoted(value)} before it`,
  'before, two': (value) => `${quoted(value)} before it`,
  'form and before': (value) => `the words ${quoted(value)}`,
  after: (value) => `${quoted(value)} after it`,
  'after, two': (value) => `${quoted(value)} after it`,
  'form and after': (value) => `the words ${quoted(value)}`,
  near,
};

/**
 * Says a feature of the model (`features.ts`) in words of the text: the word before it, the heading above it.
 * @param feature its name, `kind: value`
 * @returns null for the verdict of the rule, which has its own words
 */
export const featureWords = (feature: string): string | null => {
  const at = feature.indexOf(': ');
  const [kind, value] = [feature.slice(0, at), feature.slice(at + 2).replace(/\s+/g, ' ')];
  const [, side, sign] = /^form, (left|right) (.+)$/.exec(kind) ?? [];
  if (sign !== undefined)
    return `${signWords(sign)} ${side === 'left' ? 'before' : 'after'} ${quoted(value)}`;
  return says[kind]?.(value) ?? null;
};
