import { responseOf } from '@skillstream/client';
import type { BoardState } from '@skillstream/contracts';
import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { reads } from './refetching.ts';

/** The sources that the platform reads from job boards, and how each was read last. */
export const boardsQuery = queryOptions({
  ...{ ...reads, queryKey: ['boards'] },
  queryFn: ({ signal }) => freshResponseOf(gateway.GET('/v1/boards', { signal })),
});

const paths = {
  run: '/v1/boards/{name}/run',
  accept: '/v1/boards/{name}/run',
  pause: '/v1/boards/{name}/pause',
  resume: '/v1/boards/{name}/resume',
} as const;
/** What can be asked of a source that the platform reads. */
export type BoardChange = keyof typeof paths;

/** Asks the platform for something about a source. @returns the source as it is then; @throws as `responseOf` does */
export const changeBoard = ({ change, name }: { change: BoardChange; name: string }): Promise<BoardState> =>
  responseOf(
    gateway.POST(paths[change], {
      params: { path: { name }, ...(change === 'accept' && { query: { acceptDrop: true } }) },
    }),
  );
