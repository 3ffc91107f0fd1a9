/**
 * A taxonomy that must not be used; `context.problems` lists every fault with its file and place. It has the shape
 * of the error family of @skillstream/runtime without importing it, because that would load every driver into the
 * stdin entry.
 */
export class TaxonomyError extends Error {
  readonly code = 'misconfigured';
  readonly retryable = false;
  readonly context: { problems: readonly string[] };

  constructor(problems: readonly string[]) {
    const lines = problems.map((problem) => `  ${problem}`).join('\n');
    super(`The taxonomy has ${problems.length} fault(s):\n${lines}`);
    this.name = 'TaxonomyError';
    this.context = { problems: problems };
  }
}
