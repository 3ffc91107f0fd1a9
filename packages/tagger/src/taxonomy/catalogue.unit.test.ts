import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCatalogue } from './catalogue.ts';
import { loadTaxonomy } from './load-taxonomy.ts';
import type { Skill } from './taxonomy.ts';

const skill = (id: string, category = 'languages'): Skill => ({
  ...{ id, label: id.toUpperCase(), category, broader: [], from: 'hand' },
  forms: [{ text: id }],
});
const catalogueOf = (skills: Skill[]) => createCatalogue({ version: '1', categories: [], skills });

test('pages of any length contain every matching skill, once and in order, with a text and without', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 30 });
  const text = fc.constantFrom(undefined, 'a', 'ab');
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 10 }), text, (names, limit, wanted) => {
      const { list } = catalogueOf(names.map((name) => skill(name)));
      const matching = names.filter((name) => name.includes(wanted ?? ''));
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let pages = 0; pages <= names.length; pages += 1) {
        const page = list({ text: wanted, limit, cursor });
        expect(page.total).toBe(matching.length);
        expect(page.skills.length).toBeLessThanOrEqual(limit);
        seen.push(...page.skills.map(({ skillId }) => skillId));
        if (page.next === null) break;
        cursor = page.next;
      }
      expect(seen).toEqual(list({ text: wanted, limit: 1000 }).skills.map(({ skillId }) => skillId));
      expect(seen.toSorted()).toEqual(matching.toSorted());
      if (wanted === undefined) expect(seen).toEqual(names.toSorted());
    }),
  );
});

test('a cursor of a release that went by ids alone misses no skill', () => {
  const { list } = catalogueOf(['ab', 'b', 'bc', 'c'].map((name) => skill(name)));
  const of = (cursor?: string) => list({ text: 'b', cursor }).skills.map(({ skillId }) => skillId);
  expect([of(), of('ab')]).toEqual([
    ['b', 'bc', 'ab'],
    ['b', 'bc', 'ab'],
  ]);
});

test('a category and a text filter the list, in upper or lower case', () => {
  const { list } = catalogueOf([skill('go'), skill('mongodb', 'nosql-databases'), skill('django')]);
  const ids = (query: object) => list(query).skills.map(({ skillId }) => skillId);
  expect(ids({ text: 'GO' })).toEqual(['go', 'django', 'mongodb']);
  expect(ids({ text: 'go', category: 'languages' })).toEqual(['go', 'django']);
  expect(ids({ category: 'none' })).toEqual([]);
});

test('ids with commas between them are these skills alone, once each', () => {
  const { list } = catalogueOf([skill('go'), skill('c++'), skill('rust')]);
  expect(list({ ids: 'rust,go,rust,,nobody' }).skills.map(({ skillId }) => skillId)).toEqual(['go', 'rust']);
});

test('a text finds a skill by any of its names, and says which where id and label do not hold it', () => {
  const kubernetes = {
    ...skill('kubernetes'),
    forms: [{ text: 'Kubernetes' }, { text: 'K8s' }, { text: 'k8s.io' }],
  };
  const { list } = catalogueOf([kubernetes, skill('k8ssandra'), skill('go')]);
  const found = (text: string) => list({ text }).skills.map(({ skillId, matched }) => [skillId, matched]);
  expect(found('k8S')).toEqual([
    ['kubernetes', 'K8s'],
    ['k8ssandra', undefined],
  ]);
  expect(found('KUBER')).toEqual([['kubernetes', undefined]]);
  expect(list({ text: 'k8s' })).toMatchObject({ total: 2, next: null });
  expect(found('nothing')).toEqual([]);
});

test('a skill is returned with its names, and an unknown one is null', () => {
  const { find } = catalogueOf([skill('go')]);
  expect(find('go')).toEqual({
    ...{ skillId: 'go', label: 'GO', category: 'languages', broader: [] },
    ...{ taxonomyVersion: '1', names: ['go'] },
  });
  expect(find('rust')).toBeNull();
});

const shipped = createCatalogue(loadTaxonomy());
test.each([
  ['python', 'python'],
  ['java', 'java'],
  ['go', 'go'],
  ['r', 'r'],
  ['c', 'c'],
  ['aws', 'aws'],
  ['node', 'nodejs'],
  ['postgres', 'postgresql'],
  ['.net', 'dotnet'],
  ['golang', 'go'],
  ['K8s', 'kubernetes'],
])('of the taxonomy, “%s” finds %s first', (text, first) => {
  expect(shipped.list({ text, limit: 1 }).skills[0]?.skillId).toBe(first);
});
