import type { TagsAnswer } from '@skillstream/contracts';
import { tagsOfText, type Tagger } from '@skillstream/tagger';

/** A text that somebody asks about. */
export type TagsQuestion = { text: string; organization: string | null; explain: boolean };

/** Places that are explained at once: 20,000 characters of a real posting have a quarter of them. */
export const MOST_DECISIONS = 1000;

/** What `POST /v1/tags` answers: the tags as the pipeline lists them, and why, where that is asked for. */
export const answerTags = (tagger: Tagger, { text, organization, explain }: TagsQuestion): TagsAnswer => {
  const answer: TagsAnswer = {
    taxonomyVersion: tagger.version,
    modelVersion: tagger.modelVersion,
    ...tagsOfText(tagger, text, organization),
  };
  if (!explain) return answer;
  const leftOut = tagger.decide(text, organization).length - MOST_DECISIONS;
  return {
    ...answer,
    decisions: tagger.explain(text, organization, MOST_DECISIONS),
    ...(leftOut > 0 && { decisionsLeftOut: leftOut }),
  };
};
