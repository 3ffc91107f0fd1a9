import {
  demandQuery,
  withConsistentFilter,
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
const trendQuery = withConsistentFilter(z.strictObject(ofTrend));

/** A row of a result, and the filters of its query. */
type AskedRow = DemandResult['skills'][number] & { asked: DemandFilter };

/** `demand`, `trend` and `sources`. */
export const demandFields = (types: Types): Fields => {
  const demand = queryField(types, 'getDemand', {
    description: 'The number and the share of postings that require each skill.',
    response: demandGiven,
    cost: costOfTop,
  });
  const trend = queryField(types, 'getTrend', {
    description: 'The share of one skill by month.',
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
      description: 'The sources of the postings, most postings first.',
      response: sourcesGiven,
    }),
  };
};

// Another source may be of another origin than the query.
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
      "The skill's share by month, of the same postings. An argument replaces a filter of the enclosing query; " +
      'null removes it.',
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
