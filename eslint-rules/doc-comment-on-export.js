/** What declares the function of an export, or undefined where the export is none. */
const functionOf = ({ declaration }) => {
  if (declaration?.type === 'FunctionDeclaration') return declaration;
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  return declaration.declarations.find(({ init }) =>
    ['ArrowFunctionExpression', 'FunctionExpression'].includes(init?.type),
  );
};

/**
 * Says no to an exported function without a doc comment right before it. eslint-plugin-jsdoc has such a rule, but no
 * way to leave out the methods of an exported object, and brings 22 packages along.
 * @type {import('eslint').Rule.RuleModule}
 */
export const docCommentOnExport = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say what goes into {{name}}, what comes out, and what is thrown.' },
  },
  create: ({ report, sourceCode }) => {
    const check = (node) => {
      const found = functionOf(node);
      if (!found) return;
      const comment = sourceCode.getCommentsBefore(node).at(-1);
      if (comment?.type === 'Block' && /^\*[\s*]*[^\s*]/.test(comment.value)) return;
      report({ node, messageId: 'missing', data: { name: found.id?.name ?? 'this function' } });
    };
    return { ExportNamedDeclaration: check, ExportDefaultDeclaration: check };
  },
};
