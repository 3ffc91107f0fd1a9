import type {
  DemandFilter,
  PairsAnswer,
  PairsQuery,
  SalariesAnswer,
  SalariesQuery,
  SkillSalaryAnswer,
} from '@skillstream/contracts';
import { createPairTally } from '../pairs/pair-tally.ts';
import { createPayByGroup } from '../pay/pay-by-group.ts';
import type { ReadPostings } from './read-postings.ts';

/** Questions that are answered by looking at each posting once, through a cursor over the facts. */
export const createPostingQuestions = (read: ReadPostings) => ({
  /** Which skills stand beside one. */
  pairs: async (skillId: string, { top, ...filter }: PairsQuery): Promise<PairsAnswer> => {
    const tally = createPairTally(skillId);
    const answeredFrom = await read(filter, tally.add);
    return { skillId, filter, ...tally.result(top), answeredFrom };
  },
  /** What a skill pays. */
  salary: async (skillId: string, filter: DemandFilter): Promise<SkillSalaryAnswer> => {
    const pays = createPayByGroup();
    const answeredFrom = await read(filter, ({ skills, salaryUsd }) =>
      pays.add(skills.includes(skillId) ? 'with' : 'without', salaryUsd),
    );
    return { skillId, filter, with: pays.of('with'), without: pays.of('without'), answeredFrom };
  },
  /** What roles, countries, levels or places pay. */
  salaries: async ({ by = 'role', ...filter }: SalariesQuery): Promise<SalariesAnswer> => {
    const pays = createPayByGroup();
    const answeredFrom = await read(filter, (posting) => pays.add(posting[by], posting.salaryUsd));
    return { filter, by, ...pays.result(), answeredFrom };
  },
});

export type PostingQuestions = ReturnType<typeof createPostingQuestions>;
