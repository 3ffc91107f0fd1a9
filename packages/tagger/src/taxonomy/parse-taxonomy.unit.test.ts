import { expect, test } from '@jest/globals';
import { parseTaxonomy } from './parse-taxonomy.ts';
import { TaxonomyError } from './taxonomy.ts';
import { loadTaxonomy } from './load-taxonomy.ts';

const index = `
version: 2026.11.1
categories:
  - { id: languages, label: Languages, file: languages.yaml }
  - { id: data, label: Data, file: data.yaml }
`;
const languages = 'skills:\n  - { id: go, label: Go, ambiguous: go, aliases: [golang] }';
const data = 'skills:\n  - { id: spark, label: Spark }';
const good = { 'taxonomy.yaml': index, 'languages.yaml': languages, 'data.yaml': data };

const problemsOf = (files: Record<string, string>): readonly string[] => {
  try {
    parseTaxonomy(files, ['go', 'topic']);
    return [];
  } catch (error) {
    if (error instanceof TaxonomyError) return error.context.problems;
    throw error;
  }
};

test('a valid taxonomy has version, categories and skills with their forms', () => {
  expect(parseTaxonomy(good, ['go', 'topic'])).toEqual({
    version: '2026.11.1',
    categories: [
      { id: 'languages', label: 'Languages' },
      { id: 'data', label: 'Data' },
    ],
    skills: [
      {
        id: 'go',
        label: 'Go',
        category: 'languages',
        forms: [{ text: 'Go', ambiguous: 'go' }, { text: 'golang' }],
        broader: [],
        from: 'hand',
      },
      {
        id: 'spark',
        label: 'Spark',
        category: 'data',
        forms: [{ text: 'Spark' }],
        broader: [],
        from: 'hand',
      },
    ],
  });
});

test.each<[string, string, string, RegExp]>([
  [
    'a duplicate id',
    'data.yaml',
    'skills: [{ id: go, label: Other }]',
    /^data\.yaml skills\[0\] \(go\): the id is already used by languages\.yaml skills\[0\]/,
  ],
  [
    'an alias of two skills',
    'data.yaml',
    'skills: [{ id: x, label: X, aliases: [Go-Lang, GOLANG] }]',
    /^data\.yaml skills\[0\] \(x\): "GOLANG" is already claimed by languages\.yaml skills\[0\] \(go\)/,
  ],
  [
    'a spelling of two skills',
    'data.yaml',
    'skills: [{ id: x, label: go lang }]',
    /"go lang" is already claimed/,
  ],
  [
    'an unknown rule',
    'data.yaml',
    'skills: [{ id: x, label: X, ambiguous: nope }]',
    /^data\.yaml skills\[0\] \(x\): "X" names the unknown rule "nope"/,
  ],
  [
    'an unknown rule of an alias',
    'data.yaml',
    'skills: [{ id: x, label: X, aliases: [{ text: Y, ambiguous: nope }] }]',
    /"Y" names the unknown rule/,
  ],
  [
    'an empty alias',
    'data.yaml',
    "skills: [{ id: x, label: X, aliases: [''] }]",
    /^data\.yaml skills\[0\]\.aliases\[0\]/,
  ],
  ['a missing label', 'data.yaml', 'skills: [{ id: x }]', /^data\.yaml skills\[0\]\.label/],
  [
    'an id with capitals',
    'data.yaml',
    'skills: [{ id: X, label: X }]',
    /^data\.yaml skills\[0\]\.id: must be lower-case/,
  ],
  [
    'an unknown field',
    'data.yaml',
    'skills: [{ id: x, label: X, alias: [y] }]',
    /^data\.yaml skills\[0\].*alias/,
  ],
  [
    'an unknown broader skill',
    'data.yaml',
    'skills: [{ id: x, label: X, broader: [nope] }]',
    /^data\.yaml skills\[0\] \(x\): the broader skill "nope" is not there/,
  ],
  [
    'a skill that is broader than itself',
    'data.yaml',
    'skills: [{ id: x, label: X, broader: [y] }, { id: y, label: Y, broader: [x] }]',
    /^data\.yaml skills\[0\] \(x\): it is broader than itself: x → y → x/,
  ],
  [
    'an unknown provenance',
    'data.yaml',
    'skills: [{ id: x, label: X, from: somewhere }]',
    /^data\.yaml skills\[0\]\.from/,
  ],
  ['broken YAML', 'data.yaml', 'skills: [', /^data\.yaml: /],
  [
    'a bad version',
    'taxonomy.yaml',
    index.replace('2026.11.1', 'new'),
    /^taxonomy\.yaml version: must look like/,
  ],
])('%s is refused, naming its path', (_name, file, text, problem) => {
  expect(problemsOf({ ...good, [file]: text })).toEqual([expect.stringMatching(problem)]);
});

test('a missing file is named', () => {
  expect(problemsOf({ 'taxonomy.yaml': index, 'data.yaml': data })).toEqual([
    'languages.yaml: the file is missing',
  ]);
  expect(problemsOf({})).toEqual(['taxonomy.yaml: the file is missing']);
});

test('every issue is listed, not only the first', () => {
  const faulty = 'skills: [{ id: go, label: Golang }, { id: x, label: X, ambiguous: nope }]';
  expect(problemsOf({ ...good, 'data.yaml': faulty })).toHaveLength(3);
});

test('the taxonomy of this package is valid and has at least 1,500 skills in 21 categories', () => {
  const taxonomy = loadTaxonomy();
  expect(taxonomy.skills.length).toBeGreaterThanOrEqual(1500);
  expect(taxonomy.categories.map(({ id }) => id)).toHaveLength(21);
});
