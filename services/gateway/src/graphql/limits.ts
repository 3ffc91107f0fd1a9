import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationRule, isIntrospectionType } from 'graphql';
import { createComplexityRule, fieldExtensionsEstimator, simpleEstimator } from 'graphql-query-complexity';
import { costOfIntrospection, MOST_COST } from './cost.ts';

const ROOTS = new Set(['__schema', '__type']);

/**
 * Rejects aliases in an introspection: each field then occurs once at its place, and the whole costs no more than what
 * tools send, however a document is written. Its lists have no cost of their own that could be added up.
 */
const plainIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (!node.alias) return;
    const isOfIt = ROOTS.has(node.name.value) || isIntrospectionType(context.getParentType()!);
    if (isOfIt) context.reportError(new GraphQLError('Introspection takes no aliases', { nodes: [node] }));
  },
});

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
