import type { MeasuredClaim } from '@skillstream/contracts';
import { measure } from '../demand/results.ts';
import { hasOne, meets, type ReportedPosting } from './condition.ts';
import type { Condition, Expectation, Names } from './schema.ts';
import { verdictOf } from './verdict.ts';

/** Shares of fewer postings get no verdict: the interval would cover most of what could be claimed. */
const LEAST_POPULATION = 30;

/** Accumulates one claim over the postings. */
export type Counts = {
  add: (posting: ReportedPosting) => void;
  result: () => Pick<MeasuredClaim, 'verdict' | 'share' | 'parts' | 'pay'>;
};

const one = { skills: [], categories: [], workplaces: [] };
const each = ({ skills, categories, workplaces }: Names): { name: string; names: Names }[] => [
  ...skills.map((name) => ({ name, names: { ...one, skills: [name] } })),
  ...categories.map((name) => ({ name, names: { ...one, categories: [name] } })),
  ...workplaces.map((name) => ({ name, names: { ...one, workplaces: [name] } })),
];

/** Counts the postings that meet a condition, and those that have each part. */
export const createShareCounts = (condition: Condition, expect: Expectation, parts: Names = one): Counts => {
  const listed = each(parts).map((part) => ({ ...part, count: 0 }));
  let [population, count] = [0, 0];
  return {
    add: (posting) => {
      population += 1;
      if (meets(posting, condition)) count += 1;
      for (const part of listed) if (hasOne(posting, part.names)) part.count += 1;
    },
    result: () => {
      const { low, high, ...share } = measure(count, population);
      const decided = population >= LEAST_POPULATION && low !== null && high !== null;
      return {
        verdict: decided ? verdictOf({ low, high }, expect) : 'too-little-data',
        share: { ...share, low, high },
        parts: listed.map((part) => ({ name: part.name, ...measure(part.count, population) })),
      };
    },
  };
};
