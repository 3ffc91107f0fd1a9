import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { reads } from './refetching.ts';

/** Where the postings were taken from, how many of each source there are, and what counts by default. */
export const sourcesQuery = queryOptions({
  ...{ ...reads, queryKey: ['sources'] },
  queryFn: ({ signal }) => freshResponseOf(gateway.GET('/v1/sources', { signal })),
});
