import type { Skill } from '../taxonomy/taxonomy.ts';

/** A place in the text where a skill may be meant. `text.slice(start, end)` is what is written there. */
export type Candidate = {
  skill: Skill;
  /** The form as the taxonomy spells it, so that a rule can ask for its upper and lower case. */
  spelling: string;
  /** Rule that must agree; absent when the form is sure. */
  rule: string | undefined;
  start: number;
  end: number;
};
