import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { nextLookMs } from './refetching.ts';

/** How far a posting is, step by step; asked again until it is counted. */
export const journeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['journey', id],
    queryFn: ({ signal }) =>
      freshResponseOf(gateway.GET('/v1/postings/{id}/journey', { params: { path: { id } }, signal })),
    refetchInterval: nextLookMs,
  });
