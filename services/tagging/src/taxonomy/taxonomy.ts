/** One way to write a skill, and what must hold for it to count. A space stands for space, hyphen or nothing. */
export type Form = {
  text: string;
  /** Rule of `disambiguation/rules.ts` that decides from the context; without one the form is sure. */
  ambiguous?: string | undefined;
  /** Only exactly this upper and lower case counts. */
  caseSensitive?: boolean | undefined;
};

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
