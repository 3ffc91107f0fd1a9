import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PostingsAsked } from '../filter/search.ts';
import { freshResponseOf } from './fresh-response.ts';
import { inPlace } from './fact-places.ts';
import { gateway } from './gateway.ts';
import { expensive, reads } from './refetching.ts';

/** The reports that there are. */
export const reportsQuery = queryOptions({
  ...{ ...reads, queryKey: ['reports'] },
  queryFn: ({ signal }) => freshResponseOf(gateway.GET('/v1/reports', { signal })),
});

/** A report, each claim measured on the postings that are loaded. */
export const reportQuery = (id: string, filter: PostingsAsked) =>
  queryOptions({
    ...{ ...expensive, placeholderData: keepPreviousData, queryKey: ['report', id, filter] },
    queryFn: ({ signal }) =>
      inPlace(filter, signal, () =>
        freshResponseOf(gateway.GET('/v1/report/{id}', { params: { path: { id }, query: filter }, signal })),
      ),
  });
