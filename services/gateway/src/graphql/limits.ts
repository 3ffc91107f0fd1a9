import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationRule } from 'graphql';
import { createComplexityRule, fieldExtensionsEstimator, simpleEstimator } from 'graphql-query-complexity';
import { costOfIntrospection, MOST_COST } from './cost.ts';
import { plainIntrospection } from './plain-introspection.ts';

export const limits = {
  /** Tokens of a document; the introspection that tools send has some 200. */
  tokens: 1000,
  /** The depth of that introspection: its lists of types would allow amplification, and are counted as well. */
  depth: 16,
  aliases: 20,
  directives: 20,
  cost: MOST_COST,
  bodyBytes: 64 * 1024,
};

type Named = {
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
};

const costRule = ({ variables, operationName }: Named): ValidationRule =>
  createComplexityRule({
    maximumComplexity: limits.cost,
    variables: variables ?? {},
    ...(operationName && { operationName }),
    estimators: [fieldExtensionsEstimator(), costOfIntrospection, simpleEstimator({ defaultComplexity: 1 })],
    createError: (most, cost) =>
      new GraphQLError(
        `The operation may cost ${cost}, more than ${most}: ask for fewer rows (top) or fields`,
      ),
  });

/**
 * The validation rules for an operation beside GraphQL's own, so that an expensive one is rejected before it runs. The
 * cost considers variables, since `top` may be one.
 */
export const limitRules = (operation: Named): ValidationRule[] => [
  maxDepthRule({ n: limits.depth, ignoreIntrospection: false, flattenFragments: true }),
  // By default it would let any number of __typename pass.
  maxAliasesRule({ n: limits.aliases, allowList: [] }),
  maxDirectivesRule({ n: limits.directives }),
  plainIntrospection,
  costRule(operation),
];
