import { operationPath, type ReportList } from '@skillstream/contracts';
import { GraphQLList, GraphQLNonNull } from 'graphql';
import { costOfCalls, costOfRows } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { queryField } from '../query-field.ts';
import { reportGiven, reportTitle } from '../shapes.ts';

/** `reports` and `report`. */
export const reportFields = (types: Types): Fields => ({
  reports: {
    description: 'The available reports.',
    type: new GraphQLList(new GraphQLNonNull(types.typeOf(reportTitle, 'Query.reports'))),
    extensions: {
      complexity: (known: Parameters<ReturnType<typeof costOfRows>>[0]) =>
        Number(costOfCalls()(known)) + Number(costOfRows('Query.reports')(known)),
    },
    resolve: async (_source, _args, { asking }) =>
      (await asking.queryPath<ReportList>(operationPath('listReports'))).reports,
  },
  report: queryField(types, 'getReport', {
    description:
      'Every claim of a report, evaluated for the filtered postings; null if there is no report with this id.',
    idAs: 'id',
    response: reportGiven,
    orNull: true,
  }),
});
