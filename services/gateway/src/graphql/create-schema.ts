import { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { createTypes, type Fields } from './create-types.ts';
import { changeFields } from './fields/changes.ts';
import { comparisonFields } from './fields/comparisons.ts';
import { demandFields, skillFields } from './fields/demand.ts';
import { platformFields } from './fields/platform.ts';
import { postingFields, recordFields } from './fields/postings.ts';
import { reportFields } from './fields/reports.ts';

/** The schema with its resolvers, which use the context of each request. */
export const createSchema = (): GraphQLSchema => {
  const types = createTypes({
    SkillShare: () => skillFields(types),
    PostingRecord: () => recordFields(types),
  });
  const root = (name: string, description: string, fields: () => Fields) =>
    new GraphQLObjectType({ name, description, fields });
  return new GraphQLSchema({
    query: root('Query', 'The same queries as over REST, served by the same services.', () => ({
      ...demandFields(types),
      ...comparisonFields(types),
      ...reportFields(types),
      ...postingFields(types),
      ...platformFields(types),
    })),
    subscription: root('Subscription', 'Events that are pushed to subscribers.', () => changeFields(types)),
  });
};
