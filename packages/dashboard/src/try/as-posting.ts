import type { Tag, TagDecision, TagsResult } from '@skillstream/contracts';
import { firstLine, MAX_DERIVED_TITLE } from '@skillstream/contracts/plain-text';

/** Returns a plain text as the title and the description that are tagged once it is sent in. Pure. */
export const asPosting = (text: string): { title: string; description: string } => ({
  title: firstLine(text, MAX_DERIVED_TITLE),
  description: text,
});

/** A decision on a name in a text; `asTitle` where it holds for the first line only as the title. */
export type PlacedDecision = TagDecision & { asTitle: boolean };
/** What was found in a text as a posting, with spans that refer to the text. */
export type PlacedResult = Omit<TagsResult, 'decisions'> & { tags: Tag[]; decisions: PlacedDecision[] };

type Spanned = { skillId: string; start: number; end: number };

/**
 * Places what was found in `asPosting(text)` in the plain text itself. The first line is tagged twice, as title and
 * as text; where both give the same it is listed once. Pure.
 */
export const placeInText = (text: string, result: TagsResult): PlacedResult => {
  // A plain text begins with its title.
  const titleLength = asPosting(text).title.length;
  // Spans refer to title, an empty line, description.
  const descriptionStart = titleLength + 2;
  const placed = <T extends Spanned>(all: readonly T[], isSame: (a: T, b: T) => boolean) => {
    const moved = all.map((one) => {
      const asTitle = one.start < titleLength;
      const by = asTitle ? 0 : -descriptionStart;
      return { ...one, start: one.start + by, end: one.end + by, asTitle };
    });
    // Only names in the first line, which is short, so that thousands are not compared with each other.
    const inText = moved.filter(({ asTitle, start }) => !asTitle && start < titleLength);
    const isAgain = (one: T) =>
      inText.some(
        (other) =>
          other.skillId === one.skillId &&
          other.start === one.start &&
          other.end === one.end &&
          isSame(one, other),
      );
    return moved.filter((one) => !one.asTitle || !isAgain(one)).sort((a, b) => a.start - b.start);
  };
  return {
    ...result,
    tags: placed(result.tags, () => true),
    decisions: placed(result.decisions ?? [], (a, b) => a.taken === b.taken),
  };
};
