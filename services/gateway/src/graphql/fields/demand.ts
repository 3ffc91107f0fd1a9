import {
  demandQuery,
  withConsistentFilter,
  operationPath,
  type DemandResult,
  type DemandFilter,
  type DemandQuery,
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

/** The filters of a query, and what it counts. */
type Asked = DemandFilter & Pick<DemandQuery, 'count'>;
/** A row of a result, and those of its query. */
type AskedRow = DemandResult['skills'][number] & { asked: Asked };

/** `demand`, `trend` and `sources`. */
export const demandFields = (types: Types): Fields => {
  const demand = queryField(types, 'getDemand', {
    description: 'The number and the share of the postings, or jobs, that require each skill.',
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
        // Of postings it is left out, as it mostly is over REST, so that both share cached results.
        const ofJobs = response.counted === 'jobs' ? { count: response.counted } : {};
        const asked: Asked = { ...response.filter, ...ofJobs };
        return { ...response, skills: response.skills.map((row) => ({ ...row, asked })) };
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
const replaced = (asked: Asked, args: Record<string, unknown>) => {
  const { origin, ...rest } = asked;
  return { ...rest, ...(args['source'] ? {} : { origin }), ...args };
};

/**
 * `trend` of a row: its skill, in the unit and under the filters of its query, each of which an argument may replace
 * or, by null, remove.
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
