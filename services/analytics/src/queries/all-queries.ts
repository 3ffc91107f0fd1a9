import { createQuestions } from './demand/queries.ts';
import { createPostingQuestions } from './postings/queries.ts';
import { createCategoryReader } from './category-reader.ts';
import { createFactReader, type FactReaderDeps } from './demand/fact-reader.ts';
import type { Moments } from './view-snapshots.ts';
import { createPairViewReader } from './pairs/view-reader.ts';
import { createPayViewReader } from './pay/view-reader.ts';
import { createPostingReader } from './postings/posting-reader.ts';
import { createViewReader } from './demand/view-reader.ts';

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
