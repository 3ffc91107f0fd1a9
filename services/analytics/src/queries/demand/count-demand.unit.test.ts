import { expect, test } from '@jest/globals';
import { createDemandCounter } from './count-demand.ts';

const posting = (month: string, skills: string[], duplicate = false) => ({
  ...{ month, skills, duplicate },
  categories: skills.length > 0 ? ['languages'] : [],
});

test('postings and jobs are counted by month, each with those that name a skill and a category', () => {
  const { counted, add } = createDemandCounter();
  for (const one of [
    posting('2025-01', ['go', 'sql']),
    posting('2025-01', ['go'], true),
    posting('2025-01', []),
    posting('2025-02', ['sql'], true),
  ])
    add(one);
  expect(counted()).toEqual(
    new Map([
      [
        '2025-01',
        {
          population: { postings: 3, jobs: 2 },
          skills: new Map([
            ['go', { postings: 2, jobs: 1 }],
            ['sql', { postings: 1, jobs: 1 }],
          ]),
          categories: new Map([['languages', { postings: 2, jobs: 1 }]]),
        },
      ],
      [
        '2025-02',
        {
          population: { postings: 1, jobs: 0 },
          skills: new Map([['sql', { postings: 1, jobs: 0 }]]),
          categories: new Map([['languages', { postings: 1, jobs: 0 }]]),
        },
      ],
    ]),
  );
});
