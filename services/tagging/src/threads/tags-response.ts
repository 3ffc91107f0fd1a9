import type { TagsResult } from '@skillstream/contracts';
import { tagsOfText, type Tagger } from '@skillstream/tagger';

/** The text of a request. */
export type TagsQuery = { text: string; organization: string | null; explain: boolean };

/** Maximum number of places that are explained: 20,000 characters of a real posting have a quarter of that. */
export const MOST_DECISIONS = 1000;

/** Computes the response of `POST /v1/tags`: the tags as the pipeline lists them, and explanations on request. */
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
