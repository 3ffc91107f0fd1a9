import type {
  CompareSkillsResult,
  CompareSkillsQuery,
  SkillSalaryResult,
  TrendResult,
} from '@skillstream/contracts';
import { measure } from '../demand/results.ts';
import type { DemandQueries } from '../demand/queries.ts';
import type { PostingQueries } from '../postings/queries.ts';
import { sourceOfAll } from '../answered-from.ts';

const sideOf = ({ skillId, months }: TrendResult, salary: SkillSalaryResult): CompareSkillsResult['a'] => {
  const [population, count] = months.reduce(
    ([all, named], month) => [all + month.population, named + month.count] as const,
    [0, 0] as readonly [number, number],
  );
  return { skillId, ...measure(count, population), pay: salary.with };
};

/** Compares two skills, from the same results as their trends and their pay. */
export const createCompareSkills =
  ({ trends, salary }: Pick<DemandQueries, 'trends'> & Pick<PostingQueries, 'salary'>) =>
  async ({ a, b, via, ...filter }: CompareSkillsQuery): Promise<CompareSkillsResult> => {
    const [[ofA, ofB], payOfA, payOfB] = await Promise.all([
      trends([a, b], filter, via),
      salary(a, { ...filter, via }),
      salary(b, { ...filter, via }),
    ]);
    const months = ofA!.months.map(({ month, ...share }, i) => {
      const { month: _, ...other } = ofB!.months[i]!;
      return { month, a: share, b: other };
    });
    return {
      filter,
      a: sideOf(ofA!, payOfA),
      b: sideOf(ofB!, payOfB),
      months,
      answeredFrom: sourceOfAll([ofA!, payOfA, payOfB].map(({ answeredFrom }) => answeredFrom)),
    };
  };
