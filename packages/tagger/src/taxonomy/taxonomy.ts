/** One way to write a skill, and what must hold for it to count. A space stands for space, hyphen or nothing. */
export type Form = {
  text: string;
  /** Rule of `disambiguation/rules.ts` that decides from the context; without one the form is sure. */
  ambiguous?: string | undefined;
  /** Only exactly this upper and lower case counts. */
  caseSensitive?: boolean | undefined;
};

/** A skill with every way to write it. */
export type Skill = {
  id: string;
  label: string;
  category: string;
  forms: Form[];
  /** Ids of the skills that include this one, directly. */
  broader: string[];
  /** Where its names were taken from. */
  from: string;
};

type Category = { id: string; label: string };

/** The checked taxonomy; `version` is published with every tag that was found by it. */
export type Taxonomy = { version: string; categories: Category[]; skills: Skill[] };

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
