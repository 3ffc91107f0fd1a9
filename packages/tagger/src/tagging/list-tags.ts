import { MOST_SKILLS_COUNTED, type Tag, type TagsLeftOut } from '@skillstream/contracts';

/**
 * Places that are listed of one skill: of real ones one skill in ten thousand has more than 17 in a posting. With so
 * many of all skills that count the list stays below 0.7 MB, even of the skills whose names are longest, so that a
 * tagged event fits a Kafka record.
 */
export const MOST_PLACES = 20;

export type ListedTags = { tags: Tag[]; leftOut?: TagsLeftOut };

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
