import type {
  CompareSkillsAnswer,
  CompareSkillsQuery,
  SkillSalaryAnswer,
  TrendAnswer,
} from '@skillstream/contracts';
import { measure } from '../demand/results.ts';
import type { Questions } from '../demand/queries.ts';
import type { PostingQuestions } from '../postings/queries.ts';
import { answeredFromAll } from '../answered-from.ts';

const sideOf = ({ skillId, months }: TrendAnswer, salary: SkillSalaryAnswer): CompareSkillsAnswer['a'] => {
  const [population, count] = months.reduce(
    ([all, named], month) => [all + month.population, named + month.count] as const,
    [0, 0] as readonly [number, number],
  );
  return { skillId, ...measure(count, population), pay: salary.with };
};

/** Puts two skills side by side, from the same answers as their trends and their pay. */
export const createCompareSkills =
  ({ trends, salary }: Pick<Questions, 'trends'> & Pick<PostingQuestions, 'salary'>) =>
  async ({ a, b, via, ...filter }: CompareSkillsQuery): Promise<CompareSkillsAnswer> => {
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
      answeredFrom: answeredFromAll([ofA!, payOfA, payOfB].map(({ answeredFrom }) => answeredFrom)),
    };
  };
