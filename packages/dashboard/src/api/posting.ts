import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { reads } from './refetching.ts';

type Asked = { state: { data?: unknown; error: Error | null } };
/** A posting as it is stored. Asked once: what it was read as does not change while it is looked at. */
export const postingQuery = (id: string) =>
  queryOptions({
    ...{ queryKey: ['posting', id], staleTime: Infinity },
    refetchInterval: ({ state }: Asked) => (state.data ? false : reads.refetchInterval({ state })),
    queryFn: ({ signal }) =>
      freshResponseOf(gateway.GET('/v1/postings/{id}', { params: { path: { id } }, signal })),
  });
