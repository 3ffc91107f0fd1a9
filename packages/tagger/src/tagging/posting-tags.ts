import { MOST_SKILLS_COUNTED, type Tag, type TagsLeftOut } from '@skillstream/contracts';

/**
 * The one string that the spans of a posting's tags refer to: title, an empty line, description.
 * Whoever shows a span must build the string by this function, or by the same rule.
 */
export function postingText({ title, description }: { title: string; description: string }): string {
  // Joined, not added: V8 keeps a sum as a tree of its parts, and reads it unit by unit three times as slowly.
  return [title, '\n\n', description].join('');
}

/**
 * Places that are listed of one skill: of real ones one skill in ten thousand has more than 17 in a posting. With so
 * many of all skills that count the list stays below 0.7 MB, even of the skills whose names are longest, so that a
 * tagged event fits a Kafka record.
 */
export const MOST_PLACES = 20;

type ListedTags = { tags: Tag[]; leftOut?: TagsLeftOut };

/**
 * The tags of a text that are told: of the skills that count, which come first, the places that come first.
 * @param tags in the order of the text
 * @returns with the number of those that are not told, where there are any
 */
export const listTags = (tags: readonly Tag[]): ListedTags => {
  const places = new Map<string, number>();
  const beyond = new Set<string>();
  const listed = tags.filter(({ skillId }) => {
    const before = places.get(skillId) ?? 0;
    const isBeyond = before === 0 && places.size >= MOST_SKILLS_COUNTED;
    if (isBeyond) beyond.add(skillId);
    if (isBeyond || before >= MOST_PLACES) return false;
    places.set(skillId, before + 1);
    return true;
  });
  if (listed.length === tags.length) return { tags: listed };
  return { tags: listed, leftOut: { skills: beyond.size, tags: tags.length - listed.length } };
};

/**
 * Characters of a text that are looked through for skills. Of 35,632 real postings the longest has 17,103; a text full
 * of names as long as this takes the consumer's event loop some 70 ms, one of 200,000 four times as much.
 */
export const MOST_CHARACTERS = 50_000;

type TagsOfText = ListedTags & { charactersLeftOut?: number };

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
