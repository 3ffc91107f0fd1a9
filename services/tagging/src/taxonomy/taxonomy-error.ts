/** A taxonomy that must not be used; `problems` lists every fault with its file and place. */
export class TaxonomyError extends Error {
  readonly code = 'TAXONOMY_INVALID';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The taxonomy has ${problems.length} fault(s):\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'TaxonomyError';
    this.problems = problems;
  }
}
