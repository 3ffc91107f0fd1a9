import { GraphQLError, isIntrospectionType, type ValidationRule } from 'graphql';

const ROOTS = new Set(['__schema', '__type']);

/**
 * Rejects aliases in an introspection: each field then occurs once at its place, and the whole costs no more than what
 * tools send, however a document is written. Its lists have no cost of their own that could be added up.
 */
export const plainIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (!node.alias) return;
    const isOfIt = ROOTS.has(node.name.value) || isIntrospectionType(context.getParentType()!);
    if (isOfIt) context.reportError(new GraphQLError('Introspection takes no aliases', { nodes: [node] }));
  },
});
