import { expect, test } from '@jest/globals';
import { findSkills, statsOf } from './describe.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

const skill = { broader: [], from: 'hand' };
const taxonomy: Taxonomy = {
  version: '1.0.0',
  categories: [],
  skills: [
    {
      ...skill,
      id: 'go',
      label: 'Go',
      category: 'languages',
      forms: [{ text: 'Go', ambiguous: 'go' }, { text: 'Go lang' }],
    },
    {
      ...skill,
      id: 'eks',
      label: 'EKS',
      category: 'cloud',
      forms: [{ text: 'EKS', caseSensitive: true }],
      broader: ['go'],
    },
  ],
};

test.each([
  ['golang', 'go: Go, languages'],
  ['GO-LANG', 'go: Go, languages'],
  ['eks', 'eks: EKS, cloud'],
  ['ek', 'eks: EKS, cloud'],
])('%s names the skill of %j', (word, first) => {
  expect(findSkills(taxonomy, word)[0]).toBe(first);
});

test('a skill is described with its forms, their rules, and its broader skills', () => {
  expect(findSkills(taxonomy, 'go')).toEqual(['go: Go, languages', '  forms: Go (go), Go lang']);
  expect(findSkills(taxonomy, 'EKS')).toEqual([
    'eks: EKS, cloud',
    '  forms: EKS (this case only)',
    '  part of: go',
  ]);
});

test('a word that names nothing finds nothing', () => {
  expect(findSkills(taxonomy, 'zebra')).toEqual([]);
});

test('the statistics count skills, forms and spellings', () => {
  expect(statsOf(taxonomy)[0]).toBe('version 1.0.0: 2 skills, 3 forms, 5 spellings');
});
