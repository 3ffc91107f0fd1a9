import { responseOf } from '@skillstream/client';
import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { expensive } from './refetching.ts';

/** The state of the pipeline, for who does not follow it; its ledger is null while it cannot be read. */
export const pipelineQuery = queryOptions({
  ...{ ...expensive, queryKey: ['pipeline'] },
  queryFn: ({ signal }) => freshResponseOf(gateway.GET('/v1/pipeline', { signal })),
});

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
