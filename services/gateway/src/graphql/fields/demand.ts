import {
  demandQuery,
  inOrder,
  operationPath,
  type DemandResult,
  type DemandFilter,
  type TrendResult,
} from '@skillstream/contracts';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { costOfCalls, costOfTop } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { addressOf, queryField } from '../query-field.ts';
import { demandGiven, sourcesGiven, trendGiven } from '../shapes.ts';

const { top: _, ...ofTrend } = demandQuery.shape;
const trendQuery = inOrder(z.strictObject(ofTrend));

/** A row of a result, and the filters of its query. */
type AskedRow = DemandResult['skills'][number] & { asked: DemandFilter };

/** `demand`, `trend` and `sources`. */
export const demandFields = (types: Types): Fields => {
  const demand = queryField(types, 'getDemand', {
    description: 'How many postings ask for which skill, and what share of them.',
    response: demandGiven,
    cost: costOfTop,
  });
  const trend = queryField(types, 'getTrend', {
    description: 'The share of one skill, month by month.',
    idAs: 'skillId',
    query: trendQuery,
    response: trendGiven,
  });
  return {
    demand: {
      ...demand,
      resolve: async (...call) => {
        const response = (await demand.resolve!(...call)) as DemandResult;
        return { ...response, skills: response.skills.map((row) => ({ ...row, asked: response.filter })) };
      },
    },
    trend,
    sources: queryField(types, 'listSources', {
      description: 'Where the postings were taken from, the source with the most first.',
      response: sourcesGiven,
    }),
  };
};

// Another source may be of another origin than the question's.
const replaced = (asked: DemandFilter, args: Record<string, unknown>) => {
  const { origin, ...rest } = asked;
  return { ...rest, ...(args['source'] ? {} : { origin }), ...args };
};

/**
 * `trend` of a row: its skill, under the filters of its query, each of which an argument may replace or, by null,
 * remove.
 */
export const skillFields = (types: Types): Fields => ({
  trend: {
    description:
      "The skill's share month by month, of the same postings. An argument puts another filter in the place of the " +
      "question's; null takes it away.",
    type: types.typeOf(trendGiven, 'SkillShare.trend'),
    args: types.argumentsOf(trendQuery),
    extensions: { complexity: costOfCalls() },
    resolve: (row, args, { asking }: Context) => {
      const { skillId, asked } = row as AskedRow;
      return asking.queryOfNamed<TrendResult>(
        addressOf(operationPath('getTrend', { id: skillId }), trendQuery, replaced(asked, args)),
      );
    },
  },
});
