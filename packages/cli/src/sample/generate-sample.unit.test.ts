import { describe, expect, test } from '@jest/globals';
import { postingInput, roles, seniorities, workplaces } from '@skillstream/contracts';
import { generateEndlessly, generateSample } from './generate-sample.ts';
import { popularity } from './popularity.ts';
import { sampleSkills } from './skills.ts';

const sample = [...generateSample({ seed: 1 })];
const values = (name: 'month' | 'role' | 'seniority' | 'workplace' | 'country') =>
  new Set(sample.map(({ truth }) => truth[name]));
const shareOf = (skillId: string, role: string, first: string, last: string): number => {
  const population = sample.filter(
    ({ truth }) => truth.role === role && truth.month >= first && truth.month <= last,
  );
  return population.filter(({ truth }) => truth.skillIds.includes(skillId)).length / population.length;
};

test('the same seed gives the same sample, another seed another', () => {
  expect([...generateSample({ seed: 1 })]).toEqual(sample);
  expect([...generateSample({ seed: 2, count: 1 })]).not.toEqual(sample.slice(0, 1));
});

test('there are 2,400 postings that the schema takes, none twice', () => {
  expect(sample).toHaveLength(2400);
  for (const { posting } of sample) expect(postingInput.parse(posting)).toEqual(posting);
  expect(new Set(sample.map(({ posting }) => posting.sourceId)).size).toBe(2400);
  expect(new Set(sample.map(({ posting }) => posting.description)).size).toBeGreaterThan(2390);
});

test('every month, role, seniority and workplace occurs', () => {
  expect([...values('month')]).toHaveLength(24);
  expect([...values('month')].slice(0, 3)).toEqual(['2024-11', '2024-12', '2025-01']);
  expect([...values('month')].at(-1)).toBe('2026-10');
  expect([...values('role')].sort()).toEqual([...roles].sort());
  expect([...values('seniority')].sort()).toEqual([...seniorities].sort());
  expect([...values('workplace')].sort()).toEqual([...workplaces].sort());
  expect(values('country').size).toBe(11);
});

test('a posting is dated in its month', () => {
  for (const { posting, truth } of sample) expect(posting.datePosted?.slice(0, 7)).toBe(truth.month);
});

describe('the true skills', () => {
  test('stand in the description, in one of their forms', () => {
    for (const { posting, truth } of sample) {
      for (const id of truth.skillIds) {
        const { forms = [], plain = '' } = sampleSkills.get(id) ?? {};
        expect([...forms, plain].some((form) => form !== '' && posting.description.includes(form))).toBe(
          true,
        );
      }
    }
  });

  test('are all known, and each role has its own', () => {
    const ids = Object.values(popularity).flatMap((list) => list.map(({ skillId }) => skillId));
    expect(ids.filter((id) => !sampleSkills.has(id))).toEqual([]);
    expect(
      [...sampleSkills.keys()].filter((id) => !sample.some(({ truth }) => truth.skillIds.includes(id))),
    ).toEqual([]);
  });

  test('drift: Kubernetes rises in backend work, and about 70% of it asks for a cloud', () => {
    expect(shareOf('kubernetes', 'backend', '2026-05', '2026-10')).toBeGreaterThan(
      shareOf('kubernetes', 'backend', '2024-11', '2025-04') + 0.1,
    );
    const backend = sample.filter(({ truth }) => truth.role === 'backend');
    const cloud = backend.filter(({ truth }) =>
      truth.skillIds.some((id) => ['aws', 'azure', 'google-cloud'].includes(id)),
    );
    expect(cloud.length / backend.length).toBeGreaterThan(0.63);
    expect(cloud.length / backend.length).toBeLessThan(0.77);
  });
});

test('months and count can be chosen, over the turn of a year', () => {
  const small = [...generateSample({ seed: 3, count: 6, months: 3, firstMonth: '2023-12' })];
  expect(small.map(({ truth }) => truth.month)).toEqual([
    '2023-12',
    '2023-12',
    '2024-01',
    '2024-01',
    '2024-02',
    '2024-02',
  ]);
});

test('an endless sample is the same for a seed however much of it is taken, and shares no id with another', () => {
  const taken = (seed: number, most: number) => generateEndlessly(seed).take(most).toArray();
  const many = taken(7, 300);
  expect(taken(7, 30)).toEqual(many.slice(0, 30));
  for (const posting of many) expect(postingInput.parse(posting)).toEqual(posting);
  expect(new Set(many.map(({ source }) => source))).toEqual(new Set(['sample']));
  expect(new Set(many.map(({ datePosted }) => datePosted!.slice(0, 7))).size).toBe(24);
  const others = [...taken(8, 300), ...sample.map(({ posting }) => posting)];
  expect(new Set([...many, ...others].map(({ sourceId }) => sourceId)).size).toBe(300 + others.length);
});
