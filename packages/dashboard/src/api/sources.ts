import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answer.ts';
import { gateway } from './gateway.ts';
import { reads } from './refetching.ts';

/** Where the postings were taken from, how many of each source there are, and what counts by default. */
export const sourcesQuery = queryOptions({
  ...{ ...reads, queryKey: ['sources'] },
  queryFn: ({ signal }) => answerOf(gateway.GET('/v1/sources', { signal })),
});
