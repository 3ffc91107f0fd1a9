import type { Tag, TagDecision, TagsResult } from '@skillstream/contracts';

/** Where ingestion cuts a title that it derives (services/ingestion/src/canonical/title.ts). */
const MAX_DERIVED_TITLE = 200;

/** Where the title of a text stands in it, in UTF-16 units. */
export type TitlePlace = { start: number; end: number };

/** Returns where the title stands that ingestion derives of a text without one: its first line, cut. Pure. */
export const titlePlaceOf = (text: string): TitlePlace => {
  const [line = ''] = text.trim().split('\n', 1);
  const start = text.length - text.trimStart().length;
  return { start, end: start + line.slice(0, MAX_DERIVED_TITLE).trimEnd().length };
};

/** Returns a text as the title and the description that are tagged once it is sent in. Pure. */
export const asPosting = (text: string): { title: string; description: string } => {
  const { start, end } = titlePlaceOf(text);
  // The cut may be in the middle of a character.
  return { title: text.slice(start, end).toWellFormed(), description: text };
};

/** A decision on a name in a text; `asTitle` where it holds for the first line only as the title. */
export type PlacedDecision = TagDecision & { asTitle: boolean };
/** What was found in a text as a posting, with spans that refer to the text. */
export type PlacedResult = Omit<TagsResult, 'decisions'> & { tags: Tag[]; decisions: PlacedDecision[] };

type Spanned = { skillId: string; start: number; end: number };

/**
 * Places what was found in `asPosting(text)` in the text itself. The first line is tagged twice, as title and as text;
 * where both give the same it is listed once. Pure.
 */
export const placeInText = (text: string, result: TagsResult): PlacedResult => {
  const title = titlePlaceOf(text);
  const titleLength = title.end - title.start;
  // Spans refer to title, an empty line, description.
  const descriptionStart = titleLength + 2;
  const placed = <T extends Spanned>(all: readonly T[], isSame: (a: T, b: T) => boolean) => {
    const moved = all.map((one) => {
      const asTitle = one.start < titleLength;
      const by = asTitle ? title.start : -descriptionStart;
      return { ...one, start: one.start + by, end: one.end + by, asTitle };
    });
    // Only names in the first line, which is short, so that thousands are not compared with each other.
    const inText = moved.filter(({ asTitle, start }) => !asTitle && start < title.end);
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
