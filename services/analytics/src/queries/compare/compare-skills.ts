import type {
  CompareSkillsResult,
  CompareSkillsQuery,
  CountUnit,
  SkillSalaryResult,
} from '@skillstream/contracts';
import { addBoth, noCounts } from '../both-counts.ts';
import { measureBoth, type TrendOfBoth } from '../demand/results.ts';
import type { DemandQueries } from '../demand/queries.ts';
import type { PostingQueries } from '../postings/queries.ts';
import { sourceOfAll } from '../answered-from.ts';

const sideOf = (
  { skillId, months, postings, jobs }: TrendOfBoth,
  salary: SkillSalaryResult,
  unit: CountUnit,
): CompareSkillsResult['a'] => {
  const count = noCounts();
  for (const month of months) addBoth(count, month);
  return { skillId, ...measureBoth(count, { postings, jobs }, unit), pay: salary.with };
};

/** Compares two skills, from the same results as their trends and their pay. */
export const createCompareSkills =
  ({ trends, salary }: Pick<DemandQueries, 'trends'> & Pick<PostingQueries, 'salary'>) =>
  async ({ a, b, via, count = 'postings', ...filter }: CompareSkillsQuery): Promise<CompareSkillsResult> => {
    const [[ofA, ofB], payOfA, payOfB] = await Promise.all([
      trends([a, b], filter, via, count),
      salary(a, { ...filter, via, count }),
      salary(b, { ...filter, via, count }),
    ]);
    const months = ofA!.months.map(({ month, ...share }, i) => {
      const { month: _, ...other } = ofB!.months[i]!;
      return { month, a: share, b: other };
    });
    return {
      filter,
      counted: count,
      ...{ postings: ofA!.postings, jobs: ofA!.jobs },
      a: sideOf(ofA!, payOfA, count),
      b: sideOf(ofB!, payOfB, count),
      months,
      answeredFrom: sourceOfAll([ofA!, payOfA, payOfB].map(({ answeredFrom }) => answeredFrom)),
    };
  };
