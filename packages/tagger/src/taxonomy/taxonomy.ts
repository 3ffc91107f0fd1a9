/** One way to write a skill, and its conditions. A space stands for a space, a hyphen or nothing. */
export type Form = {
  text: string;
  /** Rule of `disambiguation/rules.ts` that decides by context; without one the form is unambiguous. */
  ambiguous?: string | undefined;
  /** Whether only exactly this case matches. */
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
  /** Source of its names. */
  from: string;
};

type Category = { id: string; label: string };

/** The validated taxonomy; `version` is published with every tag that was found by it. */
export type Taxonomy = { version: string; categories: Category[]; skills: Skill[] };

/**
 * An invalid taxonomy; `context.problems` lists every issue with its file and path. It has the shape of the errors of
 * @skillstream/runtime without importing it, because that would load every driver into the stdin entry point.
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
