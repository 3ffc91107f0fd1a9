import type { Tag } from '@skillstream/contracts';
import { listTags, type ListedTags } from './list-tags.ts';

/**
 * Characters of a text that are looked through for skills. Of 35,632 real postings the longest has 17,103; a text full
 * of names as long as this takes the consumer's event loop some 70 ms, one of 200,000 four times as much.
 */
export const MOST_CHARACTERS = 50_000;

export type TagsOfText = ListedTags & { charactersLeftOut?: number };

/** What this needs of a tagger. */
export type TextTagger = { tag: (text: string, organization?: string | null) => Tag[] };

/**
 * The tags of a text as the pipeline tells them: of its first characters, as far as they are listed.
 * @returns with the number of characters behind them, where there are any
 */
export const tagsOfText = (tagger: TextTagger, text: string, organization: string | null): TagsOfText => {
  if (text.length <= MOST_CHARACTERS) return listTags(tagger.tag(text, organization));
  const tags = tagger.tag(text.slice(0, MOST_CHARACTERS), organization);
  // What ends where the text was cut may go on behind: of "JavaScript" it is "Java" that was left.
  const whole = tags.filter(({ end }) => end < MOST_CHARACTERS);
  return { ...listTags(whole), charactersLeftOut: text.length - MOST_CHARACTERS };
};
