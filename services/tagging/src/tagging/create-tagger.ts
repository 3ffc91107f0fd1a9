import type { Tag } from '@skillstream/contracts';
import { keepMeant } from '../disambiguation/keep-meant.ts';
import { createMatcher } from '../matching/create-matcher.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { postingText } from './posting-text.ts';

export type Tagger = {
  /** Version of the taxonomy that the tags come from. */
  version: string;
  /** Tags of a plain text, sorted by start, without overlaps; a skill that occurs twice is tagged twice. */
  tag(text: string): Tag[];
  /** Tags of a posting; the spans refer to `postingText(posting)`. */
  tagPosting(posting: { title: string; description: string }): Tag[];
};

/** Builds the tagger of a taxonomy once (some 50 ms); the tagger itself is pure and keeps no state between texts. */
export function createTagger(taxonomy: Taxonomy): Tagger {
  const match = createMatcher(taxonomy.skills);
  const tag = (text: string): Tag[] =>
    keepMeant(text, match(text)).map(({ skill: { id, label, category }, start, end }) => ({
      skillId: id,
      label,
      category,
      text: text.slice(start, end),
      start,
      end,
    }));
  return { version: taxonomy.version, tag, tagPosting: (posting) => tag(postingText(posting)) };
}
