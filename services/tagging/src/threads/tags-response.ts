import type { TagsResult } from '@skillstream/contracts';
import { tagsOfText, type Tagger } from '@skillstream/tagger';

/** A text that somebody asks about. */
export type TagsQuery = { text: string; organization: string | null; explain: boolean };

/** Places that are explained at once: 20,000 characters of a real posting have a quarter of them. */
export const MOST_DECISIONS = 1000;

/** What `POST /v1/tags` answers: the tags as the pipeline lists them, and why, where that is asked for. */
export const tagTexts = (tagger: Tagger, { text, organization, explain }: TagsQuery): TagsResult => {
  const result: TagsResult = {
    taxonomyVersion: tagger.version,
    modelVersion: tagger.modelVersion,
    ...tagsOfText(tagger, text, organization),
  };
  if (!explain) return result;
  const leftOut = tagger.decide(text, organization).length - MOST_DECISIONS;
  return {
    ...result,
    decisions: tagger.explain(text, organization, MOST_DECISIONS),
    ...(leftOut > 0 && { decisionsLeftOut: leftOut }),
  };
};
