import { responseOf } from '@skillstream/client';
import type { PreviewQuery, PreviewResult, TableQuery, TableResult } from '@skillstream/contracts';
import { queryOptions } from '@tanstack/react-query';
import { gateway } from './gateway.ts';

/** The largest beginning of a file that is looked at (contracts/src/preview-api.ts). */
const MOST_PREVIEW_BYTES = 1_000_000;

// As they are: the client would make JSON of them.
const asIs = { bodySerializer: (body: unknown) => body as string };

const paramsOf = <Q extends object>(query: Q) => ({
  query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Q,
});

/** What a load of a file would do, as far as its beginning shows. @param key tells one file from another */
export const previewQuery = (file: Blob, key: string, query: TableQuery) =>
  queryOptions({
    ...{ queryKey: ['preview', key, query], staleTime: Infinity, gcTime: 0 },
    queryFn: async ({ signal }): Promise<PreviewResult> => {
      const asked: PreviewQuery = { ...query, part: file.size > MOST_PREVIEW_BYTES ? 'true' : 'false' };
      return (await responseOf(
        gateway.POST('/v1/preview', {
          ...{ ...asIs, signal, headers: { 'Content-Type': 'application/octet-stream' } },
          params: paramsOf(asked) as never,
          body: file.slice(0, MOST_PREVIEW_BYTES) as never,
        }),
      )) as PreviewResult;
    },
  });

/**
 * Sends a chunk of a table, or of NDJSON, and gives a result for each row.
 * @throws UnreachableError, ProblemError
 */
export const sendChunk = async (
  text: string,
  query: TableQuery | null,
  signal: AbortSignal,
): Promise<TableResult[]> => {
  const type = query ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  const results = await responseOf(
    gateway.POST('/v1/postings', {
      ...{ ...asIs, signal, headers: { 'Content-Type': type }, parseAs: 'text' as const },
      ...(query && { params: paramsOf(query) }),
      body: text,
    }),
  );
  return String(results)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TableResult);
};
