import { responseOf } from '@skillstream/client';
import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { nextAskMs } from './refetching.ts';

const WAITING_MS = 1000;

/**
 * Opens the live stream of the pipeline, with the token that is held.
 * @throws ProblemError where the gateway refuses, UnreachableError where nobody answers
 */
export const openPipeline = async (signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
  const asked = gateway.GET('/v1/pipeline/live', { signal, parseAs: 'stream' });
  const body: unknown = await responseOf(asked);
  if (!(body instanceof ReadableStream)) throw new Error('the stream has no body');
  return body as ReadableStream<Uint8Array>;
};

/** How far a posting is; read again as long as it is on its way. */
export const journeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['journey', id],
    queryFn: ({ signal }) =>
      freshResponseOf(gateway.GET('/v1/postings/{id}/journey', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data, error } }) => {
      const ended = data?.data.outcome === 'counted' || data?.data.outcome === 'dead';
      return ended && !error ? false : nextAskMs(error, WAITING_MS);
    },
  });
