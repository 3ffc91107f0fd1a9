import type { CanonicalPosting, PostingRecord } from '@skillstream/contracts';
import { GraphQLBoolean } from 'graphql';
import { z } from 'zod';
import { costOfCalls } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { idInPath } from '../in-path.ts';
import { postingGiven, tagsGiven } from '../shapes.ts';

// A text is tagged anew each time, which costs as much as many queries: an operation may request it nineteen times.
const CALLS_OF_TAGS = 9;

const byId = z.object({ id: idInPath });

/** `posting`. */
export const postingFields = (types: Types): Fields => ({
  posting: {
    description: 'A posting as stored by ingestion; null if there is none with this id.',
    type: types.typeOf(postingGiven, 'Query.posting'),
    args: types.argumentsOf(byId),
    extensions: { complexity: costOfCalls() },
    resolve: (_source, args, { asking }) => asking.posting(byId.parse(args).id),
  },
});

/** `tags` of a posting: what tagging finds in its text now, which may differ from what was counted. */
export const recordFields = (types: Types): Fields => ({
  tags: {
    description:
      'The skills in its text, computed on request; null if the posting is retracted, or its text has expired.',
    type: types.typeOf(tagsGiven, 'PostingRecord.tags'),
    args: {
      explain: {
        type: GraphQLBoolean,
        description:
          'Also every occurrence of a name and how it was classified; for at most 20,000 characters',
      },
    },
    extensions: { complexity: costOfCalls(CALLS_OF_TAGS) },
    resolve: (record, { explain }, { asking }) => {
      const posting = (record as PostingRecord).posting as CanonicalPosting | null;
      if (posting === null) return null;
      const { title, description, organization } = posting;
      return asking.tags({ title, description, organization }, explain === true);
    },
  },
});
