import { createQuestions } from './demand/question.ts';
import { createPostingQuestions } from './postings/questions.ts';
import { createCategoryReader } from './store/category-reader.ts';
import { createFactReader, type FactReaderDeps } from './store/fact-reader.ts';
import type { Moments } from './store/moments.ts';
import { createPairViewReader } from './store/pair-view-reader.ts';
import { createPayViewReader } from './store/pay-view-reader.ts';
import { createPostingReader } from './store/posting-reader.ts';
import { createViewReader } from './store/view-reader.ts';

/** Every question that both read models answer, over the views in Redis and the facts in MongoDB. */
export const createAllQuestions = (moments: Pick<Moments, 'read'>, facts: FactReaderDeps) => {
  const skillsOf = createCategoryReader(moments);
  const read = createPostingReader(facts);
  return {
    ...createQuestions({
      views: createViewReader(moments).read,
      facts: createFactReader(facts).read,
      skillsOf,
    }),
    ...createPostingQuestions({
      views: { pairs: createPairViewReader(moments), pays: createPayViewReader(moments) },
      read,
      skillsOf,
    }),
  };
};
