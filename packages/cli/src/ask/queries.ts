import type {
  CompareQuery,
  CompareSkillsQuery,
  DemandResult,
  DemandQuery,
  PairsQuery,
  SalariesQuery,
  SalaryQuery,
} from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { queryWithAge, withFreshness, type Aged } from '../gateway/query-with-age.ts';
import {
  compareSkillsTable,
  compareTable,
  pairsTable,
  salariesTable,
  skillSalaryTable,
} from '../terminal/comparison-tables.ts';
import { demandTable, trendTable } from '../terminal/tables.ts';

/** A query of `skillstream ask`: the arguments after its name, the request, and how the result is shown. */
export type Query = {
  words: readonly string[];
  example: string;
  /** Options beside the filters. */
  options: readonly ('top' | 'via' | 'by' | 'category')[];
  ask: (
    at: GatewayAccess,
    words: readonly string[],
    query: Record<string, string | undefined>,
  ) => Promise<{ response: Aged<Pick<DemandResult, 'answeredFrom'>>; show: (standing: string) => string }>;
};

const both = <A extends Aged<object>>(response: A, show: (response: A) => string) => ({
  response,
  show: (standing: string) => show(withFreshness(response, standing)),
});

/** Every query of `skillstream ask` by its name. Values are sent as they were typed: the gateway validates them. */
export const queries: Record<string, Query> = {
  demand: {
    ...{ words: [], example: 'skillstream ask demand --role backend', options: ['top', 'via', 'category'] },
    ask: async (at, _, query) => {
      const input = { query: query as DemandQuery };
      return both(await queryWithAge(at, 'getDemand', input), demandTable);
    },
  },
  trend: {
    ...{ words: ['SKILL'], example: 'skillstream ask trend kubernetes', options: ['top', 'via', 'category'] },
    ask: async (at, [id], query) => {
      const input = { params: { id: id! }, query: query as DemandQuery };
      return both(await queryWithAge(at, 'getTrend', input), trendTable);
    },
  },
  pairs: {
    ...{
      words: ['SKILL'],
      example: 'skillstream ask pairs kubernetes --top 10',
      options: ['top', 'via', 'category'],
    },
    ask: async (at, [id], query) => {
      const input = { params: { id: id! }, query: query as PairsQuery };
      return both(await queryWithAge(at, 'getPairs', input), pairsTable);
    },
  },
  salary: {
    ...{
      words: ['SKILL'],
      example: 'skillstream ask salary rust --country US',
      options: ['via', 'category'],
    },
    ask: async (at, [id], query) => {
      const input = { params: { id: id! }, query: query as SalaryQuery };
      return both(await queryWithAge(at, 'getSkillSalary', input), skillSalaryTable);
    },
  },
  salaries: {
    ...{ words: [], example: 'skillstream ask salaries --by seniority', options: ['by', 'via', 'category'] },
    ask: async (at, _, query) => {
      const input = { query: query as SalariesQuery };
      return both(await queryWithAge(at, 'getSalaries', input), salariesTable);
    },
  },
  compare: {
    ...{
      words: ['A', 'B'],
      example: 'skillstream ask compare backend frontend --by role',
      options: ['by', 'top', 'via', 'category'],
    },
    ask: async (at, [a, b], { by, ...query }) => {
      if (by === 'skill') {
        const input = { query: { ...query, a, b } as CompareSkillsQuery };
        return both(await queryWithAge(at, 'compareSkills', input), compareSkillsTable);
      }
      const input = { query: { by: by ?? 'role', ...query, a, b } as CompareQuery };
      return both(await queryWithAge(at, 'compare', input), compareTable);
    },
  },
};
