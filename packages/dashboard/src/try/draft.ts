import type { PlacedResult } from './as-posting.ts';

/** What was found in a text, as the posting that it would be; `plain` is the text cleaned up, as it is counted. */
export type FoundIn = { text: string; plain: string; result: PlacedResult };
/** What stands on the page that takes a text. */
export type Draft = { text: string; found: FoundIn | null };

// In memory alone, so that it is there again after a look at a skill, and gone with the tab.
let draft: Draft = { text: '', found: null };

/** What stood there last. */
export const lastDraft = (): Draft => draft;

/** Remembers a change of it. */
export const rememberDraft = (change: Partial<Draft>): void => {
  draft = { ...draft, ...change };
};
