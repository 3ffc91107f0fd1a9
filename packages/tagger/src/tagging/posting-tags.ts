import { MOST_SKILLS_COUNTED, type Tag, type TagsLeftOut } from '@skillstream/contracts';

/**
 * Returns the string that the spans of a posting's tags refer to: title, an empty line, description. To show a span,
 * build the string by this function, or by the same rule.
 */
export function postingText({ title, description }: { title: string; description: string }): string {
  // Joined, not concatenated: V8 represents a concatenation as a rope, which is three times slower to read by unit.
  return [title, '\n\n', description].join('');
}

/**
 * Maximum number of listed places of one skill: in real postings one skill in ten thousand has more than 17. With that
 * many of each counted skill the list stays below 0.7 MB, even for the longest names, so that a tagged event fits into
 * a Kafka record.
 */
export const MOST_PLACES = 20;

type ListedTags = { tags: Tag[]; leftOut?: TagsLeftOut };

/**
 * Limits the tags of a text: to the first skills, which are the counted ones, and to the first places of each.
 * @param tags in the order of the text
 * @returns the listed tags, with the number of those left out, if any
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
 * Maximum number of characters of a text that are searched for skills. The longest of 35,632 real postings has 17,103;
 * a text of this length full of names blocks the consumer's event loop for some 70 ms, one of 200,000 four times as
 * long.
 */
export const MOST_CHARACTERS = 50_000;

type TagsOfText = ListedTags & { charactersLeftOut?: number };

/** The part of a tagger that is used here. */
export type TextTagger = { tag: (text: string, organization?: string | null) => Tag[] };

/**
 * Returns the tags of a text as the pipeline lists them: of its first characters, and within the limits of a list.
 * @returns with the number of characters that were not searched, if any
 */
export const tagsOfText = (tagger: TextTagger, text: string, organization: string | null): TagsOfText => {
  if (text.length <= MOST_CHARACTERS) return listTags(tagger.tag(text, organization));
  const tags = tagger.tag(text.slice(0, MOST_CHARACTERS), organization);
  // A match at the cut may be the beginning of a longer word: "Java" of "JavaScript".
  const whole = tags.filter(({ end }) => end < MOST_CHARACTERS);
  return { ...listTags(whole), charactersLeftOut: text.length - MOST_CHARACTERS };
};
